"""Improvement plans of the fictional lives."""

from datetime import date

from keurmerk.certification.models import Decision, Plan
from keurmerk.certification.service import plans
from keurmerk.certification.service.plans import Filed, Question
from keurmerk.demo.lives.deciding import Said, decide
from keurmerk.demo.lives.life import Life
from keurmerk.documents.enums import DocumentKind
from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.pieces import Parameter


def ask(life: Life, ground: str, facts: str, *, report_on: date | None = None) -> Plan:
    question = Question(grounds=(ground,), facts_text=facts, report_received_on=report_on)
    return plans.ask(life.case, question, asked_by=life.people.staff, now=life.now)


def file(life: Life, plan: Plan, *, causes: str, measures: str, body_requested: bool = False) -> Plan:
    document = life.file("Plan van aanpak", causes, measures, kind=DocumentKind.IMPROVEMENT_PLAN)
    filed = Filed(
        causes=causes,
        measures=measures,
        body_requested=body_requested,
        received_on=None if life.member else life.day,
    )
    return plans.file(plan.pk, filed, filed_by=life.sender, today=life.day, document=document)


def approve(life: Life, plan: Plan, *, until: date, weighing: str) -> Decision:
    said = Said(
        facts="Het plan noemt de oorzaken van de tekortkomingen en per oorzaak wie wat wanneer doet.",
        weighing=weighing,
        values={Parameter.UNTIL: until.isoformat()},
    )
    return _judge(life, PlanEvent.APPROVE, said, plan)


def refuse(life: Life, plan: Plan, *, weighing: str) -> Decision:
    said = Said(
        facts="Het plan beschrijft wat misging, maar noemt geen maatregelen met een datum en een eigenaar.",
        weighing=weighing,
    )
    return _judge(life, PlanEvent.REFUSE, said, plan)


def _judge(life: Life, event: PlanEvent, said: Said, plan: Plan) -> Decision:
    plan.refresh_from_db()
    return decide(life, event, said, by=life.people.lawyer, plan=plan)
