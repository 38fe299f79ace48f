"""Rows of applications for the screens, put there without the verbs: many of them, or one of everything."""

from datetime import date, timedelta

from django.utils import timezone

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import (
    Agreement,
    Application,
    Attachment,
    HandedIn,
    IntakeTalk,
    Interest,
    Invoice,
    Reference,
)
from keurmerk.applications.queries.handed_in import ANSWERS, EVIDENCE
from keurmerk.applications.service import agreements
from keurmerk.certification.enums import CaseKind
from keurmerk.organisations.models import School
from rulebook.lifecycle.states import State
from tests.factories.applications import make_answers
from tests.factories.case_rows import make_open_case
from tests.factories.documents import make_document
from tests.factories.organisations import make_school


def put_application(
    school: School | None = None, state: ApplicationState = ApplicationState.SUBMITTED
) -> Application:
    """Handed in unless it is a draft; the certificate is in the state that belongs to it."""
    now, drafted = timezone.now(), state == ApplicationState.DRAFT
    today = timezone.localdate(now)
    case = make_open_case(
        State.AGREEMENT if drafted else State.APPLICATION,
        school=school or make_school(),
        kind=CaseKind.APPLICATION,
    )
    application = Application.objects.create(
        school=case.school,
        case=case,
        number=1 + Application.objects.filter(school=case.school).count(),
        state=state,
        started_on=today,
        edited_at=now,
        expires_on=today + timedelta(days=90),
        submitted_at=None if drafted else now,
        signer="" if drafted else "Anna de Vries",
    )
    if not drafted:
        values = {ANSWERS: make_answers(case.school, today), EVIDENCE: {}}
        HandedIn.objects.create(application=application, at=now, values=values)
    return application


def application_of(school: School) -> Application:
    return Application.objects.filter(school=school).first() or put_application(school)


def reference_of(school: School) -> int:
    """An extract of the trade register on page 1 of a document."""
    application = application_of(school)
    found = application.references.first()
    if found is None:
        attachment = Attachment.objects.create(
            application=application, number=1, document=make_document(school)
        )
        found = Reference.objects.create(application=application, code="A2", attachment=attachment, pages="1")
    return found.pk


def talk_of(school: School) -> IntakeTalk:
    application = application_of(school)
    return application.talks.first() or IntakeTalk.objects.create(
        application=application,
        invited_on=timezone.localdate(),
        at=timezone.now() + timedelta(days=7),
        place="Utrecht",
    )


def invoice_of(school: School) -> Invoice:
    return school.invoices.first() or put_invoice(school, f"2026-{school.pk}")


def put_invoice(school: School, number: str, *, paid_on: date | None = None) -> Invoice:
    today = timezone.localdate()
    return Invoice.objects.create(
        school=school,
        number=number,
        amount="750.00",
        sent_on=today,
        due_on=today + timedelta(days=14),
        paid_on=paid_on,
    )


def interest_of(school: School) -> Interest:
    """Of the school with this KvK number, so that it waits for staff."""
    found = Interest.objects.filter(kvk_number=school.kvk_number).first()
    today = timezone.localdate()
    return found or Interest.objects.create(
        name=school.name,
        kvk_number=school.kvk_number,
        person="Anna de Vries",
        email="anna@taalhuis.example",
        state="bevestigd",
        asked_on=today,
        confirmed_on=today,
    )


def attachment_of(school: School) -> Attachment:
    reference_of(school)
    return Attachment.objects.get(application__school=school, number=1)


def agreement_of(school: School) -> Agreement:
    """Offered, and not signed yet."""
    return agreements.offer(school, today=timezone.localdate())[0]


APPLYING = {
    "application": application_of,
    "attachment": attachment_of,
    "agreement": agreement_of,
    "reference": reference_of,
    "talk": talk_of,
    "invoice": invoice_of,
    "interest": interest_of,
}
"""What addresses of applications ask for, by the name they ask it by."""
