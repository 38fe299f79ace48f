"""Which auditor may look into which school."""

from django.db import models
from django.utils import timezone

from keurmerk.shared.models import Record


class Assignment(Record):
    auditor = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="assignments")
    school = models.ForeignKey("organisations.School", on_delete=models.CASCADE, related_name="assignments")
    started_on = models.DateField("vanaf", default=timezone.localdate)
    ended_on = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "toewijzing"
        verbose_name_plural = "toewijzingen"
        constraints = [
            models.UniqueConstraint(
                fields=["auditor", "school"], condition=models.Q(ended_on=None), name="assignment_runs_once"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="assignment_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.auditor_id} bij {self.school_id}"
