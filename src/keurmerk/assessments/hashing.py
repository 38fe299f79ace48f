"""One hash for an outcome: over what it says and every row of its explanation, whatever engine made it."""

import hashlib
from decimal import Decimal
from typing import Any

import polars as pl

from keurmerk.results.canonical import feed
from keurmerk.shared.canonical import Json, canonical_json
from rulebook.judgement import Outcome

FORM = "keurmerk-outcome-1"
WARNINGS = "waarschuwingen"
"""Of the reader, not of the judgement: a snapshot cannot give them again."""


def outcome_hash(outcome: Outcome) -> str:
    told = {name: value for name, value in outcome.as_json().items() if name != WARNINGS}
    whole = hashlib.sha256(f"{FORM}\n{canonical_json(_exact(told))}\n".encode())
    feed(whole, "explanation", outcome.explanation.cast(pl.String()))
    return whole.hexdigest()


def _exact(value: Any) -> Json:
    """Numbers with decimals as their text: at most nine, as the outcome prints them."""
    match value:
        case float():
            return format(Decimal(repr(value)), "f")
        case dict():
            return {name: _exact(item) for name, item in value.items()}
        case list() | tuple():
            return [_exact(item) for item in value]
        case _:
            plain: Json = value
            return plain
