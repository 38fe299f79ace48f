"""What a school reported, when, whether that was in time, and what the scheme did with it."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.reporting.enums import ReportState
from keurmerk.shared.models import Record
from rulebook.application.report_kinds import BY_KIND, STATEMENT_OF_ENDING
from rulebook.application.reports import Duty, ReportKind
from rulebook.application.statements import BY_CODE

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User


class ReportQuerySet(models.QuerySet["Report"]):
    def for_user(self, user: "User | AnonymousUser") -> "ReportQuerySet":
        return self.filter(school__in=School.objects.for_user(user))


class Report(Record):
    """Written by reporting.service only. What was reported is never changed; what is added is a question."""

    school = models.ForeignKey("organisations.School", on_delete=models.PROTECT, related_name="reports")
    case = models.OneToOneField("certification.Case", on_delete=models.PROTECT, related_name="report")
    kind = models.CharField("soort", max_length=30, choices=[(k.value, BY_KIND[k].title) for k in ReportKind])
    happened_on = models.DateField("dag van de gebeurtenis")
    details = models.JSONField("gegevens", default=dict)
    """By the name of the question of the duty, as it was typed."""
    text = models.TextField("toelichting", max_length=20_000)
    reported_on = models.DateField("gemeld op")
    reported_by = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, related_name="+")
    clock = models.CharField("termijn", max_length=20)
    last_day = models.DateField("uiterlijk", null=True, blank=True)
    in_time = models.BooleanField("op tijd", null=True, blank=True)
    steps = models.JSONField("berekening", default=list)
    state = models.CharField("stand", max_length=20, choices=ReportState, default=ReportState.RECEIVED)
    noted_on = models.DateField("afgehandeld op", null=True, blank=True)
    noted_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    note = models.TextField("bericht aan de school", blank=True, max_length=10_000)
    supervision = models.ForeignKey(
        "certification.Case", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    fingerprint = models.CharField(max_length=64)
    """Of everything that was reported, and the day: pressed twice it is the same."""

    objects: ClassVar[ReportQuerySet] = ReportQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "fingerprint"], name="report_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[k.value for k in ReportKind]), name="report_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=ReportState.values), name="report_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(last_day=None, in_time=None)
                | models.Q(last_day__isnull=False, in_time__isnull=False),
                name="report_in_time_with_a_last_day",
            ),
            models.CheckConstraint(
                condition=models.Q(state=ReportState.NOTED, noted_on__isnull=False)
                | (~models.Q(state=ReportState.NOTED) & models.Q(noted_on=None)),
                name="report_noted_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.duty.title

    def as_party(self) -> Party:
        return Party("report", str(self.public_id), f"melding in zaak {self.case.number}")

    @property
    def kind_(self) -> ReportKind:
        return ReportKind(self.kind)

    @property
    def duty(self) -> Duty:
        return BY_KIND[self.kind_]

    @property
    def state_(self) -> ReportState:
        return ReportState(self.state)

    @property
    def days(self) -> int:
        """Between the event and the report; less than none when it was reported ahead."""
        return int((self.reported_on - self.happened_on).days)

    @property
    def answers(self) -> list[tuple[str, Any]]:
        """Label and answer in words, in the order of the questions; of an ending the sentence it breaks."""
        given = [
            (question.label, dict(question.choices).get(value, value))
            for question in self.duty.questions
            if (value := self.details.get(question.name))
        ]
        if self.kind_ is ReportKind.ENDING and (
            broken := STATEMENT_OF_ENDING.get(self.details.get("wat", ""))
        ):
            given.append(("Zin van de Managementverklaring", BY_CODE[broken].text))
        return given


class ReportFile(Record):
    """Evidence with a report or an answer, for those of a school who may see data of persons."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="files")
    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bijlage van een melding"
        verbose_name_plural = "bijlagen van meldingen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"bijlage {self.document_id}"


class Question(Record):
    """What the scheme still wants to know about a report, and the answer."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField("vraag", max_length=10_000)
    asked_on = models.DateField("gesteld op")
    asked_by = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, related_name="+")
    answer_by = models.DateField("antwoord uiterlijk")
    task = models.OneToOneField("certification.Task", on_delete=models.PROTECT, related_name="+")
    answer = models.TextField("antwoord", blank=True, max_length=20_000)
    answered_on = models.DateField("beantwoord op", null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "vraag over een melding"
        verbose_name_plural = "vragen over meldingen"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"], condition=models.Q(answered_on=None), name="question_one_open_per_report"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
