"""The one way from facts to a term, for the command, the database and the screens alike."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from rulebook.terms.calendar import NONE_EQUATED, Days
from rulebook.terms.facts import read_facts, shown
from rulebook.terms.kinds import EQUATED, EQUATED_FACT, RULES, SUSPENSIONS, Rule
from rulebook.terms.term import OUTSIDE_THE_CONTRACT, Fault, FaultCode, Kind, Term, TermError

KIND = "soort"


def compute(kind: str, facts: Mapping[str, object], *, equated: Days = NONE_EQUATED) -> Term:
    """Compute from facts as the contract has them. Days in `gelijkgesteld` come on top of `equated`.

    Raises TermError with every fault.
    """
    rule = _rule(kind)
    reading = read_facts(facts, (*rule.facts, EQUATED_FACT))
    rule.check(reading)
    if reading.faults:
        raise TermError(*reading.faults)
    arguments = reading.arguments(rule.facts)
    if rule.takes_equated:
        arguments["equated"] = equated | reading.days(EQUATED)
    try:
        return rule.count(**arguments)
    except OverflowError:
        raise TermError(_beyond_calendar(rule, arguments, facts)) from None


def _rule(kind: str) -> Rule:
    try:
        return RULES[Kind(kind)]
    except ValueError:
        raise TermError(unknown_kind(kind)) from None


def unknown_kind(kind: object) -> Fault:
    known = ", ".join(each for each in Kind if each not in OUTSIDE_THE_CONTRACT)
    text = f"is geen soort termijn; mogelijk zijn {known}"
    return Fault(KIND, text, FaultCode.UNKNOWN_KIND, shown(kind))


def _beyond_calendar(rule: Rule, arguments: Mapping[str, Any], facts: Mapping[str, object]) -> Fault:
    """Blame the suspensions where the term would fit in the calendar without them."""
    column = rule.beyond
    if arguments.get("suspensions"):
        with suppress(OverflowError):
            rule.count(**{**arguments, "suspensions": ()})
            column = SUSPENSIONS
    value = "" if column == SUSPENSIONS else shown(facts[column])
    return Fault(column, "de termijn eindigt na het jaar 9999", FaultCode.BEYOND_CALENDAR, value)
