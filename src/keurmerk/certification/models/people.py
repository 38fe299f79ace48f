"""Who may decide, who follows the calendar, who was reminded."""

from typing import ClassVar

from django.db import models

from keurmerk.shared.models import Record


class Mandate(Record):
    """Somebody of the scheme may sign these kinds of decisions."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="mandates")
    kinds = models.JSONField("soorten besluiten", default=list, blank=True)
    """Codes of DecisionKind; empty is all of them."""
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)
    source = models.CharField("mandaatbesluit", max_length=300)

    class Meta:
        verbose_name = "mandaat"
        verbose_name_plural = "mandaten"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
                name="mandate_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"mandaat van {self.user_id}"


class CalendarFeed(Record):
    """A calendar address of one person; only the hash of its token is kept."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["CalendarFeed"]] = models.Manager()

    class Meta:
        verbose_name = "agenda-abonnement"
        verbose_name_plural = "agenda-abonnementen"
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(revoked_at=None), name="feed_one_runs_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"agenda van {self.user_id}"


class Digest(Record):
    """The one mail with reminders that somebody got on a day."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="digests")
    day = models.DateField("dag")
    lines = models.PositiveIntegerField("regels")

    class Meta:
        verbose_name = "herinnering"
        verbose_name_plural = "herinneringen"
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="digest_once_a_day")]

    def __str__(self) -> str:
        return f"herinnering {self.day}"
