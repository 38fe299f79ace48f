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


def check_order(rule: Ordered, parsed: Parsed) -> Iterator[Problem]:
    pairs = zip(parsed.values[rule.earlier], parsed.values[rule.later], strict=True)
    other = rule.earlier if rule.column == rule.later else rule.later
    for row, (earlier, later) in enumerate(pairs):
        if not (isinstance(earlier, int) and isinstance(later, int)):
            continue
        if earlier > later or (rule.strictly and earlier == later):
            text = parsed.texts[other][row]
            yield parsed.problem(row, rule.column, f"Verwacht: {rule.sentence()}; {other} is {text}.")


def check_filled_for(rule: FilledFor, parsed: Parsed) -> Iterator[Problem]:
    for row, other in enumerate(parsed.values[rule.other]):
        if other in rule.values and not parsed.texts[rule.column][row]:
            yield parsed.problem(
                row, rule.column, f"Deze cel is leeg. Verwacht: {rule.sentence()}; hier is dat {other}."
            )


def check_filled_with(rule: FilledExactlyWith, parsed: Parsed) -> Iterator[Problem]:
    pairs = zip(parsed.texts[rule.column], parsed.texts[rule.other], strict=True)
    for row, (text, other) in enumerate(pairs):
        if bool(text) != bool(other):
            state = "ingevuld" if other else "leeg"
            yield parsed.problem(row, rule.column, f"Verwacht: {rule.sentence()}; {rule.other} is {state}.")


def check_filled_above_zero(rule: FilledExactlyAboveZero, parsed: Parsed) -> Iterator[Problem]:
    for row, other in enumerate(parsed.values[rule.other]):
        if isinstance(other, int) and bool(parsed.texts[rule.column][row]) != (other > 0):
            yield parsed.problem(row, rule.column, f"Verwacht: {rule.sentence()}; {rule.other} is {other}.")


def check_known_keys(rule: KnownKeys, parsed: Parsed) -> Iterator[Problem]:
    values = parsed.values
    for row, name in enumerate(values[rule.column]):
        if name is None:
            continue
        keys = rule.known.get(str(name))
        if keys is None:
            yield parsed.problem(row, rule.column, f"Onbekende naam. Verwacht: {', '.join(rule.known)}.")
            continue
        if values[rule.key][row] not in keys:
            yield parsed.problem(row, rule.key, f"Onbekende sleutel. Verwacht: {', '.join(keys)}.")
        value = values[rule.value][row]
        if isinstance(value, int) and not 0 < value <= rule.maximum * rule.unit:
            yield parsed.problem(
                row, rule.value, f"Verwacht: groter dan 0 en ten hoogste {rule.maximum} bij {name}."
            )
