"""What cells of one row demand of each other."""

from collections.abc import Iterator

from keurmerk.intake.checks.values import Parsed
from keurmerk.intake.problems import Problem
from keurmerk.intake.schema.rules import (
    FilledExactlyAboveZero,
    FilledExactlyWith,
    FilledFor,
    KnownKeys,
    Ordered,
    Rule,
)
from keurmerk.intake.wording import listed


def check_rows(parsed: Parsed) -> Iterator[Problem]:
    for rule in parsed.table.rules:
        yield from check_rule(rule, parsed)


def check_rule(rule: Rule, parsed: Parsed) -> Iterator[Problem]:
    match rule:
        case Ordered():
            return check_order(rule, parsed)
        case FilledFor():
            return check_filled_for(rule, parsed)
        case FilledExactlyWith():
            return check_filled_with(rule, parsed)
        case FilledExactlyAboveZero():
            return check_filled_above_zero(rule, parsed)
        case KnownKeys():
            return check_known_keys(rule, parsed)


def misfit(rule: Rule, found: str) -> str:
    """Say which other cell it is about: either of the two may be the wrong one."""
    return f"Dit past niet bij {found}. Verwacht: {rule.sentence()}. Verbeter een van de twee."


def check_order(rule: Ordered, parsed: Parsed) -> Iterator[Problem]:
    pairs = zip(parsed.values[rule.earlier], parsed.values[rule.later], strict=True)
    other = rule.earlier if rule.column == rule.later else rule.later
    for row, (earlier, later) in enumerate(pairs):
        if not (isinstance(earlier, int) and isinstance(later, int)):
            continue
        if earlier > later or (rule.strictly and earlier == later):
            yield parsed.problem(row, rule.column, misfit(rule, f"{other} {parsed.texts[other][row]}"))


def check_filled_for(rule: FilledFor, parsed: Parsed) -> Iterator[Problem]:
    for row, other in enumerate(parsed.values[rule.other]):
        if other in rule.values and not parsed.texts[rule.column][row]:
            yield parsed.problem(row, rule.column, misfit(rule, f"{rule.other} {other}"))


def check_filled_with(rule: FilledExactlyWith, parsed: Parsed) -> Iterator[Problem]:
    pairs = zip(parsed.texts[rule.column], parsed.texts[rule.other], strict=True)
    for row, (text, other) in enumerate(pairs):
        if bool(text) != bool(other):
            found = f"{rule.other} {other}" if other else f"een lege {rule.other}"
            yield parsed.problem(row, rule.column, misfit(rule, found))


def check_filled_above_zero(rule: FilledExactlyAboveZero, parsed: Parsed) -> Iterator[Problem]:
    for row, other in enumerate(parsed.values[rule.other]):
        if isinstance(other, int) and bool(parsed.texts[rule.column][row]) != (other > 0):
            yield parsed.problem(row, rule.column, misfit(rule, f"{rule.other} {other}"))


def check_known_keys(rule: KnownKeys, parsed: Parsed) -> Iterator[Problem]:
    values = parsed.values
    for row, name in enumerate(values[rule.column]):
        if name is None:
            continue
        keys = rule.known.get(str(name))
        if keys is None:
            yield parsed.problem(row, rule.column, f"Onbekende naam. Verwacht: {listed(tuple(rule.known))}.")
            continue
        if values[rule.key][row] not in keys:
            yield parsed.problem(row, rule.key, f"Onbekende sleutel. Verwacht: {listed(keys)}.")
        value = values[rule.value][row]
        if isinstance(value, int) and not 0 < value <= rule.maximum * rule.unit:
            yield parsed.problem(
                row, rule.value, f"Verwacht: groter dan 0 en ten hoogste {rule.maximum} bij {name}."
            )
