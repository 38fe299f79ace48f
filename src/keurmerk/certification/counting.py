"""Counting terms: the rulebook with the days of the table, and the facts of a suspension."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.db.models import Q

from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Certificate, Change, EquatedDay, Term
from rulebook import terms
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Duty, Parameter
from rulebook.lifecycle.states import Standing
from rulebook.terms import Step, TermError

CHOSEN_DAY = "tot_en_met"
"""A term whose last day somebody fixed: nothing is counted and nothing moves it."""
COUNTED = frozenset({terms.Kind.WORKING_DAYS, terms.Kind.DAYS, terms.Kind.WEEKS, terms.Kind.MONTHS})
GROUNDS = {Standing.INQUIRY: "onderzoek", Standing.SANCTION: "sanctie"}

type Facts = dict[str, object]


def equated_days() -> frozenset[date]:
    return frozenset(EquatedDay.objects.values_list("day", flat=True))


def compute(
    kind: str, facts: Mapping[str, object], source: str = "", *, equated: frozenset[date] | None = None
) -> terms.Term:
    """Raises NotPossibleError with the rulebook's own words. Who counts many gives the equated days once.

    Days, weeks and months are counted alike for many rules, and the rulebook names them all: here the source
    of the one rule that is counted for stands instead.
    """
    if kind == CHOSEN_DAY:
        day = date.fromisoformat(str(facts[CHOSEN_DAY]))
        return terms.Term(terms.Kind.AGREED, day, day, (Step("tot en met de gestelde dag", source),))
    try:
        term = terms.compute(kind, facts, equated=equated_days() if equated is None else equated)
    except TermError as error:
        raise refuse("termijn", f"Deze termijn kan niet: {error}", source) from error
    return _of_rule(term, source) if source and term.kind in COUNTED else term


def _of_rule(term: terms.Term, source: str) -> terms.Term:
    first, *others = term.steps
    return replace(term, steps=(replace(first, source=source), *others))


def due_day(duty: Duty, on: date, equated: frozenset[date]) -> date | None:
    """The last day of a duty that begins on this day; None as long as the state lasts."""
    if duty.while_it_lasts:
        return None
    facts = {"vanaf": on.isoformat(), "aantal": duty.count}
    return compute(duty.kind, facts, duty.source, equated=equated).last_day


def suspension_facts(certificate: Certificate, change: Change) -> Facts:
    """Of a new suspension, or of the one that runs with the months of a prolongation added."""
    months = int(change.parameters[Parameter.MONTHS])
    if change.event == Event.PROLONG_SUSPENSION:
        now = Term.objects.filter(
            Q(ended_on=None) | Q(ended_by__isnull=False, ended_by=change.pk),
            case__certificate=certificate,
            code="schorsing",
        ).latest("pk")
        return {**now.facts, "verlengd_maanden": int(now.facts["verlengd_maanden"]) + months}
    held = change.after_.held
    ground = GROUNDS[held[1]] if held else ""
    return {"grond": ground, "vanaf": change.on.isoformat(), "maanden": months, "verlengd_maanden": 0}
