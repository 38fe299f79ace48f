"""What reports and certificates of conduct can be. What must be reported the rulebook says."""

from django.db import models


class ReportState(models.TextChoices):
    RECEIVED = "ontvangen", "ontvangen"
    ASKED = "vraag", "wacht op uw antwoord"
    ANSWERED = "antwoord", "antwoord ontvangen"
    NOTED = "afgehandeld", "afgehandeld"


class VogState(models.TextChoices):
    GIVEN = "aangeleverd", "wordt bekeken"
    CONFIRMED = "bevestigd", "akkoord"
    REFUSED = "afgewezen", "niet goed"
