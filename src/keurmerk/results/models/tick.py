"""Who saw a warning and delivers all the same."""

from django.db import models

from keurmerk.shared.models import Record


class WarningTick(Record):
    upload = models.ForeignKey("results.Upload", on_delete=models.CASCADE, related_name="ticks")
    place = models.PositiveIntegerField("plaats in de lijst van waarschuwingen")
    ticked_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "bevestigde waarschuwing"
        verbose_name_plural = "bevestigde waarschuwingen"
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["upload", "place"], name="warning_ticked_once")]

    def __str__(self) -> str:
        return f"waarschuwing {self.place + 1} bij {self.upload_id}"
