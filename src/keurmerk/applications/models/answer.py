"""What somebody typed on one page of an application."""

from django.db import models

from keurmerk.shared.sealed import SealedJSONField


class Answer(models.Model):
    """As typed, right or wrong, so that nothing is lost; sealed, because most of it is about persons.

    `revision` counts the times that it was saved: who saves on an older one is told so.
    """

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="answers"
    )
    page = models.CharField(max_length=30)
    values = SealedJSONField()
    revision = models.PositiveIntegerField(default=1)
    edited_at = models.DateTimeField("gewijzigd op")
    edited_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    edited_in = models.CharField(max_length=36, blank=True)
    """Which opened form wrote it: one that never heard that it was saved does not conflict with itself."""

    class Meta:
        verbose_name = "ingevulde pagina"
        verbose_name_plural = "ingevulde pagina's"
        constraints = [models.UniqueConstraint(fields=["application", "page"], name="answer_page_once")]

    def __str__(self) -> str:
        return f"{self.page} van {self.application_id}"
