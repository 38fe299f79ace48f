"""Where an invitation stands."""

from django.db import models


class InvitationState(models.TextChoices):
    OPEN = "open", "verstuurd"
    EXPIRED = "expired", "verlopen"
    ACCEPTED = "accepted", "aangenomen"
    WITHDRAWN = "withdrawn", "ingetrokken"
