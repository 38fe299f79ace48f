"""The computation of all norms over the frames, apart from where and when it runs."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import NO_GROUP, ROW, SCHOOL, Frame
from rulebook.kernel.norm import DENOMINATOR, NUMERATOR, Indicator, Norm
from rulebook.kernel.verdict import Counts
from rulebook.norms.engines import Backend
from rulebook.norms.inburgeren.facts import Facts
from rulebook.norms.inburgeren.norm_editions import NormEditions
from rulebook.norms.inburgeren.registry import AUXILIARIES, EDITION_OF_INDICATOR, INDICATORS, NORMS

COUNT = "count"


@dataclass(frozen=True, slots=True)
class Plan:
    """Three frames that together hold all there is to know of the norms."""

    explanation: Frame
    """A row per fact that a norm looked at."""
    sums: Frame
    """Numerator and denominator per school, norm and group: sums of the explanation."""
    counts: Frame
    """Per school, code, group and name: tallies of norms, indicators and auxiliary counts."""


def plan_norms(tables: Mapping[str, Frame], editions: NormEditions, backend: Backend) -> Plan:
    """Lay out every norm whose tables are there. All schools in `tables` delivered the same tables."""
    facts = Facts(tables, editions.period, backend)
    judged = {norm: _explained(norm, facts, editions) for norm in NORMS if delivered(norm.tables, tables)}
    counted = [
        *(_tally(norm, name, rows) for norm, rows in judged.items() for name in norm.tallies),
        *(
            _things(indicator, facts, editions)
            for indicator in (*INDICATORS, *AUXILIARIES)
            if delivered(indicator.tables, tables)
        ),
    ]
    explanation = backend.store(
        backend.stack([rows.select(*ROW) if norm.tallies else rows for norm, rows in judged.items()])
    )
    return Plan(explanation, _summed(explanation), _counted(backend.stack(counted)))


def delivered(needed: Sequence[str], tables: Container[str]) -> bool:
    return all(table in tables for table in needed)


def _explained(norm: Norm, facts: Facts, editions: NormEditions) -> Frame:
    rows = norm.explain(facts, editions.values(norm.code)).select(
        *(nw.lit(norm.code).alias(column) if column == "norm" else nw.col(column) for column in ROW),
        *(condition.alias(name) for name, condition in norm.tallies.items()),
    )
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
    return rows.filter(nw.col(name)).select(
        SCHOOL, nw.lit(norm.code).alias("code"), "group", nw.lit(name).alias("name")
    )


def _things(indicator: Indicator, facts: Facts, editions: NormEditions) -> Frame:
    things = indicator.rows(facts, editions.values(EDITION_OF_INDICATOR.get(indicator.code, indicator.code)))
    group = nw.col("group") if indicator.grouped else NO_GROUP.alias("group")
    return things.select(SCHOOL, nw.lit(indicator.code).alias("code"), group, nw.lit(COUNT).alias("name"))


def _counted(things: Frame) -> Frame:
    key = (SCHOOL, "code", "group", "name")
    return things.group_by(*key).agg(nw.len().alias(COUNT))
