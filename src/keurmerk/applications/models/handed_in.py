"""The answers as they were when an application, or what was asked of it, was handed in."""

from django.db import models

from keurmerk.shared.sealed import SealedJSONField


class HandedIn(models.Model):
    """One for the submission, one for every chance that was used: between two of them lies what changed."""

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="handed_in"
    )
    at = models.DateTimeField("ingediend op")
    values = SealedJSONField()
    """By the code of the page what stood on it."""

    class Meta:
        verbose_name = "ingediende antwoorden"
        verbose_name_plural = "ingediende antwoorden"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.application_id} op {self.at:%d-%m-%Y}"
