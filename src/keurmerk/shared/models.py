"""What rows of more than one app have in common."""

import uuid

from django.db import models
from django.utils import timezone


class Record(models.Model):
    """A row with an address that cannot be guessed or counted, and the moment it was made."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField("gemaakt op", default=timezone.now, editable=False)

    class Meta:
        abstract = True
