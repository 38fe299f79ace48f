"""Agreement and processing agreement: offered, signed by the school, concluded by the scheme (§2.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.enums import AgreementKind
from keurmerk.applications.letter_data import agreement_letter
from keurmerk.applications.models import Agreement, Application
from keurmerk.applications.service.filling import start
from keurmerk.applications.service.telling import tell_applicants
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Case
from keurmerk.certification.service import cases, changes, running, tasks
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, Side
from rulebook.lifecycle.states import State
from rulebook.norms.editions import edition_in_force

APPLICATION_TITLE = "Aanvraag van het Keurmerk voor bepaalde tijd"
SOURCE = "§2.3"
MARKS = {AgreementKind.AGREEMENT: "O", AgreementKind.PROCESSING: "V"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs for the school, and that he may."""

    signer: str
    function: str
    place: str
    agreed: bool


@journaled
def offer(school: School, *, today: date) -> list[Agreement]:
    """Both agreements for a school; what was concluded before stays."""
    return [
        Agreement.objects.get_or_create(
            school=school,
            kind=kind,
            defaults={"edition": edition_in_force(today).title, "offered_on": today},
        )[0]
        for kind in AgreementKind
    ]


@journaled
def sign_for_school(
    agreement_id: int,
    signature: Signature,
    *,
    by: User,
    now: datetime,
    contacts: Sequence[Mapping[str, str]] = (),
) -> Agreement:
    """The school asks the scheme to enter into it. With both signed, staff get a task to conclude them."""
    agreement = _held(agreement_id)
    if agreement.school_signed_at is not None:
        return agreement
    if not signature.agreed:
        raise refuse("niet_akkoord", "Bevestig dat u namens de school tekent en dat u dat mag.")
    if missing := [label for label, value in _asked(signature) if not value.strip()]:
        raise refuse("ontbreekt", f"Vul in: {', '.join(missing)}.")
    people = [dict(each) for each in contacts if any(value.strip() for value in each.values())]
    if agreement.kind == AgreementKind.PROCESSING and not people:
        raise refuse("contactpersoon", "Vul in wie wij berichten bij een datalek.", "Bijlage 5 art. 17.2")
    agreement.signer, agreement.function = signature.signer.strip(), signature.function.strip()
    agreement.place, agreement.contacts = signature.place.strip(), people
    agreement.school_signed_at, agreement.school_signed_by = now, by
    agreement.save()
    journal.record(actor=by, kind="agreement.signed", subject=agreement, payload={"what": agreement.kind})
    if _all_signed(agreement.school):
        _ask_conclusion(agreement.school, by=by, today=timezone.localdate(now))
    return agreement


@journaled
def conclude(school: School, *, by: User, now: datetime) -> Application:
    """The scheme signs both: the agreement is there, and the application can be filled in."""
    today = timezone.localdate(now)
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    found = list(Agreement.objects.filter(school=school).select_for_update(of=("self",)))
    if len(found) < len(AgreementKind) or not _all_signed(school):
        raise refuse("niet_getekend", "De school heeft nog niet beide overeenkomsten getekend.", SOURCE)
    certificate = certificate_of(school)
    case = application_case(school, by=by, today=today)
    papers = [_conclude_one(each, case, by=by, now=now) for each in found if not each.concluded]
    if certificate.state == State.NONE:
        cases.establish(
            case,
            Fact.AGREEMENT_SIGNED,
            holds=True,
            source="Beide overeenkomsten, getekend in Mijn keurmerk",
            established_by=by,
            today=today,
        )
        step = changes.Step(event=Event.CONCLUDE_AGREEMENT, by=Actor.STAFF, user=by)
        changes.make(certificate.pk, step, case=case, today=today)
    case.tasks.filter(code=CONCLUDE, done_on=None).update(done_on=today, done_by=by)
    running.refresh_next_day([case.pk])
    application = start(school, case, by=None, now=now)
    tell_applicants(
        case,
        "school_agreement_concluded",
        {"school": school.name, "expires_on": application.expires_on},
        key=f"agreements:{school.public_id}:{application.public_id}",
        today=today,
        attachments=[paper.document for paper in papers if paper.document],
    )
    return application


CONCLUDE = "overeenkomst_accorderen"


def application_case(school: School, *, by: User | None, today: date) -> Case:
    """The open case of this school's application, made when there is none."""
    certificate = certificate_of(school)
    running_case = certificate.cases.filter(kind=CaseKind.APPLICATION, closed_on=None).first()
    return running_case or cases.open_case(
        certificate, CaseKind.APPLICATION, title=APPLICATION_TITLE, opened_by=by, today=today
    )


def _conclude_one(agreement: Agreement, case: Case, *, by: User, now: datetime) -> Agreement:
    agreement.scheme_signed_at, agreement.scheme_signed_by = now, by
    letter = agreement_letter(
        agreement,
        case,
        reference=letter_reference(case, MARKS[AgreementKind(agreement.kind)]),
        signer=by,
        today=timezone.localdate(now),
    )
    agreement.document = keep_letter(letter, title=agreement.get_kind_display(), case=case, now=now)
    agreement.save()
    journal.record(actor=by, kind="agreement.concluded", subject=agreement, payload={"what": agreement.kind})
    return agreement


def _ask_conclusion(school: School, *, by: User, today: date) -> None:
    case = application_case(school, by=by, today=today)
    if not case.tasks.filter(code=CONCLUDE, done_on=None, ended_on=None).exists():
        facts = {"vanaf": today.isoformat(), "aantal": CONCLUDE_WITHIN}
        tasks.ask(
            case,
            code=CONCLUDE,
            side=Side.SCHEME,
            text="Kijk de getekende overeenkomsten na en teken ze.",
            source=SOURCE,
            due=running.compute("werkdagen", facts, SOURCE).last_day,
        )
    journal.record(actor=SYSTEM, kind="agreement.all_signed", subject=case, payload={})


CONCLUDE_WITHIN = 5
"""Working days; the handbook names no term, this is what the scheme sets itself."""


def _all_signed(school: School) -> bool:
    signed = Agreement.objects.filter(school=school, school_signed_at__isnull=False)
    return signed.count() == len(AgreementKind)


def _asked(signature: Signature) -> list[tuple[str, str]]:
    return [("naam", signature.signer), ("functie", signature.function), ("plaats", signature.place)]


def _held(agreement_id: int) -> Agreement:
    found = Agreement.objects.select_for_update(of=("self",), no_key=True).select_related("school")
    return found.get(pk=agreement_id)
