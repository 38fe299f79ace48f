"""Two schools side by side, each with one of everything that an address can ask for."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.assessments.models import Assessment, Preview
from keurmerk.certification.enums import CourtMatter
from keurmerk.certification.models import Case, CourtCase, EquatedDay, Mandate, Task
from keurmerk.certification.service.calendar import equate
from keurmerk.certification.service.mandates import give_mandate
from keurmerk.documents.models import Document
from keurmerk.intake.reading import read_dossier
from keurmerk.invitations.models import Invitation
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.messaging.models import Message
from keurmerk.organisations.models import Membership, School
from keurmerk.organisations.service import assign_auditor
from keurmerk.results.enums import UploadState
from keurmerk.results.models import Delivery, Upload
from rulebook.judgement import judge
from tests.factories.accounts import make_user
from tests.factories.application_rows import APPLYING
from tests.factories.case_rows import make_open_case, make_task, make_term
from tests.factories.dispensations import dispensation_of
from tests.factories.documents import make_document
from tests.factories.invitations import invite
from tests.factories.messages import make_bounced
from tests.factories.organisations import make_school_user
from tests.factories.persons_things import PERSONS
from tests.factories.reporting import THINGS as REPORTING
from tests.factories.results import EXAMPLE, PERIOD
from tests.factories.school_papers import PAPERS, objection_of
from tests.house_rules.addresses import Address


def values_of(school: School, address: Address) -> dict[str, Any]:
    """What an address asks for of this school, made when it is not there yet."""
    return {name: code_of(THINGS[name](school)) for name in sorted(address.asks & THINGS.keys())}


def code_of(thing: Any) -> Any:
    return getattr(thing, "public_id", thing)


def somebody(role: Role, school: School) -> User:
    """An account of this role, tied to the school as that role can be."""
    if role == Role.SCHOOL:
        return make_school_user(school)
    user = make_user(role)
    if role == Role.AUDITOR:
        assign_auditor(school, user, assigned_by=SYSTEM, today=date(2026, 1, 1))
    return user


@cache
def outcome_text() -> str:
    """Judged once: these tests look at addresses, not at judging."""
    dossier = read_dossier(EXAMPLE).dossier
    assert dossier is not None
    return json.dumps(judge(dossier, PERIOD).as_json())


def upload_of(school: School) -> Upload:
    """A dry run that waits to be handed in."""
    found = Upload.objects.filter(school=school, state=UploadState.CHECKED).first()
    return found or _with_preview(_upload(school, 1, UploadState.CHECKED))


def assessment_of(school: School) -> Assessment:
    found = Assessment.objects.filter(delivery__school=school).first()
    return found or _assessment(_upload(school, 2, UploadState.COMMITTED))


def document_of(school: School) -> Document:
    found = Document.objects.filter(school=school).first()
    return found or make_document(school)


def assignment_of(school: School) -> int:
    found = school.assignments.order_by("pk").first()
    return (found or _assignment(school)).pk


def message_of(school: School) -> Message:
    """One that came back, so that it can be sent again."""
    found = Message.objects.filter(school=school).first()
    return found or make_bounced(school=school)


def case_of(school: School) -> Case:
    """One in which something runs."""
    found = Case.objects.filter(school=school).first()
    if found is None:
        found = make_open_case(school=school)
        make_term(found)
    return found


def task_of(school: School) -> Task:
    """One that is done by telling another body, so that every screen for tasks can show it."""
    case = case_of(school)
    return case.tasks.filter(code="duo_informeren").first() or make_task(case, code="duo_informeren")


def equated_day() -> EquatedDay:
    """Of no school; the newest change of the table stands in the journal."""
    if not EquatedDay.objects.exists():
        equate(date(2026, 5, 15), name="Vrijdag na Hemelvaart", source="Stb.", by=make_user(Role.STAFF))
    return EquatedDay.objects.get()


def calendar_entry() -> int:
    equated_day()
    return Entry.objects.get(kind="calendar.equated").pk


def mandate_of_somebody() -> Mandate:
    return Mandate.objects.first() or give_mandate(
        make_user(Role.STAFF), valid_from=date(2026, 1, 1), source="Mandaatbesluit", given_by=SYSTEM
    )


def court_case_of(school: School) -> CourtCase:
    """Interim relief that waits for a ruling, at the objection of this school."""
    objection = objection_of(school)
    return objection.court_cases.first() or CourtCase.objects.create(
        objection=objection,
        matter=CourtMatter.INTERIM_RELIEF,
        court="Rechtbank Midden-Nederland",
        filed_on=objection.received_on,
    )


def member_of(school: School) -> Membership:
    return school.memberships.first() or make_school_user(school).memberships.get(school=school)


def invitation_of(school: School) -> Invitation:
    return school.invitations.first() or invite(school)


def _assignment(school: School) -> Any:
    auditor = make_user(Role.AUDITOR)
    return assign_auditor(school, auditor, assigned_by=SYSTEM, today=date(2026, 1, 1))


def _upload(school: School, number: int, state: UploadState) -> Upload:
    return Upload.objects.create(
        school=school,
        number=number,
        state=state,
        period_first=PERIOD.first,
        period_last=PERIOD.last,
        filename="dossier.xlsx",
        size=1,
        sha256=str(number),
    )


def _with_preview(upload: Upload) -> Upload:
    Preview.objects.create(upload=upload, outcome_text=outcome_text())
    return upload


def _assessment(upload: Upload) -> Assessment:
    delivery = Delivery.objects.create(
        upload=upload,
        school=upload.school,
        period_first=upload.period_first,
        period_last=upload.period_last,
        snapshot_hash="0",
    )
    return Assessment.objects.create(
        delivery=delivery,
        number=1,
        edition="inburgeren-2025",
        rulebook_version="0",
        snapshot_hash="0",
        outcome_hash="0",
        outcome_text=outcome_text(),
        receipt_text="{}",
        explanation_rows=0,
    )


THINGS: dict[str, Callable[[School], Any]] = {
    "school": lambda school: school,
    "upload": upload_of,
    "assessment": assessment_of,
    "assignment": assignment_of,
    "message": message_of,
    "document": document_of,
    "case": case_of,
    "task": task_of,
    "equated": lambda _school: equated_day(),
    "mandate": lambda _school: mandate_of_somebody(),
    "entry": lambda _school: calendar_entry(),
    **PAPERS,
    **PERSONS,
    **REPORTING,
    **APPLYING,
    "court": court_case_of,
    "dispensation": dispensation_of,
    "member": member_of,
    "invitation": invitation_of,
}
"""What addresses call the things of a school; a new screen adds what it asks for."""
