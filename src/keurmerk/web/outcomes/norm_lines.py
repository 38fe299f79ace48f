"""The norms of an outcome as people read them: per hoofdnorm, what fails first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from keurmerk.web.components import dutch
from keurmerk.web.components.meter import Meter, meter_of
from keurmerk.web.components.verdicts import VERDICTS, Look
from keurmerk.web.components.words import MAIN_NORMS
from keurmerk.web.outcomes.what_if import what_if_sentence
from rulebook.norms.catalogue import catalogue
from rulebook.norms.editions import LATEST
from rulebook.norms.norm_page import CatalogueNorm

MANUAL = "handmatig"
URGENCY = (
    "voldoet_niet",
    "geen_gegevens",
    "onvoldoende_gegevens",
    "voldoet",
    "niet_van_toepassing",
)
"""In this order the norms of a hoofdnorm are listed."""

type Row = Mapping[str, Any]
type AddressOf = Callable[[Row], str | None]


@dataclass(frozen=True, slots=True)
class NormLine:
    row: Row
    meter: Meter
    edition: str

    @property
    def label(self) -> str:
        """How the advice names it: 2.15:hoog."""
        return label_of(self.row)

    @property
    def figures(self) -> str:
        """For a table: nothing to judge is a dash, not '0 van 0'."""
        return (self.meter.figures if self.meter.value else None) or "–"

    @property
    def limit(self) -> str:
        return (self.meter.limit or "–").removeprefix("grens: ")

    @property
    def anchor(self) -> str:
        return f"norm-{self.label.replace(':', '-')}"


@dataclass(frozen=True, slots=True)
class NormGroup:
    title: str
    anchor: str
    lines: tuple[NormLine, ...]
    tally: tuple[tuple[Look, int], ...]


def label_of(row: Row) -> str:
    return f"{row['norm']}:{row['groep']}" if row["groep"] else str(row["norm"])


def title_of(norm: str, edition: str | None = None) -> str:
    found = by_number(edition or LATEST).get(norm) or by_number(LATEST).get(norm)
    return found.title if found else ""


def by_number(edition: str) -> dict[str, CatalogueNorm]:
    return {norm.number: norm for norm in catalogue(edition)}


def main_norm(number: str) -> int | None:
    return int(number[0]) if number[0] in "123" else None


def computed(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["oordeel"] != MANUAL]


def norm_groups(outcome: Mapping[str, Any], explanation_of: AddressOf) -> tuple[NormGroup, ...]:
    """Every computed norm as a meter with 'waarom?' and 'wat als?', per hoofdnorm."""
    edition = outcome["handleiding"]
    parts: dict[int | None, list[NormLine]] = {1: [], 2: [], 3: [], None: []}
    for row in sorted(computed(outcome["normen"]), key=lambda row: URGENCY.index(row["oordeel"])):
        parts[main_norm(row["norm"])].append(norm_line(row, edition, explanation_of(row)))
    return tuple(
        NormGroup(
            MAIN_NORMS[main], f"hoofdnorm-{main or 'overig'}", tuple(lines), tally(line.row for line in lines)
        )
        for main, lines in parts.items()
        if lines
    )


def norm_line(row: Row, edition: str | None, explanation: str | None) -> NormLine:
    own_edition = row.get("handleiding") or edition or LATEST
    links = [("Waarom?", explanation)] if explanation else []
    readings = reverse("public:readings")
    links += [(f"Lezing {name}", f"{readings}#{name}") for name in row["interpretaties"]]
    meter = meter_of(row, title=title_of(row["norm"], own_edition), links=tuple(links))
    sentence = what_if_sentence(row, edition)
    if sentence:
        meter = replace(meter, note=f"Wat als? {sentence}")
    return NormLine(row, meter, own_edition)


def tally(rows: Iterable[Row]) -> tuple[tuple[Look, int], ...]:
    """How many of each oordeel, in the order of urgency."""
    verdicts = [row["oordeel"] for row in rows]
    return tuple((VERDICTS[code], verdicts.count(code)) for code in URGENCY if code in verdicts)


def tally_words(rows: Sequence[Row]) -> str:
    """'2 voldoet niet, 20 voldoet en 3 niet van toepassing'."""
    return dutch.listing([f"{count} {look.words}" for look, count in tally(rows)])


def manual_norms(outcome: Mapping[str, Any]) -> tuple[tuple[str, tuple[CatalogueNorm, ...]], ...]:
    """The norms an auditor judges, per hoofdnorm."""
    edition = outcome["handleiding"] or LATEST
    known = by_number(edition)
    parts: dict[int | None, list[CatalogueNorm]] = {}
    for row in outcome["normen"]:
        if row["oordeel"] == MANUAL and row["norm"] in known:
            parts.setdefault(main_norm(row["norm"]), []).append(known[row["norm"]])
    return tuple((MAIN_NORMS[main], tuple(norms)) for main, norms in parts.items())
