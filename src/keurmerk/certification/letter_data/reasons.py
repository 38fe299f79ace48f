"""The slots that tell why: grounds, facts, norms, weighing, and what the school said."""

from collections.abc import Iterable, Mapping
from typing import Any

from keurmerk.certification.letter_data.source import Source
from keurmerk.certification.letter_data.wording import (
    ground_text,
    needs_as_grounds,
    norm_rows,
    paragraphs,
)
from keurmerk.certification.models import Intention
from keurmerk.letters.letter import in_words
from rulebook.lifecycle.pieces import Heard, Transition


def grounds_of(row: Transition[Any], chosen: Iterable[str]) -> list[str]:
    codes = set(chosen)
    return [ground_text(each) for each in row.grounds if each.code in codes] or needs_as_grounds(row)


def grounds(source: Source) -> list[str]:
    return grounds_of(source.row, source.decision.grounds)


def facts(source: Source) -> list[str]:
    return paragraphs(source.decision.facts_text)


def weighing(source: Source) -> str:
    return source.decision.weighing


def norms(source: Source) -> object:
    return norm_rows(_reasons(source))["norms"]


def motivations(source: Source) -> object:
    return norm_rows(_reasons(source))["motivations"]


def _reasons(source: Source) -> list[Mapping[str, str]]:
    return [
        {name: getattr(each, name) for name in ("norm", "group", "value", "limit", "rows", "facts")}
        for each in source.decision.motivations.all()
    ]


def heard(source: Source) -> str | None:
    return None if source.decision.heard == Heard.NO else str(source.decision.heard)


def hearing(source: Source) -> str:
    decision = source.decision
    said = _said(decision.intention) if decision.heard == Heard.YES and decision.intention else []
    answer = [decision.heard_reason.strip(), str(source.details.get("hearing") or "").strip()]
    if said and any(answer):
        said = [*said, "Wat wij daarvan vinden:"]
    return "\n\n".join(part for part in (*said, *answer) if part)


def _said(intention: Intention) -> list[str]:
    parts = []
    if intention.view and intention.view_on:
        parts += [f"Op {in_words(intention.view_on)} ontvingen wij uw zienswijze:", intention.view]
    if intention.report:
        parts += ["Wij hebben u gehoord. Dit is het verslag daarvan:", intention.report]
    if parts:
        return parts
    until = in_words(intention.respond_by)
    return [f"U hebt niet gereageerd op ons voornemen {intention.reference}. Dat kon tot en met {until}."]
