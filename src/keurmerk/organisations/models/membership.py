"""Which account acts for which school."""

from django.db import models

from keurmerk.shared.models import Record


class Membership(Record):
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="memberships")
    school = models.ForeignKey("organisations.School", on_delete=models.CASCADE, related_name="memberships")

    class Meta:
        verbose_name = "lidmaatschap"
        verbose_name_plural = "lidmaatschappen"
        constraints = [models.UniqueConstraint(fields=["user", "school"], name="membership_once")]

    def __str__(self) -> str:
        return f"{self.user_id} voor {self.school_id}"
