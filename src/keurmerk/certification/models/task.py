"""A duty of one side, dated: done, or ended because the state that asked for it ended."""

from django.db import models

from keurmerk.shared.models import Record
from rulebook.lifecycle.pieces import Side


class Task(Record):
    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="tasks")
    change = models.ForeignKey(
        "certification.Change", on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    code = models.CharField(max_length=40)
    side = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Side])
    text = models.CharField("wat", max_length=300)
    source = models.CharField("grond", max_length=120)
    due = models.DateField("uiterlijk", null=True, blank=True)
    """None: it holds as long as the state does."""
    done_on = models.DateField("gedaan op", null=True, blank=True)
    done_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    note = models.TextField("toelichting", blank=True, max_length=4000)
    ended_on = models.DateField("geëindigd op", null=True, blank=True)
    ended_by = models.ForeignKey(
        "certification.Change", on_delete=models.PROTECT, null=True, blank=True, related_name="ended_tasks"
    )

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(side__in=[s.value for s in Side]), name="task_side_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["case", "due"], condition=models.Q(done_on=None, ended_on=None), name="task_open"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Disclosure(Record):
    """What another body was told about a certificate, and on which ground (§7.8)."""

    case = models.ForeignKey("certification.Case", on_delete=models.PROTECT, related_name="disclosures")
    task = models.OneToOneField(Task, on_delete=models.PROTECT, null=True, blank=True)
    body = models.CharField("aan", max_length=20)
    body_name = models.CharField("naam", max_length=120, blank=True)
    what = models.TextField("wat", max_length=4000)
    ground = models.CharField("grond", max_length=300)
    told_on = models.DateField("op")
    told_by = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = "verstrekking"
        verbose_name_plural = "verstrekkingen"
        ordering = ["-told_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.body} {self.told_on}"
