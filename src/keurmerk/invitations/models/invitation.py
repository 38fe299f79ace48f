"""A mail to somebody who may come to act for a school."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from keurmerk.invitations.enums import InvitationState
from keurmerk.journal.party import Party
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.shared.models import Record

OPEN = Q(accepted_at=None, withdrawn_at=None)


class Invitation(Record):
    """Written by invitations.service only. The secret of its link is nowhere stored: see `links`.

    `sent` counts the mails; each makes the links before it void. `expires_on` is the last day of the link.
    """

    school = models.ForeignKey("organisations.School", on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField("e-mailadres")
    function = models.CharField("functie", max_length=20, choices=MembershipFunction)
    invited_by = models.ForeignKey(
        "accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations_made"
    )
    sent = models.PositiveSmallIntegerField("aantal keer verstuurd", default=0)
    sent_on = models.DateField("verstuurd op")
    expires_on = models.DateField("geldig tot en met")
    accepted_at = models.DateTimeField("aangenomen op", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True)

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint("school", Lower("email"), condition=OPEN, name="invitation_open_once"),
            models.CheckConstraint(
                condition=Q(function__in=MembershipFunction.values), name="invitation_function_known"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_ends_in_one_way"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=models.F("sent_on")), name="invitation_expires_after_sending"
            ),
        ]

    def __str__(self) -> str:
        return f"uitnodiging voor {self.school_id}"

    def as_party(self) -> Party:
        return Party("invitation", str(self.public_id), "uitnodiging")

    @property
    def function_(self) -> MembershipFunction:
        return MembershipFunction(self.function)

    def state_on(self, today: date) -> InvitationState:
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        return InvitationState.OPEN if today <= self.expires_on else InvitationState.EXPIRED
