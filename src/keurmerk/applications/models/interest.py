"""Somebody who wants the mark and is not known yet (§2.3)."""

from django.db import models

from keurmerk.applications.enums import InterestState
from keurmerk.journal.party import Party
from keurmerk.shared.models import Record


class Interest(Record):
    """From the public form. Who does not confirm the address is forgotten (retention)."""

    name = models.CharField("naam van de onderneming", max_length=200)
    kvk_number = models.CharField("KvK-nummer", max_length=8)
    person = models.CharField("uw naam", max_length=150)
    email = models.EmailField("e-mailadres")
    phone = models.CharField("telefoonnummer", max_length=30, blank=True)
    remark = models.TextField("toelichting", max_length=2_000, blank=True)
    state = models.CharField("stand", max_length=12, choices=InterestState, default=InterestState.ASKED)
    asked_on = models.DateField("gevraagd op")
    confirmed_on = models.DateField("bevestigd op", null=True, blank=True)
    handled_on = models.DateField("afgehandeld op", null=True, blank=True)
    handled_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField("reden", max_length=2_000, blank=True)
    school = models.ForeignKey(
        "organisations.School", on_delete=models.SET_NULL, null=True, blank=True, related_name="interests"
    )

    class Meta:
        verbose_name = "aanmelding van belangstelling"
        verbose_name_plural = "aanmeldingen van belangstelling"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=InterestState.values), name="interest_state_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def as_party(self) -> Party:
        return Party("interest", str(self.public_id), "belangstelling")
