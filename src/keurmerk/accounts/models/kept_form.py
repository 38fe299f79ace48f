"""What somebody typed in a form that was sent after the session had ended."""

from django.db import models

from keurmerk.shared.models import Record


class KeptForm(Record):
    """Written by accounts.kept_forms. `key` is the hash of a cookie that only this browser has.

    `sealed` holds the typed text, encrypted. `path` is where it was sent, with what stood behind the question
    mark. It is gone after two hours, or when the same address was sent again.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="kept_forms")
    key = models.CharField(max_length=64)
    path = models.CharField(max_length=500)
    sealed = models.BinaryField()

    class Meta:
        verbose_name = "bewaard formulier"
        verbose_name_plural = "bewaarde formulieren"
        constraints = [models.UniqueConstraint(fields=["key", "path"], name="kept_form_once_per_address")]
