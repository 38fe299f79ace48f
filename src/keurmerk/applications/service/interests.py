"""From interest to an invitation: the address is confirmed first, then the agreements are sent (§2.3)."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError

from keurmerk.accounts.models import User
from keurmerk.applications.enums import InterestState
from keurmerk.applications.models import Interest
from keurmerk.applications.service.agreements import offer
from keurmerk.applications.service.telling import mail_to
from keurmerk.certification.errors import refuse
from keurmerk.invitations import service as invitations
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.messaging.texts import PERSONAL_LINK
from keurmerk.organisations import service as organisations
from keurmerk.organisations.enums import CertificateKind, MembershipFunction
from keurmerk.organisations.models import School


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What somebody tells in the public form."""

    name: str
    kvk_number: str
    person: str
    email: str
    phone: str = ""
    remark: str = ""


@journaled
def show_interest(shown: Shown, *, today: date) -> Interest:
    """Keep it and mail a link to confirm the address; asked again on the same day, that mail will do."""
    email, kvk_number = shown.email.strip().lower(), shown.kvk_number.replace(" ", "")
    interest, _ = Interest.objects.update_or_create(
        kvk_number=kvk_number,
        email=email,
        state=InterestState.ASKED,
        defaults={
            "name": shown.name.strip(),
            "person": shown.person.strip(),
            "phone": shown.phone.strip(),
            "remark": shown.remark.strip(),
            "asked_on": today,
        },
    )
    mail_to(
        email,
        "person_interest_confirm",
        {"person": interest.person, "school": interest.name, "link": PERSONAL_LINK},
        key=f"interest:{interest.public_id}:{today}",
        about=interest.as_party(),
    )
    journal.record(actor=SYSTEM, kind="interest.shown", subject=interest, payload={"kvk_number": kvk_number})
    return interest


@journaled
def confirm_interest(interest_id: int, *, today: date) -> Interest:
    """The address is right. A school that nobody knows is invited at once; one that is known, staff look at.

    Confirming twice changes nothing.
    """
    interest = Interest.objects.select_for_update(no_key=True).get(pk=interest_id)
    if interest.state != InterestState.ASKED:
        return interest
    interest.state, interest.confirmed_on = InterestState.CONFIRMED, today
    interest.save(update_fields=["state", "confirmed_on"])
    if not School.objects.filter(kvk_number=interest.kvk_number).exists():
        return accept_interest(interest.pk, by=None, today=today)
    return interest


@journaled
def accept_interest(interest_id: int, *, by: User | None, today: date) -> Interest:
    """Register the school when it is new, offer both agreements and invite who asked."""
    interest = _waiting(interest_id)
    school = School.objects.filter(kvk_number=interest.kvk_number).first()
    if school is None:
        try:
            school = organisations.register_school(
                kvk_number=interest.kvk_number,
                name=interest.name,
                certificate=CertificateKind.FIXED_TERM,
                registered_by=by or SYSTEM,
                fictional=getattr(settings, "DEMO_DATA", False),
            )
        except ValidationError as error:
            raise refuse("school", " ".join(error.messages)) from error
    offer(school, today=today)
    invitations.invite(
        school,
        email=interest.email,
        function=MembershipFunction.APPLICANT,
        invited_by=by or SYSTEM,
        today=today,
    )
    return _handled(interest, InterestState.ACCEPTED, by=by, today=today, school=school)


@journaled
def decline_interest(interest_id: int, *, because: str, by: User, today: date) -> Interest:
    """Nothing follows from it. Who asked is told why; an application itself can always be made (Awb 4:1)."""
    if not because.strip():
        raise refuse("reden_ontbreekt", "Vul in waarom deze aanmelding wordt afgesloten.")
    interest = _waiting(interest_id)
    interest.reason = because.strip()
    mail_to(
        interest.email,
        "person_interest_declined",
        {"person": interest.person, "school": interest.name, "reason": interest.reason},
        key=f"interest-declined:{interest.public_id}",
    )
    return _handled(interest, InterestState.DECLINED, by=by, today=today)


def _handled(
    interest: Interest, state: InterestState, *, by: User | None, today: date, school: School | None = None
) -> Interest:
    interest.state, interest.handled_on, interest.handled_by = state, today, by
    interest.school = school
    interest.save()
    journal.record(actor=by or SYSTEM, kind=f"interest.{state.name.lower()}", subject=interest, payload={})
    return interest


def _waiting(interest_id: int) -> Interest:
    interest = Interest.objects.select_for_update(no_key=True).get(pk=interest_id)
    if interest.state != InterestState.CONFIRMED:
        raise refuse("al_afgehandeld", f"Deze aanmelding is al {interest.get_state_display()}.")
    return interest
