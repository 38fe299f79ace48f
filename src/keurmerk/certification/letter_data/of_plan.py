"""The slots of a judgement of a plan, and the letter that asks for one."""

from datetime import date

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.assessments.models import Assessment
from keurmerk.certification.counting import compute
from keurmerk.certification.enums import Subject
from keurmerk.certification.figures import limit_of, measured, rows_behind
from keurmerk.certification.letter_data.frame import composed, frame, sent_by
from keurmerk.certification.letter_data.source import Source
from keurmerk.certification.letter_data.wording import Data, norm_rows, paragraphs, term_slot, with_source
from keurmerk.certification.models import Plan, Term
from rulebook.lifecycle.pieces import Parameter
from rulebook.lifecycle.tables.plan import ASKED_BECAUSE, CARRY_OUT_BY, FILE_WITHIN
from rulebook.terms import Term as Counted

REASONS = (
    "tevredenheid",
    "slagingspercentage_b1",
    "toezicht_in_de_klas",
    "schorsing",
    "niet_toegekend",
)
NORMS = {"tevredenheid": "3.1.1", "slagingspercentage_b1": "2.16"}


def received_on(source: Source) -> date | None:
    return source.plan.filed_on


def advised_by(source: Source) -> str | None:
    return source.plan.body_name if source.plan.body_advice else None


def carry_out_term(source: Source) -> Data | None:
    term = _term(source.plan, CARRY_OUT_BY.code)
    if term is not None:
        return term_slot(term)
    until = source.decision.parameters.get(Parameter.UNTIL)
    if not until:
        return None
    return term_slot(compute("tot_en_met", {"tot_en_met": until}, CARRY_OUT_BY.source))


FILLED = {"received_on": received_on, "advised_by": advised_by, "carry_out_term": carry_out_term}


def plan_request_letter(plan: Plan, *, reference: str, sender: User, today: date) -> letters.Letter:
    """Asks for a plan; the term to file it is started before, or is counted here as it will be."""
    reasons = [code for code in REASONS if code in plan.grounds]
    told = [with_source(each.text, each.source) for each in ASKED_BECAUSE if each.code in plan.grounds]
    data = {
        **frame(plan.case, reference, today),
        **sent_by(sender),
        "plan_reason": reasons[0] if reasons else None,
        "facts": [*(told if len(told) > 1 else []), *paragraphs(plan.facts_text)],
        **_norms(plan, reasons),
        "plan_term": term_slot(_term(plan, FILE_WITHIN.code) or _file_within(plan)),
    }
    return composed("brief_plan_van_aanpak", data)


def _norms(plan: Plan, reasons: list[str]) -> Data:
    """The figures of the norms that the plan is about, as the newest assessment has them."""
    numbers = [NORMS[reason] for reason in reasons if reason in NORMS]
    newest = (
        Assessment.objects.filter(delivery__school_id=plan.case.school_id)
        .order_by("-delivery__period_first", "-delivery_id", "-number")
        .first()
    )
    if newest is None or not numbers:
        return {}
    found = newest.norms.filter(norm__in=numbers).exclude(value=None)
    return norm_rows(
        [
            {
                "norm": each.norm,
                "group": each.group,
                "value": measured(each),
                "limit": limit_of(each),
                "rows": rows_behind(each),
                "facts": "",
            }
            for each in found
        ]
    )


def _file_within(plan: Plan) -> Counted:
    facts = {"vanaf": plan.asked_on.isoformat(), "aantal": FILE_WITHIN.count}
    return compute(FILE_WITHIN.kind, facts, FILE_WITHIN.source)


def _term(plan: Plan, code: str) -> Term | None:
    if plan.pk is None:
        return None
    mine = Term.objects.filter(case_id=plan.case_id, subject=Subject.PLAN, subject_id=plan.pk, code=code)
    return mine.order_by("-pk").first()
