"""The outcome of the satisfaction survey of one school over one measuring period, as staff entered it."""

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.results.models.periods import OverPeriod
from keurmerk.shared.models import Record

FIRST, LAST = 1, 10


def grade(label: str) -> models.DecimalField:
    return models.DecimalField(label, max_digits=12, decimal_places=9, null=True, blank=True)


def in_scale(field: str) -> models.CheckConstraint:
    given = models.Q((f"{field}__gte", FIRST), (f"{field}__lte", LAST))
    return models.CheckConstraint(
        condition=models.Q((f"{field}__isnull", True)) | given, name=f"survey_outcome_{field}"
    )


class SurveyOutcome(OverPeriod, Record):
    """Append-only: a correction is a new row, and the newest row of a period holds."""

    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="+")
    invited = models.PositiveIntegerField("uitgenodigd")
    completed = models.PositiveIntegerField("ingevuld")
    grades = models.PositiveIntegerField("cijfers")
    mean_grade = grade("gemiddelde")
    client_audit_grade = grade("cijfer van de cliëntenaudit")
    source = models.CharField("bron", max_length=300)
    entered_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "uitkomst van het tevredenheidsonderzoek"
        verbose_name_plural = "uitkomsten van het tevredenheidsonderzoek"
        ordering = ["-pk"]
        constraints = [
            *OverPeriod.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(completed__lte=models.F("invited"), grades__lte=models.F("completed")),
                name="survey_outcome_no_more_than_invited",
            ),
            models.CheckConstraint(
                condition=models.Q(grades=0, mean_grade=None)
                | models.Q(grades__gt=0, mean_grade__isnull=False),
                name="survey_outcome_mean_exactly_with_grades",
            ),
            in_scale("mean_grade"),
            in_scale("client_audit_grade"),
        ]

    def __str__(self) -> str:
        return f"tevredenheid over {self.period_first}"

    def as_party(self) -> Party:
        return Party("survey_outcome", str(self.public_id), f"{self.school.name}, {self.period_first}")
