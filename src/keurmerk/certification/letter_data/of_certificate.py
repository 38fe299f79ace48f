"""The slots that tell what a decision does to the certificate."""

from datetime import date, timedelta
from decimal import Decimal

from keurmerk.certification.counting import compute
from keurmerk.certification.enums import Subject
from keurmerk.certification.letter_data.checks import checks
from keurmerk.certification.letter_data.effects import Effects, day_after
from keurmerk.certification.letter_data.source import Source
from keurmerk.certification.letter_data.wording import Data, amount, period_words, term_slot
from keurmerk.certification.models import Term
from keurmerk.letters.letter import in_words
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.pieces import DecisionKind, Parameter, Side
from rulebook.lifecycle.states import Mark

VISITS = {
    "schoolbezoek": "Schoolbezoek",
    "toezicht_in_de_klas": "Toezicht in de Klas",
    "financieel_toezicht": "Financieel toezicht",
}
BEFORE_FIRST_COURSE = "cursusplanning"
ENDING_TERMS = ("schorsing", "bepaalde_tijd", "intrekking")
LIFTED_LATER = "Wij heffen de Schorsing pas op als u het plan van aanpak hebt uitgevoerd (§7.6)."
WITH_LIMITS = frozenset({DecisionKind.GRANT_FIXED, DecisionKind.EXTENSION})


def certificate_form(source: Source) -> str | None:
    held = source.done.change.before_.held
    if held is None:
        return None
    return "onbepaalde_tijd" if held[0] is Mark.INDEFINITE else "bepaalde_tijd"


def effective_on(source: Source) -> date | None:
    effects = source.done
    match source.decision.kind_:
        case DecisionKind.GRANT_FIXED:
            return effects.day(Parameter.PERIOD_START)
        case DecisionKind.PROLONGED_INQUIRY:
            return day_after(effects.earlier_day("suspended_until"))
        case _:
            return effects.change.on


def ends_on(source: Source) -> date | None:
    found = (source.done.terms.get(code) for code in ENDING_TERMS)
    return next((term.last_day for term in found if term is not None), None)


def earlier_ends_on(source: Source) -> date | None:
    extended = source.decision.kind_ is DecisionKind.EXTENSION
    return source.done.earlier_day("fixed_until" if extended else "suspended_until")


def measuring_period(source: Source) -> str | None:
    period = period_of(source.done)
    return None if period is None else period_words(period)


def next_period(source: Source) -> str | None:
    period = period_of(source.done)
    if period is None:
        return None
    return period_words(MeasuringPeriod.starting(period.last + timedelta(days=1)))


def period_of(effects: Effects) -> MeasuringPeriod | None:
    """The one the decision is about; of a new holder the first."""
    start = effects.day(Parameter.PERIOD_START)
    if start is not None:
        return MeasuringPeriod.starting(start)
    known = effects.periods()
    about = effects.change.about_period
    named = [period for period in known if period.first == about]
    if about is not None and not named:
        return MeasuringPeriod.starting(about)
    return next(iter(named), known[-1] if known else None)


def new_period(source: Source) -> str | None:
    """What is granted; what is refused staff fill in."""
    effects = source.done
    first, last = effects.change.about_period, effects.day(Parameter.PERIOD_END)
    return period_words(MeasuringPeriod.starting(first, last)) if first and last else None


def conditions(source: Source) -> list[str]:
    given = source.details.get("conditions")
    others = [str(line) for line in given] if isinstance(given, list) else []
    return [*_limits(source), *others]


def _limits(source: Source) -> list[str]:
    if source.done.parameter(Parameter.LIFT_AFTER_PLAN) == "ja":
        return [LIFTED_LATER]
    if source.decision.kind_ not in WITH_LIMITS:
        return []
    return [
        text
        for text in (
            _most_learners(_after(source, Parameter.MOST_LEARNERS, "most_learners")),
            _most_turnover(_after(source, Parameter.MOST_TURNOVER, "most_turnover")),
        )
        if text
    ]


def _after(source: Source, parameter: Parameter, name: str) -> str | None:
    earlier = source.done.change.earlier.get(name)
    return source.done.parameter(parameter) or (None if earlier is None else str(earlier))


def _most_learners(most: str | None) -> str:
    return f"U geeft in deze tijd aan ten hoogste {most} Cursisten een inburgeringscursus." if most else ""


def _most_turnover(most: str | None) -> str:
    if not most:
        return ""
    return f"Uw omzet uit inburgeringscursussen is in deze tijd ten hoogste {amount(Decimal(most))}."


def changes(source: Source) -> list[Data]:
    """Conditions before and after."""
    effects = source.done
    was, now = effects.change.earlier, effects.change.parameters
    learners, turnover = was.get("most_learners"), was.get("most_turnover")
    return [
        {
            "condition": "Aantal Cursisten",
            "was": f"ten hoogste {learners}" if learners is not None else "geen grens",
            "becomes": f"ten hoogste {now.get(Parameter.MOST_LEARNERS)}",
        },
        {
            "condition": "Omzet uit inburgeringscursussen",
            "was": f"ten hoogste {amount(Decimal(str(turnover)))}" if turnover is not None else "geen grens",
            "becomes": f"ten hoogste {amount(Decimal(str(now.get(Parameter.MOST_TURNOVER, 0))))}",
        },
    ]


def duties(source: Source) -> list[Data]:
    """What the school must do before a day; what holds as long as the state does stands in the text."""
    return duty_rows(source.done)


def duty_rows(effects: Effects) -> list[Data]:
    found: list[Data] = []
    for duty in sorted(effects.duties, key=lambda each: each.last_day or date.max):
        before: date | str | None = duty.last_day
        if duty.code == BEFORE_FIRST_COURSE:
            before = "voor de eerste cursus"
        elif before == effects.change.on:
            before = "direct"
        if duty.side is Side.SCHOOL and before is not None:
            found.append({"duty": duty.text, "before": before, "source": duty.source})
    return found


def other_days(source: Source) -> list[Data]:
    return [
        {
            "name": VISITS[duty.code],
            "last_day": f"uiterlijk {in_words(duty.last_day)}",
            "source": duty.source,
        }
        for duty in source.done.duties
        if duty.code in VISITS and duty.last_day is not None
    ]


def recovery_term(source: Source) -> Data | None:
    term = source.done.terms.get("hersteltermijn")
    return None if term is None else term_slot(term)


def objection_term(source: Source) -> Data:
    """Signing starts it before the letter is made; a draft shows what it would be."""
    decision = source.decision
    term = Term.objects.filter(
        case_id=decision.case_id, subject=Subject.OBJECTION, subject_id=decision.pk, code="bezwaar"
    ).first()
    return term_slot(term or compute("bezwaar", {"verzonden_op": source.today.isoformat()}))


def plan_term(source: Source) -> Data | None:
    """Of a plan that is asked and not filed yet."""
    term = Term.objects.filter(
        case__certificate=source.decision.case.certificate_id,
        subject=Subject.PLAN,
        code="plan_indienen",
        ended_on=None,
    ).last()
    return None if term is None else term_slot(term)


FILLED = {
    "certificate": certificate_form,
    "effective_on": effective_on,
    "ends_on": ends_on,
    "earlier_ends_on": earlier_ends_on,
    "measuring_period": measuring_period,
    "next_period": next_period,
    "new_period": new_period,
    "conditions": conditions,
    "changes": changes,
    "checks": checks,
    "duties": duties,
    "terms": other_days,
    "recovery_term": recovery_term,
    "objection_term": objection_term,
    "plan_term": plan_term,
}
