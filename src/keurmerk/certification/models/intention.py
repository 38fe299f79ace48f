"""An intended decision: what the scheme means to do, and what the school says to that."""

from django.db import models

from keurmerk.certification.enums import IntentionState
from keurmerk.shared.models import Record
from rulebook.lifecycle.pieces import DecisionKind


class Intention(Record):
    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="intentions")
    event = models.CharField(max_length=40)
    kind = models.CharField("soort", max_length=40, choices=[(k.value, k.words) for k in DecisionKind])
    reference = models.CharField("kenmerk", max_length=30, unique=True)
    state = models.CharField(max_length=20, choices=IntentionState, default=IntentionState.SENT)
    grounds = models.JSONField("gronden", default=list)
    details = models.JSONField(default=dict, blank=True)
    facts_text = models.TextField("feiten", max_length=20_000)
    sent_on = models.DateField("verzonden op")
    respond_by = models.DateField("reageren tot en met")
    hearing_asked_on = models.DateField("hoorzitting gevraagd op", null=True, blank=True)
    hearing_on = models.DateTimeField("hoorzitting", null=True, blank=True)
    hearing_place = models.CharField("plaats van de hoorzitting", max_length=300, blank=True)
    view = models.TextField("zienswijze", blank=True, max_length=20_000)
    view_on = models.DateField("zienswijze ontvangen op", null=True, blank=True)
    view_document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    report = models.TextField("verslag van de hoorzitting", blank=True, max_length=20_000)
    sent_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    motivations = models.JSONField(default=list, blank=True)
    """As those of a decision: norm, group, value, limit, rows, facts."""
    letter = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    letter_html = models.TextField(blank=True)

    class Meta:
        verbose_name = "voornemen"
        verbose_name_plural = "voornemens"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(respond_by__gt=models.F("sent_on")), name="intention_leaves_time"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def kind_(self) -> DecisionKind:
        return DecisionKind(self.kind)
