"""Objections and appeals of the fictional lives. The lawyer handles them."""

from datetime import timedelta

from keurmerk.certification.enums import CourtMatter, CourtOutcome, Manner
from keurmerk.certification.models import CourtCase, Decision, Objection
from keurmerk.certification.service import courts, objections
from keurmerk.certification.service.courts import Ruling
from keurmerk.certification.service.objections import Filing
from keurmerk.demo.lives.days import working_day
from keurmerk.demo.lives.deciding import Said, decide
from keurmerk.demo.lives.life import Life
from keurmerk.documents.enums import DocumentKind
from rulebook.lifecycle.events import ObjectionEvent

ADDRESS = "Bedachte Laan 1, 0000 XX Verzonnenstad"
COURT = "Rechtbank Verzonnenstad (verzonnen)"


def object_to(
    life: Life, decision: Decision, arguments: str, *, manner: Manner = Manner.EMAIL, whole: bool = True
) -> Objection:
    """Received on the day of the story; not `whole` lacks its reasons and its signature."""
    filing = Filing(
        manner=manner,
        received_on=life.day,
        posted_on=working_day(life.day - timedelta(days=2)) if manner == Manner.POST else None,
        objector=f"Bestuur van {life.school.name}",
        address=ADDRESS,
        dated_on=working_day(life.day - timedelta(days=2)),
        reference=decision.reference,
        arguments=arguments if whole else "",
        signed=whole,
    )
    objection = objections.file(decision.pk, filing, filed_by=life.people.lawyer, now=life.now)
    life.take_up(objection.case)
    life.paper("Bezwaarschrift", arguments, kind=DocumentKind.OBJECTION, by=life.people.lawyer)
    return objection


def admit(life: Life, objection: Objection) -> None:
    objections.admit(objection.pk, ground="op_tijd", by=life.people.lawyer, today=life.day)


def hear(life: Life, objection: Objection, report: str) -> None:
    objections.hear(objection.pk, heard_on=life.day, report=report, by=life.people.lawyer, today=life.day)


def waive_hearing(life: Life, objection: Objection, because: str) -> None:
    objections.waive_hearing(objection.pk, because=because, by=life.people.lawyer, today=life.day)


def said_on(
    objection: Objection, ground: str, reply: str, consequence: str, *, facts: str, weighing: str
) -> Said:
    return Said(
        facts=facts,
        weighing=weighing,
        details={
            "objections": [{"ground": ground, "said": objection.arguments, "answer": reply}],
            "consequence": consequence,
        },
    )


def answer(life: Life, objection: Objection, event: ObjectionEvent, said: Said) -> Decision:
    objection.refresh_from_db()
    return decide(life, event, said, signer=life.people.counsel, objection=objection)


def appeal(life: Life, objection: Objection, number: str) -> CourtCase:
    return courts.record_appeal(
        objection.pk, court=COURT, number=number, filed_on=life.day, by=life.people.lawyer, today=life.day
    )


def ask_relief(life: Life, objection: Objection, number: str) -> CourtCase:
    return courts.record_relief(
        objection.pk, court=COURT, number=number, filed_on=life.day, by=life.people.lawyer, today=life.day
    )


def rule(life: Life, court_case: CourtCase, outcome: CourtOutcome, consequence: str) -> None:
    annuls = outcome is CourtOutcome.GRANTED and court_case.matter == CourtMatter.APPEAL
    ruling = Ruling(outcome=outcome, decided_on=life.day, consequence=consequence, annuls=annuls)
    courts.record_ruling(court_case.pk, ruling, by=life.people.lawyer, today=life.day)
