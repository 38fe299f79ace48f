"""What a norm's page adds to the catalogue's words: values with their dates, for whom, what changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from keurmerk.web.components import dutch
from keurmerk.web.components.words import ACTS, CERTIFICATES, RESIDENCES, SELF_EMPLOYED
from rulebook.norms.norm_page import Audience, CatalogueNorm, SelfEmployed
from rulebook.norms.parameters import Number, Parameter, Scale, parameters

UNITS = {"procent": "%"}
UNITLESS = {"datum", "nummer", "cijfer", "sterren", "aantal"}


@dataclass(frozen=True, slots=True)
class DatedValue:
    since: date
    until: date | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParameterText:
    name: str
    meaning: str
    paragraph: str
    values: tuple[DatedValue, ...]


@dataclass(frozen=True, slots=True)
class Change:
    what: str
    before: str
    after: str


def parameter_texts(norm: CatalogueNorm) -> tuple[ParameterText, ...]:
    return tuple(parameter_text(parameters()[name]) for name in norm.parameters)


def parameter_text(found: Parameter) -> ParameterText:
    ends = [since for since, _ in found.values[1:]] + [None]
    dated = tuple(
        DatedValue(since, until, tuple(value_lines(value, found.unit)))
        for (since, value), until in zip(found.values, ends, strict=True)
    )
    return ParameterText(found.name, found.meaning, found.paragraph, dated)


def value_lines(value: Number | date | Scale, unit: str) -> Iterator[str]:
    """One line for a number or a date; for a scale a line per band."""
    if isinstance(value, Scale):
        yield from (f"{span}: {with_unit(score, unit)}" for span, score in bands(value))
    elif isinstance(value, date):
        yield dutch.day(value)
    else:
        yield with_unit(value, unit)


def bands(scale: Scale) -> Iterator[tuple[str, Number]]:
    """'vanaf 90 tot 95' with its value: each band in words, with its bounds in or out."""
    for band, following in zip(scale.bands, (*scale.bands[1:], None), strict=True):
        start = (
            "" if band.lower is None else f"{'boven' if band.above else 'vanaf'} {dutch.number(band.lower)}"
        )
        end = ""
        if following is not None and following.lower is not None:
            end = f"{'tot en met' if following.above else 'tot'} {dutch.number(following.lower)}"
        yield " ".join(filter(None, (start, end))), band.value


def with_unit(value: Number, unit: str) -> str:
    if unit in UNITLESS:
        return dutch.number(value)
    return f"{dutch.number(value)}\N{NO-BREAK SPACE}{UNITS.get(unit, unit)}"


type Facts = list[tuple[str, bool | None]]


def audience_groups(audience: Audience) -> list[tuple[str, Facts]]:
    """For whom a norm is, by kind: words with ja, nee or deels (None)."""
    self_employed = {SelfEmployed.APPLIES: True, SelfEmployed.ADAPTED: None, SelfEmployed.LAPSES: False}
    return [
        ("Wet", [(words, code in audience.acts) for code, words in ACTS.items()]),
        ("Cursisten", [(words, code in audience.residences) for code, words in RESIDENCES.items()]),
        ("Keurmerk", [(words, code in audience.certificates) for code, words in CERTIFICATES.items()]),
        ("Zzp'er", [("zonder ingehuurde krachten", self_employed[audience.self_employed])]),
        ("OVAL", [("leden", True), ("scholen die geen lid zijn", not audience.oval_members_only)]),
    ]


def differences(before: CatalogueNorm, after: CatalogueNorm) -> tuple[Change, ...]:
    """What two editions say differently of one norm, as far as a page shows it."""
    shown = {
        "Titel": lambda norm: norm.title,
        "Wat de norm vraagt": lambda norm: norm.asks,
        "Materiële Norm": lambda norm: "ja" if norm.material else "nee",
        "Voor een zzp'er": lambda norm: SELF_EMPLOYED[norm.audience.self_employed],
        "Wetten": lambda norm: dutch.listing(list(norm.audience.acts)),
        "Bewijs": lambda norm: "; ".join(norm.evidence),
        "Toetsing": lambda norm: norm.tested,
    }
    return tuple(
        Change(what, text(before), text(after)) for what, text in shown.items() if text(before) != text(after)
    )
