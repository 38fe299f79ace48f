"""Papers between a school and the scheme as rows, for screens: no letters are made, nothing is sealed."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from keurmerk.certification.enums import CaseKind, DecisionState, Manner, RequestKind, Subject
from keurmerk.certification.models import (
    Case,
    Decision,
    Intention,
    Objection,
    Paper,
    Plan,
    Request,
    Task,
    Term,
)
from keurmerk.certification.service import running
from keurmerk.certification.service.cases import open_case
from keurmerk.certification.service.intending import RESPOND
from keurmerk.certification.service.signing import OBJECT_WITHIN
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.organisations.models import School
from rulebook.lifecycle.pieces import DecisionKind, Side
from rulebook.lifecycle.states import ObjectionState, PlanState, State
from tests.factories.case_rows import make_open_case, make_task, put_in
from tests.factories.certification import make_staff
from tests.factories.documents import make_document

HTML = (
    '<article class="letter" lang="nl"><h2 class="letter__title">Besluit</h2><p>Wij besluiten.</p></article>'
)


def case_of(school: School, state: State = State.INDEFINITE) -> Case:
    found = Case.objects.filter(school=school, kind=CaseKind.SUPERVISION).order_by("pk").first()
    return found or make_open_case(state, school=school)


def make_decision(
    case: Case, kind: DecisionKind = DecisionKind.INQUIRY, *, sent_on: date | None = None, **given: Any
) -> Decision:
    """Signed and sent, today unless told otherwise; with the term to object where one is open."""
    day = sent_on or timezone.localdate()
    number = case.decisions.count() + case.intentions.count() + 1
    fields: dict[str, Any] = {
        "event": "schorsen_onderzoek",
        "reference": f"Z{case.number:06d}-{number}",
        "state": DecisionState.SIGNED,
        "prepared_by": make_staff(),
        "signed_by": make_staff(),
        "signed_at": timezone.now(),
        "sent_on": day,
        "letter": _letter(case),
        "letter_html": HTML,
    }
    decision = Decision.objects.create(case=case, kind=kind, **(fields | given))
    if kind.objectionable:
        running.start_term(
            OBJECT_WITHIN,
            {"verzonden_op": day.isoformat()},
            case=case,
            on=day,
            subject=Subject.OBJECTION,
            subject_id=decision.pk,
        )
    return decision


def make_intention(case: Case, *, sent_on: date | None = None, **given: Any) -> Intention:
    """Waits for the school's view, two weeks from today unless told otherwise."""
    day = sent_on or timezone.localdate()
    number = case.decisions.count() + case.intentions.count() + 1
    fields: dict[str, Any] = {
        "event": "intrekken",
        "kind": DecisionKind.WITHDRAWAL,
        "reference": f"Z{case.number:06d}-{number}",
        "facts_text": "Bij het bezoek lagen er geen presentielijsten.",
        "sent_on": day,
        "respond_by": day + timedelta(weeks=2),
        "sent_by": make_staff(),
        "letter": _letter(case),
        "letter_html": HTML,
    }
    intention = Intention.objects.create(case=case, **(fields | given))
    running.start_term(
        RESPOND,
        {"vanaf": day.isoformat(), "aantal": 2},
        case=case,
        on=day,
        subject=Subject.INTENTION,
        subject_id=intention.pk,
    )
    return intention


def make_plan(case: Case, **given: Any) -> Plan:
    """Asked today, to be filed within four weeks."""
    today = timezone.localdate()
    fields: dict[str, Any] = {
        "certificate": case.certificate,
        "state": PlanState.ASKED,
        "grounds": ["tevredenheid"],
        "facts_text": "Het cijfer was 6,4.",
        "asked_on": today,
        "file_by": today + timedelta(weeks=4),
    }
    return Plan.objects.create(case=case, **(fields | given))


def make_objection(decision: Decision, **given: Any) -> Objection:
    """The school's own, received today and in time."""
    case = open_case(
        decision.case.certificate,
        CaseKind.OBJECTION,
        title=f"Bezwaar tegen {decision.reference}",
        opened_by=None,
        today=timezone.localdate(),
    )
    fields: dict[str, Any] = {
        "state": ObjectionState.RECEIVED,
        "manner": Manner.PORTAL,
        "received_on": timezone.localdate(),
        "in_time": True,
        "objector": "Persoon van de school",
        "address": "Straat 1, Utrecht",
        "dated_on": timezone.localdate(),
        "reference": decision.reference,
        "arguments": "Het klopt niet.",
        "signed": True,
        "interested_party": True,
    }
    return Objection.objects.create(case=case, decision=decision, **(fields | given))


def make_request(school: School, **given: Any) -> Request:
    case = open_case(
        put_in(State.INDEFINITE, school=school),
        CaseKind.REQUEST,
        title="Opzegging",
        opened_by=None,
        today=timezone.localdate(),
    )
    fields: dict[str, Any] = {
        "kind": RequestKind.END,
        "text": "Wij stoppen.",
        "filed_on": timezone.localdate(),
        "signed": True,
    }
    return Request.objects.create(case=case, **(fields | given))


def make_school_task(case: Case, **given: Any) -> Task:
    """An open task of the school, due in five days."""
    fields: dict[str, Any] = {
        "code": "cursisten_informeren",
        "side": Side.SCHOOL,
        "text": "Informeer uw Cursisten schriftelijk.",
        "source": "§7.4.3",
        "due": timezone.localdate() + timedelta(days=5),
    }
    return make_task(case, **(fields | given))


def decision_of(school: School) -> Decision:
    return Decision.objects.filter(case__school=school).first() or make_decision(case_of(school))


def objection_of(school: School) -> Objection:
    """One that waits to be repaired."""
    return Objection.objects.filter(decision__case__school=school).first() or make_objection(
        decision_of(school), state=ObjectionState.IN_REPAIR, repair_by=timezone.localdate(), address=""
    )


def intention_of(school: School) -> Intention:
    return case_of(school).intentions.first() or make_intention(case_of(school))


def plan_of(school: School) -> Plan:
    return case_of(school).plans.first() or make_plan(case_of(school))


def request_of(school: School) -> Request:
    return Request.objects.filter(case__school=school).first() or make_request(school)


def duty_of(school: School) -> Task:
    return case_of(school).tasks.filter(side=Side.SCHOOL).first() or make_school_task(case_of(school))


def term_of(school: School) -> Term:
    decision_of(school)
    return Term.objects.filter(case=case_of(school)).earliest("pk")


PAPERS: dict[str, Callable[[School], Any]] = {
    "decision": decision_of,
    "objection": objection_of,
    "intention": intention_of,
    "plan": plan_of,
    "request_id": request_of,
    "duty": duty_of,
    "term": term_of,
}
"""One of everything that an address of a school's case can ask for, by the name it is asked by."""


def _letter(case: Case) -> Document:
    document = make_document(case.school, kind=DocumentKind.LETTER, title="Brief")
    Paper.objects.create(case=case, document=document)
    return document
