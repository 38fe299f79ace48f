"""Which account acts for which school, and as what."""

from django.db import models

from keurmerk.organisations.enums import MembershipFunction
from keurmerk.shared.models import Record


class Membership(Record):
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="memberships")
    school = models.ForeignKey("organisations.School", on_delete=models.CASCADE, related_name="memberships")
    function = models.CharField(
        "functie", max_length=20, choices=MembershipFunction, default=MembershipFunction.MANAGER
    )

    class Meta:
        verbose_name = "lidmaatschap"
        verbose_name_plural = "lidmaatschappen"
        constraints = [
            models.UniqueConstraint(fields=["user", "school"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(function__in=MembershipFunction.values), name="membership_function_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} voor {self.school_id}"
