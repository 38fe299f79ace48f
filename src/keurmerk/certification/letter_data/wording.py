"""Values as a letter takes them: terms, periods, amounts, sources, and text without hidden characters."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from keurmerk.certification.models import Term
from keurmerk.letters.letter import in_words
from keurmerk.letters.slots import DECEIVING
from rulebook import terms
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.pieces import Ground, Need, Transition
from rulebook.norms.catalogue import norm
from rulebook.norms.handbook_data import HandbookDataError

BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")

type Data = dict[str, object]

SENTENCE_STARTS = frozenset(
    {"De", "Het", "Er", "Een", "In", "Van", "Ook", "Wat", "Alle", "Alleen", "Na", "Over", "Precies"}
    | {"Dat", "Aan", "Wie", "Uw"}
)


def without_hidden(value: object) -> object:
    """What people and their word processors type, without characters that a letter refuses."""
    if isinstance(value, str):
        return DECEIVING.sub("", value.replace("\x0b", "\n").replace("\x0c", "\n"))
    if isinstance(value, Mapping):
        return {name: without_hidden(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [without_hidden(inner) for inner in value]
    return value


def is_filled(value: object) -> bool:
    """False is an answer."""
    return value is not None and (isinstance(value, bool | date) or bool(value))


def paragraphs(text: str) -> list[str]:
    return [short for part in BLANK_LINE.split(text) if (short := " ".join(part.split()))]


def period_words(period: MeasuringPeriod) -> str:
    return f"{in_words(period.first)} tot en met {in_words(period.last)}"


def amount(value: Decimal) -> str:
    whole, _, cents = f"{value:,.2f}".partition(".")
    return f"€ {whole.replace(',', '.')}" + (f",{cents}" if cents != "00" else "")


def term_slot(term: Term | terms.Term) -> Data:
    if isinstance(term, Term):
        sources = [str(step["source"]) for step in term.as_steps]
    else:
        sources = [step.source for step in term.steps]
    return {
        "last_day": term.last_day,
        "explanation": [sentence(term.explanation)] if term.explanation else [],
        "sources": [each for each in dict.fromkeys(sources) if each],
    }


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."


def with_source(text: str, source: str) -> str:
    return f"{to_school(text).rstrip('.')} ({source})."


def to_school(text: str) -> str:
    """The tables speak of the school, a letter speaks to it."""
    return text.replace("De school", "Uw school").replace("de school", "uw school")


def ground_text(ground: Ground) -> str:
    return with_source(ground.text, ground.source)


def needs_as_grounds(row: Transition[Any]) -> list[str]:
    """For a decision of which no ground is chosen: the rule, and each condition that it was tested on."""
    return [with_source(row.text, row.source), *(to_school(condition(need)) for need in row.needs)]


def condition(need: Need) -> str:
    statement = need.fact.statement
    return statement if need.wanted else f"Niet het geval: {lowered(statement)}"


def lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in SENTENCE_STARTS else text


def norm_name(number: str, group: str) -> str:
    try:
        name = f"{number} {norm(number).title}"
    except HandbookDataError:
        name = number
    return f"{name}, {group}" if group else name


def norm_rows(reasons: Sequence[Mapping[str, str]]) -> Data:
    """The norms as a table, and why in own words for each of which that was written."""
    known = [{**each, "name": norm_name(each["norm"], each.get("group", ""))} for each in reasons]
    return {
        "norms": [
            {"norm": each["name"], **{name: told(each, of) for name, of in COLUMNS.items()}} for each in known
        ],
        "motivations": [
            {
                "norm": each["name"],
                "value": told(each, "value"),
                "limit": told(each, "limit"),
                "rows": told(each, "rows"),
                "facts": [],
                "reasoning": each["facts"],
            }
            for each in known
            if each.get("facts", "").strip()
        ],
    }


COLUMNS = {"measured": "value", "limit": "limit", "rows": "rows"}


def told(reason: Mapping[str, str], name: str) -> str:
    return reason.get(name, "").strip() or "niet vastgelegd"
