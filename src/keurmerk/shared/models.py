"""What rows of more than one app have in common."""

import uuid
from typing import Any

from django.db import models
from django.utils import timezone


class Record(models.Model):
    """A row with an address that cannot be guessed or counted, and the moment it was made."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField("gemaakt op", default=timezone.now, editable=False)

    class Meta:
        abstract = True


class StoredName(models.CharField):
    """Which file of the encrypted store a row owns.

    The field is the registry: what no field of this kind names, the sweep deletes. So keep the name of a
    stored file in nothing else.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **({"max_length": 32, "unique": True} | options))

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """For the database it is a column as any other."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", args, options
