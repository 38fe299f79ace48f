"""One judging of a delivery: the outcome, its explanation, and what is needed to compute it again."""

import json
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def for_user(self, user: "User | AnonymousUser") -> "AssessmentQuerySet":
        return self.filter(delivery__school__in=School.objects.for_user(user))


class Assessment(Record):
    """Never changed: judging again makes a new one with the next number.

    Texts, not JSON columns: PostgreSQL would put the keys in an order of its own, and these are printed as
    they were made. `snapshot_hash` is over the dossier as judged, so with pass rates and survey outcome.
    """

    delivery = models.ForeignKey("results.Delivery", on_delete=models.PROTECT, related_name="assessments")
    number = models.PositiveIntegerField("nummer")
    edition = models.CharField("handleiding", max_length=40, null=True)  # noqa: DJ001 (more than one judged)
    rulebook_version = models.CharField(max_length=40)
    snapshot_hash = models.CharField(max_length=64)
    outcome_hash = models.CharField(max_length=64)
    outcome_text = models.TextField("uitkomst")
    receipt_text = models.TextField("ontvangstbewijs")
    explanation_rows = models.PositiveIntegerField("regels uitleg")
    explanation = models.OneToOneField(
        "results.KeptFile", on_delete=models.SET_NULL, null=True, related_name="explains"
    )
    added = models.OneToOneField(
        "results.KeptFile", on_delete=models.SET_NULL, null=True, related_name="added_to"
    )
    """The tables that Blik op Werk put beside what the school delivered."""

    objects: ClassVar[AssessmentQuerySet] = AssessmentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "beoordeling"
        verbose_name_plural = "beoordelingen"
        ordering = ["-delivery_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["delivery", "number"], name="assessment_number_once"),
        ]

    def __str__(self) -> str:
        return f"beoordeling {self.number}"

    def as_party(self) -> Party:
        label = f"{self.delivery.school.name}, {self.delivery.period_first}, beoordeling {self.number}"
        return Party("assessment", str(self.public_id), label)

    @property
    def school(self) -> School:
        return self.delivery.school

    @property
    def outcome(self) -> dict[str, Any]:
        """The object of `keurmerk beoordeel --json`."""
        loaded: dict[str, Any] = json.loads(self.outcome_text)
        return loaded

    @property
    def receipt(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.receipt_text)
        return loaded
