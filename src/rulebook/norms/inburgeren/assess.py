"""Judge every computed norm: explain the rows, sum them, compare the sums with the limits."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import narwhals.stable.v2 as nw
import polars as pl

from rulebook.kernel.explain import NO_GROUP, ROW, SCHOOL, Frame
from rulebook.kernel.norm import DENOMINATOR, NUMERATOR, Indicator, Norm, NormRow, School, Sums
from rulebook.kernel.period import MeasuringPeriod
from rulebook.kernel.verdict import Counts, Verdict
from rulebook.norms.catalogue import norm as catalogue_norm
from rulebook.norms.editions import edition_in_force
from rulebook.norms.engines import Backend
from rulebook.norms.inburgeren.facts import PROFILES, Facts
from rulebook.norms.inburgeren.judging import empty_row
from rulebook.norms.inburgeren.registry import (
    AUXILIARIES,
    EDITION_OF_INDICATOR,
    FOLLOWS_START_OF_PERIOD,
    INDICATORS,
    NORMS,
)
from rulebook.norms.inburgeren.values import EditionValues

type Figure = int | Mapping[str, int] | None
type Store = Callable[[Frame], Frame]
"""Puts explanation rows away and gives them back to be summed."""

GROUPED_NORMS_WITHOUT_ROWS = {"2.16": "B1"}
"""Without its table a norm keeps this group in its one row."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """One school's norm rows and figures; `auxiliary` holds what only stars and advice use."""

    rows: list[NormRow] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)
    auxiliary: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Editions:
    """Which edition judges a norm: the forced one, else the one in force for that norm."""

    period: MeasuringPeriod
    forced: str | None = None

    def decisive_day(self, code: str) -> date:
        return self.period.first if code in FOLLOWS_START_OF_PERIOD else self.period.last

    def of(self, code: str) -> str:
        return self.forced or edition_in_force(self.decisive_day(code)).id

    def values(self, code: str) -> EditionValues:
        return EditionValues(self.of(code))


def assess(
    tables: Mapping[str, Frame],
    schools: Mapping[int, School],
    editions: Editions,
    backend: Backend,
    store: Store,
) -> dict[int, Assessed]:
    """Judge the schools in `tables`; `store` puts the explanation rows of all norms away.

    All schools delivered the same tables; `schools` holds what is not in rows, by the column `school`.
    """
    facts = Facts(tables, editions.period, backend)
    judged = {norm: _explained(norm, facts, editions) for norm in NORMS if _has(facts, norm.tables)}
    counted = [
        *(_tally(norm, name, rows) for norm, rows in judged.items() for name in norm.tallies),
        *(
            _things(indicator, facts, editions)
            for indicator in (*INDICATORS, *AUXILIARIES)
            if _has(facts, indicator.tables)
        ),
    ]
    explanation = store(nw.concat([rows.select(*ROW) for rows in judged.values()], how="vertical"))
    sums = _sums(backend.collect(_summed(explanation)), backend.collect(_counted(counted)))
    return {number: _assessed(sums[number], school, editions, facts) for number, school in schools.items()}


class SchoolSums(defaultdict[str, dict[str | None, dict[str, int]]]):
    """Of one school: per norm and group the sums and tallies; per indicator and group its count."""

    def __init__(self) -> None:
        super().__init__(lambda: defaultdict(lambda: defaultdict(int)))

    def of(self, code: str) -> Sums:
        return Sums(self[code])

    def count(self, code: str) -> dict[str | None, int]:
        return {group: sums[COUNT] for group, sums in self[code].items()}


COUNT = "count"


def _has(facts: Facts, tables: tuple[str, ...]) -> bool:
    return all(facts.has(table) for table in tables)


def _explained(norm: Norm, facts: Facts, editions: Editions) -> Frame:
    rows = norm.explain(facts, editions.values(norm.code)).with_columns(nw.lit(norm.code).alias("norm"))
    return facts.keep(rows) if norm.tallies else rows


def _summed(explanation: Frame) -> Frame:
    counts = nw.col("counts")
    return (
        explanation.with_columns(
            _one_where(counts == Counts.NUMERATOR.value).alias(NUMERATOR),
            _one_where(counts != Counts.NOT.value).alias(DENOMINATOR),
        )
        .group_by(SCHOOL, "norm", "group")
        .agg(*(nw.col(name).sum().cast(nw.Int64) for name in (NUMERATOR, DENOMINATOR)))
    )


def _one_where(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))


def _tally(norm: Norm, name: str, rows: Frame) -> Frame:
    return rows.filter(norm.tallies[name]).select(
        SCHOOL, nw.lit(norm.code).alias("code"), "group", nw.lit(name).alias("name")
    )


def _things(indicator: Indicator, facts: Facts, editions: Editions) -> Frame:
    things = indicator.rows(facts, editions.values(EDITION_OF_INDICATOR.get(indicator.code, indicator.code)))
    group = nw.col("group") if indicator.grouped else NO_GROUP.alias("group")
    return things.select(SCHOOL, nw.lit(indicator.code).alias("code"), group, nw.lit(COUNT).alias("name"))


def _counted(things: Sequence[Frame]) -> Frame:
    key = (SCHOOL, "code", "group", "name")
    return nw.concat(list(things), how="vertical").group_by(*key).agg(nw.len().alias(COUNT))


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


def _assessed(sums: SchoolSums, school: School, editions: Editions, facts: Facts) -> Assessed:
    figures: dict[str, Figure] = {}
    rows: list[NormRow] = []
    for norm in NORMS:
        there = _has(facts, norm.tables) and not (
            norm.tables == ("satisfaction",) and school.satisfaction is None
        )
        rows.extend(_rows(norm, sums.of(norm.code) if there else None, school, editions))
        figures.update(norm.figures(sums.of(norm.code)) if there else dict.fromkeys(norm.figure_codes))
    for indicator in INDICATORS:
        there = _has(facts, indicator.tables)
        figures[indicator.code] = _figure(indicator, sums.count(indicator.code)) if there else None
    auxiliary = {
        indicator.code: {str(group): count for group, count in sums.count(indicator.code).items()}
        for indicator in AUXILIARIES
    }
    return Assessed(rows, figures, auxiliary)


def _rows(norm: Norm, sums: Sums | None, school: School, editions: Editions) -> list[NormRow]:
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
