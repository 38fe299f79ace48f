"""A document that goes with a message."""

from django.db import models


class Attachment(models.Model):
    """Read when the mail leaves. No longer kept by then, the message is not sent without it."""

    message = models.ForeignKey("messaging.Message", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="attached_to")

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["message", "document"], name="attachment_once_per_message")
        ]

    def __str__(self) -> str:
        return str(self.document)
