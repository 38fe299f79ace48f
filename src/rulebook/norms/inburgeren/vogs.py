"""Norm 1.7.1.c, which judges 1.7.2.c as well: a certificate of good conduct per engagement (§3.7)."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import (
    ALWAYS,
    LAST_DATE,
    Frame,
    Rule,
    explain,
    id_of,
    months_after,
)
from rulebook.kernel.norm import AtLeast, Norm, Parameters
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.facts import TEACHER, Facts
from rulebook.norms.inburgeren.judging import one_share

ASSIGNMENT = "opdracht"


def engagements_with_a_good_vog(facts: Facts, parameters: Parameters) -> Frame:
    engagements = _numbered(facts.tables["engagements"], facts, parameters)
    chained = _chained(engagements, parameters).with_columns(chained=nw.lit(True))
    period = facts.period
    overlapping = engagements.filter(
        nw.col("valid_from") <= period.last,
        nw.col("until") >= period.first,
    )
    return explain(
        overlapping.join(chained, on=[*TEACHER, "kind", "valid_from"], how="left"),
        (
            Rule("goede_vog", nw.col("direct"), Counts.NUMERATOR),
            Rule("vervolgopdracht", nw.col("chained"), Counts.NUMERATOR),
            Rule("geen_goede_vog", ALWAYS, Counts.DENOMINATOR),
        ),
        table="aanstellingen",
        key=id_of("teacher_id", "kind", "valid_from"),
    )


def _numbered(engagements: Frame, facts: Facts, parameters: Parameters) -> Frame:
    """Engagements with `direct`: whether a certificate of the teacher fits this engagement itself."""
    good = (
        facts.tables["vogs"]
        .filter(nw.col("profile") == parameters.whole("vog_profile"), ~nw.col("objections"))
        .select(*TEACHER, nw.col("date").alias("vog_date"))
    )
    start, issued = nw.col("valid_from"), nw.col("vog_date")
    early = start < parameters.day("vog_transition_before")
    fresh = (issued <= start) & (start <= months_after("vog_date", parameters.whole("vog_max_months")))
    fits = (early & (issued <= parameters.day("vog_transition_latest"))) | (~early & fresh)
    starts = engagements.select(*TEACHER, "valid_from").unique()
    direct = starts.join(good, on=TEACHER).filter(fits).select(*TEACHER, "valid_from").unique()
    return engagements.join(
        direct.with_columns(direct=nw.lit(True)), on=[*TEACHER, "valid_from"], how="left"
    ).with_columns(
        nw.col("direct").fill_null(value=False),
        nw.col("valid_until").fill_null(LAST_DATE).alias("until"),
    )


def _chained(engagements: Frame, parameters: Parameters) -> Frame:
    """Assignments that a good earlier one leads to, without a gap of three months or more on the way.

    From every good assignment on, the later starts are walked in order; a start that no assignment
    before it reaches is a gap, and all that lies behind the gap is not reached from there.
    """
    gap = parameters.whole("vog_assignment_gap_months")
    reach = (
        nw.when(nw.col("valid_until").is_null())
        .then(nw.lit(LAST_DATE))
        .otherwise(months_after("valid_until", gap))
    )
    assignments = engagements.filter(nw.col("kind") == ASSIGNMENT).with_columns(reach=reach)
    seeds = assignments.filter(nw.col("direct")).select(*TEACHER, nw.col("valid_from").alias("seed"))
    walk = (
        seeds.unique()
        .join(assignments.select(*TEACHER, "valid_from", "reach"), on=TEACHER)
        .filter(nw.col("valid_from") >= nw.col("seed"))
        .group_by(*TEACHER, "seed", "valid_from")
        .agg(nw.col("reach").max())
    )
    key, order = [*TEACHER, "seed"], ["valid_from"]
    reached_before = nw.col("reach").cum_max().over(*key, order_by=order).alias("furthest")
    walk = walk.with_columns(reached_before).with_columns(
        nw.col("furthest").shift(1).over(*key, order_by=order).alias("furthest_before")
    )
    later = nw.col("valid_from") > nw.col("seed")
    is_gap = later & (nw.col("valid_from") >= nw.col("furthest_before"))
    walk = walk.with_columns(nw.when(is_gap).then(nw.lit(1)).otherwise(nw.lit(0)).alias("gap")).with_columns(
        nw.col("gap").cum_sum().over(*key, order_by=order).alias("gaps")
    )
    reached = walk.filter(nw.col("gaps") == 0, later)
    return reached.select(*TEACHER, nw.lit(ASSIGNMENT).alias("kind"), "valid_from").unique()


NORMS = (
    Norm(
        "1.7.1.c",
        paragraph="3.7",
        tables=("engagements", "vogs"),
        explain=engagements_with_a_good_vog,
        judge=one_share,
        limit=AtLeast("vog_share"),
    ),
)
