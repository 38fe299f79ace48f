"""From the sums of the plan to verdicts and figures, per school."""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from rulebook.kernel.explain import SCHOOL
from rulebook.kernel.norm import DENOMINATOR, NUMERATOR, Indicator, Norm, NormRow, School, Sums
from rulebook.kernel.verdict import Verdict
from rulebook.norms.catalogue import norm as catalogue_norm
from rulebook.norms.inburgeren.facts import PROFILES
from rulebook.norms.inburgeren.judging import empty_row
from rulebook.norms.inburgeren.norm_editions import NormEditions
from rulebook.norms.inburgeren.plan import COUNT, delivered
from rulebook.norms.inburgeren.registry import AUXILIARIES, INDICATORS, NORMS

type Figure = int | Mapping[str, int] | None

GROUPED_NORMS_WITHOUT_ROWS = {"2.16": "B1"}
"""Without its table a norm keeps this group in its one row."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """One school's norm rows and figures; `auxiliary` holds what only stars and advice use."""

    rows: list[NormRow] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)
    auxiliary: dict[str, dict[str, int]] = field(default_factory=dict)


def assess(
    sums: pl.DataFrame,
    counts: pl.DataFrame,
    schools: Mapping[int, School],
    editions: NormEditions,
    tables: Container[str],
) -> dict[int, Assessed]:
    """Judge the schools whose sums these are; `tables` are those that they delivered."""
    per_school = _sums(sums, counts)
    return {
        number: _assessed(per_school[number], school, editions, tables) for number, school in schools.items()
    }


class SchoolSums(defaultdict[str, dict[str | None, dict[str, int]]]):
    """Of one school: per norm and group the sums and tallies; per indicator and group its count."""

    def __init__(self) -> None:
        super().__init__(lambda: defaultdict(lambda: defaultdict(int)))

    def of(self, code: str) -> Sums:
        return Sums(self[code])

    def count(self, code: str) -> dict[str | None, int]:
        return {group: sums[COUNT] for group, sums in self[code].items()}


def _sums(summed: pl.DataFrame, counted: pl.DataFrame) -> dict[int, SchoolSums]:
    sums: dict[int, SchoolSums] = defaultdict(SchoolSums)
    for school, norm, group, numerator, denominator in summed.select(
        SCHOOL, "norm", "group", NUMERATOR, DENOMINATOR
    ).iter_rows():
        sums[school][norm][group].update({NUMERATOR: numerator, DENOMINATOR: denominator})
    for school, code, group, name, count in counted.select(
        SCHOOL, "code", "group", "name", COUNT
    ).iter_rows():
        sums[school][code][group][name] = count
    return sums


def _assessed(sums: SchoolSums, school: School, editions: NormEditions, tables: Container[str]) -> Assessed:
    figures: dict[str, Figure] = {}
    rows: list[NormRow] = []
    for norm in NORMS:
        there = delivered(norm.tables, tables) and not (
            norm.tables == ("satisfaction",) and school.satisfaction is None
        )
        rows.extend(_rows(norm, sums.of(norm.code) if there else None, school, editions))
        figures.update(norm.figures(sums.of(norm.code)) if there else dict.fromkeys(norm.figure_codes))
    for indicator in INDICATORS:
        there = delivered(indicator.tables, tables)
        figures[indicator.code] = _figure(indicator, sums.count(indicator.code)) if there else None
    auxiliary = {
        indicator.code: {str(group): count for group, count in sums.count(indicator.code).items()}
        for indicator in AUXILIARIES
    }
    return Assessed(rows, figures, auxiliary)


def _rows(norm: Norm, sums: Sums | None, school: School, editions: NormEditions) -> list[NormRow]:
    if sums is None:
        rows = [empty_row(norm, Verdict.NO_DATA, group=GROUPED_NORMS_WITHOUT_ROWS.get(norm.code))]
    else:
        rows = norm.judge(norm, sums, school, editions.values(norm.code))
    edition = editions.of(norm.code)
    material = catalogue_norm(norm.code, edition).is_material(school.certificate)
    return [replace(row, edition=edition, material=material, readings=norm.readings) for row in rows]


def _figure(indicator: Indicator, groups: Mapping[str | None, int]) -> Figure:
    if not indicator.grouped:
        return groups.get(None, 0)
    return {group: groups[group] for group in PROFILES if group in groups}
