"""Where an upload stands, and what is kept of it."""

from django.db import models


class UploadState(models.TextChoices):
    RECEIVED = "received", "ontvangen"
    CHECKING = "checking", "wordt gecontroleerd"
    REFUSED = "refused", "fouten gevonden"
    CHECKED = "checked", "gecontroleerd"
    COMMITTED = "committed", "ingediend"
    WITHDRAWN = "withdrawn", "ingetrokken"
    FAILED = "failed", "controle mislukt"


TO_BE_CHECKED = frozenset({UploadState.RECEIVED, UploadState.CHECKING, UploadState.FAILED})
"""From these a check may start; CHECKING too, because a worker can be killed halfway."""

UNDER_WAY = frozenset({UploadState.RECEIVED, UploadState.CHECKING})
CAN_BE_WITHDRAWN = frozenset(set(UploadState) - {UploadState.COMMITTED, UploadState.WITHDRAWN})

IN_USE = frozenset(set(UploadState) - {UploadState.WITHDRAWN})
"""The same file for the same period is not taken a second time beside an upload in one of these."""


class FileKind(models.TextChoices):
    """What a file holds; how long each is kept stands in retention.py."""

    ORIGINAL = "original", "het bestand van de school"
    PROBLEMS = "problems", "de gevonden fouten, met de waarden"
    PERSONAL = "personal", "namen en contactgegevens"
    SNAPSHOT = "snapshot", "de rijen zonder namen"
    ADDED = "added", "wat Blik op Werk toevoegde: slagingsnormen en tevredenheid"
    EXPLANATION = "explanation", "de uitleg bij een beoordeling"


HOLDS_PERSONS = frozenset({FileKind.ORIGINAL, FileKind.PROBLEMS, FileKind.PERSONAL})
"""Opened only by functions that write a line in the journal."""
