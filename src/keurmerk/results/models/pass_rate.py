"""The pass rates that Blik op Werk announces every year (§4.20)."""

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.shared.models import Record


class Profile(models.TextChoices):
    ANALFABEET = "analfabeet"
    LAAG = "laag"
    MIDDEN = "midden"
    HOOG = "hoog"


class AnnouncedPassRate(Record):
    """Append-only: a correction is a new row for the same day, and the newest row holds."""

    profile = models.CharField("leerprofiel", max_length=10, choices=Profile)
    valid_from = models.DateField("geldt vanaf")
    percentage = models.DecimalField("slagingsnorm in procenten", max_digits=12, decimal_places=9)
    source = models.CharField("waar dit is bekendgemaakt", max_length=300)
    entered_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "bekendgemaakte slagingsnorm"
        verbose_name_plural = "bekendgemaakte slagingsnormen"
        ordering = ["-valid_from", "profile", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percentage__gt=0, percentage__lte=100), name="pass_rate_is_a_percentage"
            ),
            models.CheckConstraint(
                condition=models.Q(profile__in=Profile.values), name="pass_rate_profile_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile} vanaf {self.valid_from}"

    def as_party(self) -> Party:
        return Party("pass_rate", str(self.public_id), str(self))
