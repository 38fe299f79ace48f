"""One line of the journal."""

import json
from typing import Any, NoReturn

from django.db import models


class Entry(models.Model):
    """Written by journal.service only; the database refuses all other writing (triggers.py)."""

    number = models.PositiveBigIntegerField("nummer", primary_key=True)
    happened_at = models.DateTimeField("tijdstip")
    actor_type = models.CharField(max_length=40)
    actor_id = models.CharField(max_length=64, blank=True)
    actor_label = models.CharField("wie", max_length=200)
    kind = models.CharField("wat", max_length=80)
    subject_type = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=64, blank=True)
    subject_label = models.CharField("waarover", max_length=200)
    ground = models.CharField("grond", max_length=300, blank=True)
    payload = models.TextField("gegevens")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "journaalregel"
        verbose_name_plural = "journaal"
        ordering = ["number"]
        indexes = [models.Index(fields=["subject_type", "subject_id", "number"], name="journal_of_subject")]

    def __str__(self) -> str:
        return f"{self.number}: {self.kind}"

    @property
    def data(self) -> Any:
        return json.loads(self.payload)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise TypeError("the journal is append-only")
