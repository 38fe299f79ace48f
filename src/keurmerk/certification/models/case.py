"""A piece of work on a certificate, with its nearest legal date kept beside it for the worklist."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.certification.enums import CaseKind
from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.shared.models import Record

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User


class CaseQuerySet(models.QuerySet["Case"]):
    def for_user(self, user: "User | AnonymousUser") -> "CaseQuerySet":
        return self.filter(school__in=School.objects.for_user(user))

    def running(self) -> "CaseQuerySet":
        return self.filter(closed_on=None)


class Case(Record):
    number = models.PositiveIntegerField("nummer", unique=True)
    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="cases")
    certificate = models.ForeignKey(
        "certification.Certificate", on_delete=models.PROTECT, related_name="cases"
    )
    kind = models.CharField("soort", max_length=20, choices=CaseKind)
    title = models.CharField("onderwerp", max_length=200)
    opened_on = models.DateField("geopend op")
    closed_on = models.DateField("gesloten op", null=True, blank=True)
    handler = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="handled_cases"
    )
    next_day = models.DateField("eerstvolgende datum", null=True, blank=True)
    """The nearest last day of a term or task that runs; kept by service.dates."""
    next_what = models.CharField("wat", max_length=200, blank=True)
    period_first = models.DateField("Meetperiode vanaf", null=True, blank=True)

    objects: ClassVar[models.Manager["Case"]] = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "zaak"
        verbose_name_plural = "zaken"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=CaseKind.values), name="case_kind_known"),
            models.CheckConstraint(
                condition=models.Q(closed_on=None) | models.Q(closed_on__gte=models.F("opened_on")),
                name="case_closed_after_opened",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_day", "number"], condition=models.Q(closed_on=None), name="case_worklist"
            )
        ]

    def __str__(self) -> str:
        return f"Zaak {self.number}"

    def as_party(self) -> Party:
        return Party("case", str(self.public_id), str(self))
