"""A term that runs, or ran: its rule and facts are kept, its days are computed from them."""

from typing import Any

from django.db import models

from keurmerk.certification.enums import Subject
from keurmerk.shared.models import Record
from rulebook.lifecycle.pieces import Side


class Term(Record):
    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="terms")
    subject = models.CharField(max_length=20, choices=Subject, default=Subject.CERTIFICATE)
    subject_id = models.PositiveBigIntegerField(default=0)
    """Which plan, objection or intention, where a case has more of them."""
    code = models.CharField(max_length=40)
    text = models.CharField("wat", max_length=200)
    source = models.CharField("grond", max_length=120)
    side = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Side])
    kind = models.CharField(max_length=30)
    facts = models.JSONField(default=dict)
    """As the rulebook takes them, without the equated days."""
    last_day = models.DateField("laatste dag")
    before_moving = models.DateField("voor verlenging")
    steps = models.JSONField("stappen", default=list)
    explanation = models.TextField("uitleg", blank=True)
    started_on = models.DateField("begonnen op")
    change = models.ForeignKey(
        "certification.Change", on_delete=models.PROTECT, null=True, blank=True, related_name="started_terms"
    )
    ended_on = models.DateField("geëindigd op", null=True, blank=True)
    ended_by = models.ForeignKey(
        "certification.Change", on_delete=models.PROTECT, null=True, blank=True, related_name="ended_terms"
    )

    revision = models.PositiveIntegerField(default=0)
    """Grows whenever its days change, it ends or it runs again: calendars take the highest."""
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        ordering = ["last_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("before_moving")), name="term_only_moves_on"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "last_day"], condition=models.Q(ended_on=None), name="term_running")
        ]

    def __str__(self) -> str:
        return f"{self.text}: {self.last_day}"

    @property
    def as_steps(self) -> list[dict[str, Any]]:
        return list(self.steps)


class EquatedDay(Record):
    """A day that a royal decree puts on a par with a holiday (Algemene termijnenwet art. 3)."""

    day = models.DateField("dag", unique=True)
    name = models.CharField("naam", max_length=100)
    source = models.CharField("besluit", max_length=300)

    class Meta:
        verbose_name = "gelijkgestelde dag"
        verbose_name_plural = "gelijkgestelde dagen"
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.name} {self.day}"
