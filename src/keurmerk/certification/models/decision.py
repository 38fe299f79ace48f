"""A decision: prepared by one person, signed by another, never changed after that."""

from typing import ClassVar

from django.db import models

from keurmerk.certification.enums import DecisionState, Subject
from keurmerk.journal.party import Party
from keurmerk.shared.models import Record
from rulebook.lifecycle.pieces import DecisionKind, Heard


class Decision(Record):
    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="decisions")
    subject = models.CharField(max_length=20, choices=Subject, default=Subject.CERTIFICATE)
    plan = models.ForeignKey(
        "certification.Plan", on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    objection = models.ForeignKey(
        "certification.Objection", on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    kind = models.CharField("soort", max_length=40, choices=[(k.value, k.words) for k in DecisionKind])
    event = models.CharField(max_length=40)
    reference = models.CharField("kenmerk", max_length=30, unique=True)
    state = models.CharField(max_length=20, choices=DecisionState, default=DecisionState.DRAFT)
    grounds = models.JSONField("gronden", default=list, blank=True)
    parameters = models.JSONField(default=dict, blank=True)
    """By `Parameter`: ISO dates, whole numbers, amounts as text."""
    intention = models.ForeignKey(
        "certification.Intention", on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    heard = models.CharField(
        "gehoord", max_length=20, choices=[(h.value, h.value) for h in Heard], default=Heard.NO
    )
    heard_reason = models.TextField("waarom niet gehoord", blank=True, max_length=4000)
    details = models.JSONField(default=dict, blank=True)
    """What this kind of letter asks beside the rest, by the letter's own slot names."""
    facts_text = models.TextField("feiten", blank=True, max_length=20_000)
    weighing = models.TextField("afweging", blank=True, max_length=20_000)
    authors = models.JSONField(default=list)
    """Accounts that wrote in it: none of them signs."""
    seen_version = models.PositiveIntegerField(default=0)
    prepared_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="prepared_decisions"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.TextField("teruggegeven omdat", blank=True, max_length=4000)
    signed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="signed_decisions"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    sent_on = models.DateField("verzonden op", null=True, blank=True)
    mandate = models.ForeignKey("certification.Mandate", on_delete=models.PROTECT, null=True, blank=True)
    change = models.OneToOneField(
        "certification.Change", on_delete=models.PROTECT, null=True, blank=True, related_name="decision"
    )
    letter = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    letter_html = models.TextField(blank=True)
    """The twin of the sealed letter, as it was sent."""

    objects: ClassVar[models.Manager["Decision"]] = models.Manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_by=None) | ~models.Q(signed_by=models.F("prepared_by")),
                name="decision_signed_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state=DecisionState.SIGNED,
                    signed_by__isnull=False,
                    signed_at__isnull=False,
                    sent_on__isnull=False,
                    letter__isnull=False,
                )
                | (~models.Q(state=DecisionState.SIGNED) & models.Q(signed_by=None, signed_at=None)),
                name="decision_signed_whole_or_not",
            ),
            models.UniqueConstraint(
                fields=["case", "subject", "event"],
                condition=models.Q(state__in=[DecisionState.DRAFT, DecisionState.SUBMITTED]),
                name="decision_prepared_once",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def kind_(self) -> DecisionKind:
        return DecisionKind(self.kind)

    @property
    def title(self) -> str:
        words = self.kind_.words
        return words[:1].upper() + words[1:]

    @property
    def open_to_objection(self) -> bool:
        return self.kind_.objectionable

    def as_party(self) -> Party:
        return Party("decision", str(self.public_id), self.reference)


class Motivation(Record):
    """Why one norm bears the decision: value, limit, the rows behind it, and the facts in own words."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="motivations")
    norm = models.CharField(max_length=20)
    group = models.CharField("groep", max_length=60, blank=True)
    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    value = models.CharField("gemeten", max_length=200)
    limit = models.CharField("grens", max_length=200)
    rows = models.CharField("rijen", max_length=300)
    facts = models.TextField("feiten", max_length=10_000, blank=True)

    class Meta:
        verbose_name = "motivering"
        verbose_name_plural = "motiveringen"
        ordering = ["norm", "group"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "norm", "group"], name="motivation_once_per_norm")
        ]

    def __str__(self) -> str:
        return self.norm
