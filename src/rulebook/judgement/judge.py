"""Judge a school's dossier: norms, figures, stars and advice, with the explanation under every number."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache, lru_cache
from typing import Any

import polars as pl

from rulebook.judgement.advice import advise
from rulebook.judgement.outcome import EXPLANATION_NAMES, Outcome
from rulebook.kernel.explain import ROW, SCHOOL, Frame
from rulebook.kernel.norm import NormRow, School
from rulebook.kernel.numbers import from_billionths
from rulebook.kernel.period import MeasuringPeriod
from rulebook.kernel.verdict import Certificate, Verdict
from rulebook.norms.backends import backend_for
from rulebook.norms.catalogue import manual_numbers
from rulebook.norms.catalogue import norm as catalogue_norm
from rulebook.norms.dossier import Dossier
from rulebook.norms.editions import edition_named
from rulebook.norms.engines import Backend, Engine
from rulebook.norms.inburgeren.assess import Assessed, assess
from rulebook.norms.inburgeren.norm_editions import NormEditions
from rulebook.norms.inburgeren.plan import Plan, plan_norms
from rulebook.norms.inburgeren.registry import NORMS
from rulebook.norms.inburgeren.satisfaction import may_publish
from rulebook.norms.prepared import PreparedBackend
from rulebook.stars.rating import rate

NOT_IN_FRAMES = ("organisation", "parameters", "teachers")
"""Tables no norm looks at row by row."""

ONLY_SCHOOL = 0


def judge(
    dossier: Dossier,
    period: MeasuringPeriod,
    *,
    edition: str | None = None,
    engine: Engine = Engine.POLARS,
) -> Outcome:
    """Judge one school over one measuring period.

    With `edition` every norm follows that handbook; without it each norm follows the one in force for it.
    The engine makes no difference to the outcome. Raises HandbookDataError for an unknown edition.
    """
    editions = NormEditions(period, edition_named(edition).id if edition else None)
    school = school_of(dossier)
    tables = {
        name: frame.with_columns(pl.lit(ONLY_SCHOOL, pl.Int64).alias(SCHOOL))
        for name, frame in dossier.tables.items()
        if name not in NOT_IN_FRAMES
    }
    explanation, sums, counts = _compute(tables, editions, engine)
    assessed = assess(sums, counts, {ONLY_SCHOOL: school}, editions, tables)[ONLY_SCHOOL]
    return outcome_of(
        assessed, school, organisation_of(dossier), editions, in_order(explanation).drop(SCHOOL)
    )


def _compute(
    tables: Mapping[str, pl.DataFrame], editions: NormEditions, engine: Engine
) -> Sequence[pl.DataFrame]:
    """Explanation, sums and counts, from whichever engine."""
    if engine is Engine.POLARS:
        schemas = tuple((name, tuple(frame.schema.items())) for name, frame in sorted(tables.items()))
        backend, plan = _prepared(schemas, editions)
        return backend.run(tables, plan.explanation, plan.sums, plan.counts)
    with closing(backend_for(engine)) as other:
        plan = plan_norms({name: other.load(frame) for name, frame in tables.items()}, editions, other)
        return [other.collect(frame) for frame in (plan.explanation, plan.sums, plan.counts)]


type Schemas = tuple[tuple[str, tuple[tuple[str, pl.DataType], ...]], ...]


@lru_cache(maxsize=32)
def _prepared(schemas: Schemas, editions: NormEditions) -> tuple[PreparedBackend, Plan]:
    backend = PreparedBackend({name: pl.Schema(schema) for name, schema in schemas})
    return backend, plan_norms(backend.tables, editions, backend)


def judge_many(
    tables: Mapping[str, Frame],
    schools: Mapping[int, tuple[School, Mapping[str, str]]],
    editions: NormEditions,
    backend: Backend,
) -> dict[int, Outcome]:
    """Judge many schools at once; they delivered the same tables, and `school` tells their rows apart.

    `schools` holds what is not in rows, and the organisation. The backend puts the explanation rows
    away; the outcomes carry none.
    """
    plan = plan_norms(tables, editions, backend)
    assessed = assess(
        backend.collect(plan.sums),
        backend.collect(plan.counts),
        {number: school for number, (school, _) in schools.items()},
        editions,
        tables,
    )
    none = pl.DataFrame(schema=dict.fromkeys(EXPLANATION_NAMES, pl.String))
    return {
        number: outcome_of(assessed[number], school, organisation, editions, none)
        for number, (school, organisation) in schools.items()
    }


def school_of(dossier: Dossier) -> School:
    organisation = dossier.first_row("organisation")
    if organisation is None:
        raise ValueError("a dossier always holds its organisation; the reader has checked this")
    limits = dossier.tables.get("parameters")
    return School(
        certificate=Certificate(organisation["certificate"]),
        pass_rate_limits={} if limits is None else pass_rate_limits(limits),
        satisfaction=dossier.first_row("satisfaction"),
    )


def pass_rate_limits(parameters: pl.DataFrame) -> dict[str, Any]:
    """The pass rates that the scheme owner announced for this year, by profile (§4.20)."""
    return {
        row["key"]: from_billionths(row["value"])
        for row in parameters.iter_rows(named=True)
        if row["name"] == "slagingsnorm"
    }


def organisation_of(dossier: Dossier) -> dict[str, str]:
    row = dossier.first_row("organisation") or {}
    return {"kvk_nummer": row["kvk_number"], "naam": row["name"], "keurmerk": row["certificate"]}


def outcome_of(
    assessed: Assessed,
    school: School,
    organisation: Mapping[str, str],
    editions: NormEditions,
    explanation: pl.DataFrame,
) -> Outcome:
    """Put verdicts, stars and advice together; stars and advice follow the edition at the period's end."""
    values = editions.values("stars")
    used = {row.edition for row in assessed.rows}
    satisfaction = school.satisfaction
    return Outcome(
        edition=used.pop() if len(used) == 1 else None,
        period=editions.period,
        organisation=organisation,
        rows=(*assessed.rows, *_manual_rows(school.certificate, editions.of("manual"))),
        figures=assessed.figures,
        publish_satisfaction=None
        if satisfaction is None
        else may_publish(satisfaction, editions.values("3.1.1")),
        stars=rate(assessed, values),
        advice=advise(assessed, school.certificate, values),
        remarks=_edition_remarks(editions),
        explanation=explanation,
    )


@cache
def _manual_rows(certificate: Certificate, edition: str) -> tuple[NormRow, ...]:
    """Every other norm of the catalogue: an auditor judges it."""
    return tuple(
        NormRow(
            number,
            Verdict.MANUAL,
            material=catalogue_norm(number, edition).is_material(certificate),
            edition=edition,
        )
        for number in manual_numbers(edition)
    )


def _edition_remarks(editions: NormEditions) -> tuple[str, ...]:
    """Say where an edition that is not loaded had to be replaced by a later one."""
    if editions.forced:
        return ()
    days = {editions.decisive_day(norm.code): editions.of(norm.code) for norm in NORMS}
    return tuple(
        f"De handleiding die gold op {day} is niet geladen; {edition} is in plaats daarvan gebruikt."
        for day, edition in sorted(days.items())
        if edition_named(edition).in_force > day
    )


def in_order(explanation: pl.DataFrame) -> pl.DataFrame:
    """One order whatever the order of the input: the handbook's norms, then table, id and group."""
    order = {norm.code: number for number, norm in enumerate(NORMS)}
    rank = pl.col("norm").replace_strict(order, return_dtype=pl.Int64)
    return explanation.select(*ROW).sort(rank, "table", "id", "group", "reason", SCHOOL)
