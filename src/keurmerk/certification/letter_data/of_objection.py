"""The slots of a decision on an objection."""

from datetime import date

from keurmerk.certification.counting import compute
from keurmerk.certification.enums import Subject
from keurmerk.certification.letter_data.source import Source
from keurmerk.certification.letter_data.wording import Data, term_slot
from keurmerk.certification.models import Objection, Term
from keurmerk.letters.letter import in_words
from rulebook.lifecycle.tables.objection import APPEAL_WITHIN


def about(objection: Objection) -> Data:
    """Which objection, against which decision."""
    return {
        "objection_on": objection.received_on,
        "contested_on": objection.decision.sent_on,
        "contested_reference": objection.decision.reference,
    }


def term_of(objection: Objection, code: str) -> Term | None:
    mine = Term.objects.filter(
        case_id=objection.case_id, subject=Subject.OBJECTION, subject_id=objection.pk, code=code
    )
    return mine.order_by("-pk").first()


def objection_on(source: Source) -> date:
    return source.objection.received_on


def contested_on(source: Source) -> date | None:
    return source.objection.decision.sent_on


def contested_reference(source: Source) -> str:
    return source.objection.decision.reference


def was_heard(objection: Objection) -> bool:
    return bool(objection.report) and not objection.hearing_waived


def hearing_waived(source: Source) -> bool:
    return not was_heard(source.objection)


def hearing(source: Source) -> str:
    objection = source.objection
    more = str(source.details.get("hearing") or "").strip()
    if not was_heard(objection):
        return "\n\n".join(part for part in (objection.hearing_waived.strip(), more) if part)
    when = f"Op {in_words(objection.heard_on)} bent u gehoord." if objection.heard_on else "U bent gehoord."
    return "\n\n".join(
        part for part in (f"{when} Dit is het verslag daarvan:", objection.report, more) if part
    )


def committee(source: Source) -> bool:
    """An objection that is not admitted needs no advice, also where it was asked."""
    return source.objection.committee and bool(source.objection.committee_advice.strip())


def committee_advice(source: Source) -> str:
    return source.objection.committee_advice if source.objection.committee else ""


def appeal_term(source: Source) -> Data:
    term = term_of(source.objection, APPEAL_WITHIN.code)
    if term is not None and term.ended_on is None:
        return term_slot(term)
    return term_slot(compute("bezwaar", {"verzonden_op": source.today.isoformat()}))


FILLED = {
    "objection_on": objection_on,
    "contested_on": contested_on,
    "contested_reference": contested_reference,
    "hearing_waived": hearing_waived,
    "hearing": hearing,
    "committee": committee,
    "committee_advice": committee_advice,
    "appeal_term": appeal_term,
}
