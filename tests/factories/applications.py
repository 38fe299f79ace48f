"""Applications in every state, made by the verbs that make them."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.enums import AgreementKind, ApplicationState, Aspect
from keurmerk.applications.models import Agreement, Answer, Application, Attachment, Interest, Reference
from keurmerk.applications.queries.judging import pages_of
from keurmerk.applications.service import agreements, assessing, evidence, inquiring, interests, submitting
from keurmerk.applications.service.agreements import Signature
from keurmerk.applications.service.interests import Shown
from keurmerk.applications.service.submitting import Declared
from keurmerk.documents import service as documents
from keurmerk.organisations.enums import CertificateKind, MembershipFunction
from keurmerk.organisations.models import School
from rulebook.application.checklist import Answers, evidence_rows
from rulebook.application.pages import PAGES
from rulebook.kernel.period import STARTS
from tests.factories.certification import make_staff
from tests.factories.file_contents import pdf
from tests.factories.organisations import make_school, make_school_user
from tests.rulebook.application.complete import complete_answers

SIGNATURE = Signature(signer="Anna de Vries", function="directeur", place="Utrecht", agreed=True)
DECLARED = Declared(signer="Anna de Vries", function="directeur", place="Utrecht", agreed=True)
CONTACT = {"name": "Anna de Vries", "email": "anna@school.example"}
IDENTITY = "SPECI2014"
"""What every identity paper of the answers has as its number."""
WRONG = "De begroting heeft geen kosten voor huur."
_numbers = count(1)


def make_answers(school: School, today: date) -> dict[str, dict[str, Any]]:
    """A school that never had the mark, led and owned by one person, complete on this day."""
    answers = deepcopy(complete_answers())
    anna = {"voornamen": "Anna", "achternaam": "de Vries", "geboortenaam": "", "geboortedatum": "3-5-1980"}
    answers["onderneming"] |= {
        "naam": school.name,
        "kvk_nummer": school.kvk_number,
        "rechtsvorm": "bv",
        "zzp": "nee",
        "oval": "nee",
    }
    answers["management"]["management"][0] |= anna | {"functie": "Directeur", "rollen": ["kvk", "dagelijks"]}
    answers["netwerk"] = {"verbonden": "nee", "eerder_houder": "nee"}
    owners = answers["belanghebbenden"]
    owners["ubo"][0] |= anna | {"id_nummer": IDENTITY, "direct": "100", "aard": ["kapitaal", "stemmen"]}
    owners |= {"heeft_pep": "nee", "pep": [], "holdings": [], "id_nummer": IDENTITY}
    answers["docenten"]["docenten"][0] |= {"naam": "Bram Jansen", "start": typed(today + timedelta(days=30))}
    answers["meetperiode"]["start"] = typed(next_start(today))
    return answers


def typed(day: date) -> str:
    """As somebody types it."""
    return f"{day.day}-{day.month}-{day.year}"


def next_start(today: date) -> date:
    days = [date(year, *start) for year in (today.year, today.year + 1) for start in STARTS]
    return min(day for day in days if day > today)


@dataclass(frozen=True)
class Applicant:
    """Who acts on both sides of an application."""

    application: Application
    member: User
    staff: User


def make_agreements(
    *, school: School | None = None, signed: bool = True, now: datetime | None = None
) -> tuple[School, User]:
    """Both offered, and signed by somebody of the school; not concluded yet."""
    now = now or timezone.now()
    school = school or make_school(certificate=CertificateKind.FIXED_TERM)
    member = make_school_user(school, MembershipFunction.APPLICANT)
    agreements.offer(school, today=timezone.localdate(now))
    for agreement in Agreement.objects.filter(school=school) if signed else ():
        contacts = [CONTACT] if agreement.kind == AgreementKind.PROCESSING else []
        agreements.sign_for_school(agreement.pk, SIGNATURE, by=member, now=now, contacts=contacts)
    return school, member


def make_applicant(
    state: ApplicationState = ApplicationState.SUBMITTED,
    *,
    school: School | None = None,
    now: datetime | None = None,
    answers: Mapping[str, Answers] | None = None,
) -> Applicant:
    """An application in this state, with who filled it in and who judges it.

    A draft is complete and can be handed in. Of one that is being completed the plan of the organisation was
    not complete; of one that is being improved it gave no trust.
    """
    now, staff = now or timezone.now(), make_staff()
    today = timezone.localdate(now)
    school, member = make_agreements(school=school, now=now)
    application = agreements.conclude(school, by=staff, now=now)
    fill_in(application, answers or make_answers(school, today), by=member, now=now)
    made = Applicant(application, member, staff)
    if state == ApplicationState.DRAFT:
        return made
    submitting.submit(application.pk, DECLARED, by=member, now=now)
    if state == ApplicationState.COMPLETING:
        judge(application, by=staff, today=today, wrong=(("organisatieplan", Aspect.COMPLETENESS),))
        until = today + timedelta(weeks=4)
        assessing.ask_completion(application.pk, until=until, by=staff, now=now)
    elif state == ApplicationState.REPAIRING:
        judge(application, by=staff, today=today, wrong=(("organisatieplan", Aspect.CONTENT),))
        until = today + timedelta(weeks=4)
        assessing.ask_improvement(application.pk, until=until, by=staff, now=now)
    elif state != ApplicationState.SUBMITTED:
        raise ValueError(f"no application can be made {state} yet")
    application.refresh_from_db()
    return made


def make_application(state: ApplicationState = ApplicationState.SUBMITTED, **given: Any) -> Application:
    return make_applicant(state, **given).application


def fill_in(
    application: Application, answers: Mapping[str, Answers], *, by: User, now: datetime
) -> Attachment:
    """Every page, and everything demanded pointed out in one document."""
    for page, values in answers.items():
        Answer.objects.update_or_create(
            application=application,
            page=page,
            defaults={"values": values, "edited_at": now, "edited_by": by},
        )
    attachment = attach(application, by=by, now=now)
    issued = timezone.localdate(now) - timedelta(days=30)
    Reference.objects.bulk_create(
        Reference(
            application=application,
            code=demand.code,
            row=row,
            attachment=attachment,
            pages="1",
            issued_on=issued if demand.dated else None,
            profile="60" if demand.profile else "",
        )
        for page in PAGES
        for demand in page.evidence
        if demand.rests_on is None
        for row, _whose in evidence_rows(demand, answers)
    )
    return attachment


def attach(
    application: Application, *, by: User, now: datetime, title: str = "Alle stukken", data: bytes = b""
) -> Attachment:
    ending = "png" if data.startswith(b"\x89PNG") else "pdf"
    file = documents.examine(data=data or pdf(), filename=f"stukken{next(_numbers)}.{ending}")
    return evidence.add_attachment(application.pk, file, title=title, by=by, now=now)


def judge(
    application: Application, *, by: User, today: date, wrong: tuple[tuple[str, Aspect], ...] = ()
) -> None:
    """Every page on everything that it is judged on; all of it is in order but what is named."""
    for aspect in Aspect:
        for page in pages_of(aspect):
            holds = (page, aspect) not in wrong
            assessing.judge_page(
                application.pk, page, aspect, holds=holds, text="" if holds else WRONG, by=by, today=today
            )


def inquire(application: Application, *, by: User, today: date, clear: bool = True) -> None:
    """One source, and a conclusion."""
    inquiring.note_source(
        application.pk,
        about="Anna de Vries",
        source="Handelsregister",
        finding="Zij is de enige bestuurder.",
        concern=not clear,
        by=by,
        today=today,
    )
    inquiring.close_inquiry(application.pk, clear=clear, conclusion="Zie de bronnen.", by=by, today=today)


def make_interest(*, kvk_number: str = "", confirmed: bool = True, today: date | None = None) -> Interest:
    """Of a school that is known already when its KvK number is given, so that it waits for staff."""
    today, number = today or timezone.localdate(), next(_numbers)
    shown = Shown(
        name=f"Taalhuis {number}",
        kvk_number=kvk_number or str(71_000_000 + number),
        person="Anna de Vries",
        email=f"anna{number}@taalhuis.example",
    )
    interest = interests.show_interest(shown, today=today)
    return interests.confirm_interest(interest.pk, today=today) if confirmed else interest
