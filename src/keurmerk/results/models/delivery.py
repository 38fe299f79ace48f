"""What a school delivered for good: rows without names, a hash, and who committed it."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.results.models.periods import OverPeriod
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def for_user(self, user: "User | AnonymousUser") -> "DeliveryQuerySet":
        return self.filter(school__in=School.objects.for_user(user))

    def newest_first(self) -> "DeliveryQuerySet":
        """By commit, not by upload number: an older upload can be committed over a newer one."""
        return self.order_by("-pk")


class Delivery(OverPeriod, Record):
    """Never changed. Of one period the newest holds; the earlier ones stay to compare with.

    `snapshot_hash` is over the rows as the school delivered them, without pass rates and survey outcome.
    """

    upload = models.OneToOneField("results.Upload", on_delete=models.PROTECT, related_name="delivery")
    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="deliveries")
    snapshot_hash = models.CharField(max_length=64)
    committed_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="deliveries"
    )

    objects: ClassVar[DeliveryQuerySet] = DeliveryQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "ingediend dossier"
        verbose_name_plural = "ingediende dossiers"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["school", "period_first"], name="delivery_of_period")]
        constraints = [*OverPeriod.Meta.constraints]

    def __str__(self) -> str:
        return f"dossier van {self.period_first}"

    def as_party(self) -> Party:
        return Party("delivery", str(self.public_id), f"{self.school.name}, {self.period_first}")
