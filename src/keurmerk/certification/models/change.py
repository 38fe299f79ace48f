"""What happened to a certificate: one row per transition, never rewritten."""

from django.db import models

from keurmerk.shared.models import Record
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.states import State


class Change(Record):
    certificate = models.ForeignKey(
        "certification.Certificate", on_delete=models.PROTECT, related_name="changes"
    )
    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField()
    """1, 2, 3 … within the certificate: two changes at once cannot both be number 7."""
    event = models.CharField("gebeurtenis", max_length=40)
    before = models.CharField("was", max_length=50)
    after = models.CharField("werd", max_length=50)
    on = models.DateField("op")
    actor = models.CharField("door", max_length=20)
    user = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, blank=True)
    grounds = models.JSONField("gronden", default=list)
    parameters = models.JSONField(default=dict)
    facts = models.JSONField("feiten", default=dict)
    """What was known and used, so that the step can be checked years later."""
    earlier = models.JSONField(default=dict)
    """The dates and conditions of the certificate as this change found them: annulment restores them."""
    about_period = models.DateField(null=True, blank=True)
    undone_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="undoes"
    )
    annulled_on = models.DateField("herroepen of vernietigd op", null=True, blank=True)
    """For good, also where the status had moved on; what a court only holds up is merely undone."""

    class Meta:
        verbose_name = "statuswijziging"
        verbose_name_plural = "statuswijzigingen"
        ordering = ["certificate_id", "number"]
        constraints = [models.UniqueConstraint(fields=["certificate", "number"], name="change_number_once")]

    def __str__(self) -> str:
        return f"{self.number}: {self.event}"

    @property
    def event_(self) -> Event:
        return Event(self.event)

    @property
    def before_(self) -> State:
        return State(self.before)

    @property
    def after_(self) -> State:
        return State(self.after)

    @property
    def counts(self) -> bool:
        """Neither annulled nor held up by a court."""
        return self.undone_by_id is None and self.annulled_on is None
