"""Judge every computed norm: explain the rows, sum them, compare the sums with the limits."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ROW, SCHOOL, Frame
from rulebook.kernel.norm import Indicator, Norm, NormRow, Parameters, School, Sums
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

type Figure = int | dict[str, int] | None
type Explained = Callable[[Norm, Frame], None]

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
    explained: Explained,
) -> dict[int, Assessed]:
    """Judge the schools in `tables`; `explained` receives the explanation rows of every norm.

    All schools delivered the same tables; `schools` holds what is not in rows, by the column `school`.
    """
    facts = Facts(tables, editions.period, backend)
    assessed = {school: Assessed() for school in schools}
    for norm in NORMS:
        sums = _explain_and_sum(norm, facts, editions, backend, explained)
        for number, result in assessed.items():
            result.rows.extend(_rows(norm, sums, number, schools[number], editions))
            result.figures.update(_figures(norm, sums, number))
    for indicator in INDICATORS:
        counted = _count(indicator, facts, editions.values(EDITION_OF_INDICATOR[indicator.code]), backend)
        for number, result in assessed.items():
            result.figures[indicator.code] = _figure(indicator, counted, number)
    for indicator in AUXILIARIES:
        counted = _count(indicator, facts, editions.values(indicator.code), backend) or {}
        for number, result in assessed.items():
            result.auxiliary[indicator.code] = {str(g): n for g, n in counted.get(number, {}).items()}
    return assessed


type SumsPerSchool = Mapping[int, Sums]


def _explain_and_sum(
    norm: Norm, facts: Facts, editions: Editions, backend: Backend, explained: Explained
) -> SumsPerSchool | None:
    if not all(facts.has(table) for table in norm.tables):
        return None
    rows = facts.keep(
        norm.explain(facts, editions.values(norm.code)).with_columns(nw.lit(norm.code).alias("norm"))
    )
    explained(norm, rows.select(*ROW))
    counts = nw.col("counts")
    tallies = {
        "numerator": counts == nw.lit(Counts.NUMERATOR.value),
        "denominator": counts != nw.lit(Counts.NOT.value),
        **norm.tallies,
    }
    per_group = rows.with_columns(
        **{f"is_{name}": nw.when(when).then(nw.lit(1)).otherwise(nw.lit(0)) for name, when in tallies.items()}
    )
    frame = backend.collect(
        per_group.group_by(SCHOOL, "group").agg(
            *(nw.col(f"is_{name}").sum().cast(nw.Int64).alias(name) for name in tallies)
        )
    )
    by_school: dict[int, dict[str | None, dict[str, int]]] = defaultdict(dict)
    for row in frame.iter_rows(named=True):
        by_school[row.pop(SCHOOL)][row.pop("group")] = row
    return {school: Sums(groups) for school, groups in by_school.items()}


def _rows(
    norm: Norm, sums: SumsPerSchool | None, number: int, school: School, editions: Editions
) -> list[NormRow]:
    if sums is None or (norm.tables == ("satisfaction",) and school.satisfaction is None):
        rows = [empty_row(norm, Verdict.NO_DATA, group=GROUPED_NORMS_WITHOUT_ROWS.get(norm.code))]
    else:
        rows = norm.judge(norm, sums.get(number, Sums({})), school, editions.values(norm.code))
    edition = editions.of(norm.code)
    material = catalogue_norm(norm.code, edition).is_material(school.certificate)
    return [replace(row, edition=edition, material=material, readings=norm.readings) for row in rows]


def _figures(norm: Norm, sums: SumsPerSchool | None, number: int) -> Mapping[str, Figure]:
    if sums is None:
        return dict.fromkeys(norm.figure_codes)
    return {
        code: figure if isinstance(figure, int) else dict(figure)
        for code, figure in norm.figures(sums.get(number, Sums({}))).items()
    }


def _count(
    indicator: Indicator, facts: Facts, values: Parameters, backend: Backend
) -> dict[int, dict[str | None, int]] | None:
    if not all(facts.has(table) for table in indicator.tables):
        return None
    key = [SCHOOL, "group"] if indicator.grouped else [SCHOOL]
    frame = backend.collect(indicator.rows(facts, values).group_by(*key).agg(nw.len().alias("count")))
    counted: dict[int, dict[str | None, int]] = defaultdict(dict)
    for row in frame.iter_rows(named=True):
        counted[row[SCHOOL]][row.get("group")] = row["count"]
    return counted


def _figure(indicator: Indicator, counted: dict[int, dict[str | None, int]] | None, number: int) -> Figure:
    if counted is None:
        return None
    groups = counted.get(number, {})
    if not indicator.grouped:
        return groups.get(None, 0)
    return {group: groups[group] for group in PROFILES if group in groups}
