"""The letters about an objection that decide nothing yet."""

from collections.abc import Sequence
from datetime import date

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.certification.counting import compute
from keurmerk.certification.letter_data.frame import composed, frame, sent_by
from keurmerk.certification.letter_data.of_objection import about, term_of
from keurmerk.certification.letter_data.wording import Data, term_slot
from keurmerk.certification.models import Objection, Term
from rulebook.lifecycle.tables.objection import DECIDE_WITHIN, REPAIR_WITHIN
from rulebook.terms import Term as Counted

EXPLAIN, EXPLAIN_WITHIN_WEEKS = "te_laat_uitleggen", 2


def objection_receipt_letter(
    objection: Objection, *, reference: str, sender: User | None, today: date
) -> letters.Letter:
    late = not objection.in_time
    data = {
        **_frame(objection, reference, today),
        **sent_by(sender),
        "in_time": "te_laat" if late else "op_tijd",
        "late_term": _explain_within(objection, today) if late else None,
        "committee": objection.committee,
        "decide_term": term_slot(term_of(objection, DECIDE_WITHIN.code) or _decide_within(objection)),
    }
    return composed("ontvangst_bezwaar", data)


def objection_repair_letter(
    objection: Objection, *, reference: str, missing: Sequence[str], sender: User, today: date
) -> letters.Letter:
    """Everything that is missing is asked at once: there is one chance."""
    until = {REPAIR_WITHIN.kind: (objection.repair_by or today).isoformat()}
    repair = term_of(objection, REPAIR_WITHIN.code)
    data = {
        **_frame(objection, reference, today),
        **sent_by(sender),
        "shortcomings": list(missing),
        "repair_term": term_slot(repair or compute(REPAIR_WITHIN.kind, until, REPAIR_WITHIN.source)),
    }
    return composed("herstel_bezwaar", data)


def objection_postponement_letter(
    objection: Objection, *, reference: str, sender: User, today: date
) -> letters.Letter:
    """After the term was made longer."""
    term = term_of(objection, DECIDE_WITHIN.code)
    data = {
        **_frame(objection, reference, today),
        **sent_by(sender),
        "earlier_ends_on": _decide_within(objection, term, postponed=False).last_day,
        "weighing": objection.postponed_because,
        "decide_term": term_slot(term or _decide_within(objection, postponed=True)),
    }
    return composed("verdaging_bezwaar", data)


def _frame(objection: Objection, reference: str, today: date) -> Data:
    return {**frame(objection.case, reference, today), **about(objection)}


def _decide_within(
    objection: Objection, term: Term | None = None, *, postponed: bool | None = None
) -> Counted:
    """As the term has it, else from the objection; with or without the postponement."""
    contested = objection.decision.sent_on
    facts: dict[str, object] = {
        "bezwaar_verzonden_op": contested.isoformat() if contested else "",
        "commissie": objection.committee,
        "commissie_gemeld": objection.committee_reported,
        "verdaagd": objection.postponed,
        "opschortingen": [],
    }
    if term is not None and term.kind == DECIDE_WITHIN.kind:
        facts = dict(term.facts)
    if postponed is not None:
        facts["verdaagd"] = postponed
    return compute(DECIDE_WITHIN.kind, facts, DECIDE_WITHIN.source)


def _explain_within(objection: Objection, today: date) -> Data | None:
    """Asked of who has not said yet why the objection is late, and wherever that term runs."""
    started = term_of(objection, EXPLAIN)
    if started is not None:
        return term_slot(started)
    if objection.late_reason.strip():
        return None
    facts = {"vanaf": today.isoformat(), "aantal": EXPLAIN_WITHIN_WEEKS}
    return term_slot(compute("weken", facts, "Awb 6:11"))
