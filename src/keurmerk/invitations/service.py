"""Every write to invitations."""

from datetime import date, datetime, timedelta

from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.invitations.errors import (
    AccountExistsError,
    AlreadyMemberError,
    NotOpenError,
    OtherAccountError,
    TooManyInvitationsError,
)
from keurmerk.invitations.models import Invitation
from keurmerk.invitations.models.invitation import OPEN
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.messaging import service as messaging
from keurmerk.messaging import texts
from keurmerk.messaging.service import address_of
from keurmerk.organisations import service as organisations
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.models import Membership, School

PACKAGE, TEXT = "keurmerk.invitations", "person_invited"
VALID = timedelta(days=14)
MOST_OPEN, MOST_SENT = 25, 5
"""Per school, and per invitation: nobody's mailbox is filled through us."""


@journaled
def invite(
    school: School,
    *,
    email: str,
    function: MembershipFunction,
    invited_by: Party | Recordable,
    today: date,
) -> Invitation:
    """Queue a mail with a link that is good for fourteen days; the membership begins when it is accepted.

    Whoever is invited already gets the mail anew, with this function, and the older link is void. Raises
    NotAnAddressError, AlreadyMemberError and TooManyInvitationsError, each with a text to show.
    """
    address = address_of(email).lower()
    School.objects.select_for_update().get(pk=school.pk)
    if Membership.objects.filter(school=school, user__email__iexact=address).exists():
        raise AlreadyMemberError("Wie dit adres heeft, werkt al namens deze school.")
    found = Invitation.objects.filter(OPEN, school=school, email__iexact=address).first()
    if found is None:
        _refuse_too_many(school)
        found = Invitation(school=school, email=address)
    found.function = function
    found.invited_by = invited_by if isinstance(invited_by, User) else None
    payload = {"function": function.value}
    return _send(found, "invitation.sent", by=invited_by, today=today, payload=payload)


@journaled
def resend(invitation: Invitation, *, by: Party | Recordable, today: date) -> Invitation:
    """The same invitation with a new link and fourteen new days; also after it expired."""
    held = _locked(invitation)
    if held.accepted_at or held.withdrawn_at:
        raise NotOpenError("Deze uitnodiging is al aangenomen of ingetrokken.")
    return _send(held, "invitation.resent", by=by, today=today, payload={})


@journaled
def withdraw(invitation: Invitation, *, by: Party | Recordable, now: datetime) -> None:
    """The link is void from now on. Withdrawing twice changes nothing."""
    held = _locked(invitation)
    if held.accepted_at:
        raise NotOpenError("Deze uitnodiging is al aangenomen. U kunt de collega wel verwijderen.")
    if held.withdrawn_at is None:
        held.withdrawn_at = now
        held.save(update_fields=["withdrawn_at"])
        journal.record(actor=by, kind="invitation.withdrawn", subject=held.school, payload=_id(held))


@journaled
def accept(invitation: Invitation, user: User, *, now: datetime, today: date) -> Membership:
    """With an account that is there: the one that has the invited address, in any case of letters."""
    held = _open(invitation, today)
    if not user.is_active or user.email.lower() != held.email.lower() or user.role != Role.SCHOOL:
        raise OtherAccountError("Deze uitnodiging hoort bij een ander account.")
    return _join(held, user, now)


@journaled
def accept_as_new(
    invitation: Invitation, *, name: str, password: str, now: datetime, today: date
) -> Membership:
    """Open the account that belongs to the invited address, and join. The password is checked by the form."""
    held = _open(invitation, today)
    if User.objects.filter(email__iexact=held.email).exists():
        raise AccountExistsError("Er is al een account met dit e-mailadres. Log daarmee in.")
    user = accounts.open_account(
        email=held.email, name=name, role=Role.SCHOOL, opened_by=held, password=password
    )
    return _join(held, user, now)


@journaled
def delete_ended(before: date) -> int:
    """For the retention: whatever its end, nothing of it is needed once this much time has passed."""
    return Invitation.objects.filter(expires_on__lt=before).delete()[0]


def _join(invitation: Invitation, user: User, now: datetime) -> Membership:
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at"])
    journal.record(actor=user, kind="invitation.accepted", subject=invitation.school, payload=_id(invitation))
    return organisations.add_member(
        invitation.school, user, added_by=invitation, function=invitation.function_
    )


def _open(invitation: Invitation, today: date) -> Invitation:
    held = _locked(invitation)
    if held.accepted_at or held.withdrawn_at or today > held.expires_on or held.sent != invitation.sent:
        raise NotOpenError("Deze uitnodiging is niet meer geldig.")
    return held


def _locked(invitation: Invitation) -> Invitation:
    return Invitation.objects.select_for_update(of=("self",)).select_related("school").get(pk=invitation.pk)


def _send(
    invitation: Invitation, kind: str, *, by: Party | Recordable, today: date, payload: dict[str, str]
) -> Invitation:
    if invitation.sent >= MOST_SENT:
        raise TooManyInvitationsError(
            f"Naar dit adres is al {MOST_SENT} keer een uitnodiging gestuurd. Vraag na of het adres klopt."
        )
    invitation.sent += 1
    invitation.sent_on, invitation.expires_on = today, today + VALID
    invitation.save()
    school = invitation.school
    context = {
        "school": school.name,
        "function": invitation.function_.label,
        "last_day": invitation.expires_on,
        "link": texts.PERSONAL_LINK,
    }
    subject, body = texts.render(PACKAGE, TEXT, context)
    messaging.queue(
        to=invitation.email,
        subject=subject,
        body=body,
        kind=f"invitations.{TEXT}",
        key=f"invitation:{invitation.public_id}:{invitation.sent}",
        school=school,
        about=invitation.as_party(),
    )
    journal.record(actor=by, kind=kind, subject=school, payload=payload | _id(invitation))
    return invitation


def _refuse_too_many(school: School) -> None:
    if Invitation.objects.filter(OPEN, school=school).count() >= MOST_OPEN:
        raise TooManyInvitationsError(
            f"Er staan al {MOST_OPEN} uitnodigingen open. Trek er eerst een in die niet meer nodig is."
        )


def _id(invitation: Invitation) -> dict[str, str]:
    return {"invitation": str(invitation.public_id)}
