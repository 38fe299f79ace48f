"""What a checked upload would come out at, before it is committed."""

import json
from typing import Any

from django.db import models

from keurmerk.shared.models import Record


class Preview(Record):
    """Kept for the page of the dry run only; the commit judges anew."""

    upload = models.OneToOneField("results.Upload", on_delete=models.CASCADE, related_name="preview")
    outcome_text = models.TextField("uitkomst")

    class Meta:
        verbose_name = "voorlopige uitkomst"
        verbose_name_plural = "voorlopige uitkomsten"

    def __str__(self) -> str:
        return f"voorlopige uitkomst bij {self.upload_id}"

    @property
    def outcome(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.outcome_text)
        return loaded
