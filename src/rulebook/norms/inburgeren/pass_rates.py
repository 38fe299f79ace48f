"""Norms 2.15 and 2.16: pass rates, and the figures reported with them (§4.20)."""

from dataclasses import replace

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import Frame, within
from rulebook.kernel.norm import (
    AtLeast,
    Figures,
    Indicator,
    NoLimit,
    Norm,
    NormRow,
    Parameters,
    School,
    Sums,
)
from rulebook.kernel.numbers import BILLIONTHS
from rulebook.kernel.verdict import Counts, Verdict
from rulebook.norms.inburgeren.attempts import B1_ROUTE, IS_ONA, LANGUAGE_AT_B1, WI2013, judged_attempts
from rulebook.norms.inburgeren.facts import LANGUAGE_EXAMS, LEARNER, PROFILES, Facts
from rulebook.norms.inburgeren.judging import empty_row, limit_of, share_row
from rulebook.norms.inburgeren.tracks import COMPLETED

B1_GROUP = "B1"


def attempts_of_wi2013(facts: Facts, parameters: Parameters) -> Frame:
    return _under_norm(facts, parameters, WI2013, nw.col("profile"))


def attempts_of_b1_route(facts: Facts, parameters: Parameters) -> Frame:
    return _under_norm(facts, parameters, B1_ROUTE, nw.lit(B1_GROUP))


def _under_norm(facts: Facts, parameters: Parameters, own: nw.Expr, group: nw.Expr) -> Frame:
    """Every attempt under one norm: its own reason, or that another norm judges it."""
    own = own.fill_null(value=False)
    keeps_reason = own | IS_ONA
    other_norm = nw.lit("andere_norm")
    return judged_attempts(facts, parameters).rows.with_columns(
        nw.when(keeps_reason).then(group).otherwise(nw.lit(None, dtype=nw.String)).alias("group"),
        nw.when(own).then(nw.col("counts")).otherwise(nw.lit(Counts.NOT.value)).alias("counts"),
        nw.when(keeps_reason).then(nw.col("reason")).otherwise(other_norm).alias("reason"),
        (own & nw.col("first_of_learner")).alias("first_of_learner"),
    )


def _per_profile(norm: Norm, sums: Sums, school: School, parameters: Parameters) -> list[NormRow]:
    profiles = [group for group in PROFILES if sums.by_group.get(group, {}).get("denominator")]
    if not profiles:
        return [empty_row(norm, Verdict.NOT_APPLICABLE)]
    enough = sums.total("learners") >= parameters.whole("min_learners_pass_rate")
    rows = [share_row(norm, group, sums.of(group), school.pass_rate_limits.get(group)) for group in profiles]
    return [_checked(row, enough=enough) for row in rows]


def _b1(norm: Norm, sums: Sums, _school: School, parameters: Parameters) -> list[NormRow]:
    counted = sums.of(B1_GROUP) if B1_GROUP in sums.by_group else (0, 0)
    row = share_row(norm, B1_GROUP, counted, limit_of(norm, parameters))
    enough = sums.total("learners") >= parameters.whole("min_learners_pass_rate")
    return [_checked(row, enough=enough)]


def _checked(row: NormRow, *, enough: bool) -> NormRow:
    """Too few learners goes before a missing limit; without attempts there is nothing to judge."""
    if row.verdict is Verdict.NOT_APPLICABLE:
        return row
    if not enough:
        return replace(row, verdict=Verdict.INSUFFICIENT_DATA)
    return replace(row, verdict=Verdict.NO_DATA) if row.limit is None else row


def _wi2013_figures(sums: Sums) -> Figures:
    profiles = [group for group in PROFILES if sums.by_group.get(group, {}).get("denominator")]
    return {
        "2.15.a": sums.total("learners"),
        "2.15.b": {group: sums.of(group)[1] for group in profiles},
        "2.15.c": {group: sums.of(group)[0] for group in profiles},
    }


def _b1_figures(sums: Sums) -> Figures:
    return {"2.16.d": sums.total("denominator"), "2.16.e": sums.total("numerator")}


def ona_completed(facts: Facts, _parameters: Parameters) -> Frame:
    """2.15.d: learners of Wi2013 with a completed ona track that counts."""
    ona = facts.counting_tracks.filter(
        WI2013, nw.col("kind") == "ona", COMPLETED, within(facts.period, "ended_on")
    )
    return ona.select(*LEARNER, nw.col("profile").alias("group")).unique()


def ona_statements(facts: Facts, parameters: Parameters) -> Frame:
    """2.15.e: hour statements ona of at least 64 hours, of learners of Wi2013."""
    enough = nw.col("hours") >= nw.lit(parameters.whole("ona_hours_min") * BILLIONTHS)
    statements = facts.tables["hours_statements"].filter(
        nw.col("kind") == "ona", enough, within(facts.period, "issued_on")
    )
    return statements.join(facts.learners.filter(WI2013).select(*LEARNER), on=LEARNER, how="inner")


def b1_route_with_attempts(facts: Facts, parameters: Parameters) -> Frame:
    """2.16.a: learners of the B1-route with an attempt at A2 or B1, not ona, in the period."""
    attempts = judged_attempts(facts, parameters).belonging_on_b1_route
    at_level = attempts.filter(nw.col("level").is_in(["A2", "B1"]), ~IS_ONA, within(facts.period, "date"))
    return at_level.select(*LEARNER).unique()


def b1_route_all_parts(facts: Facts, parameters: Parameters) -> Frame:
    """2.16.b: learners with attempts in all four language exams at B1 and in knm, one in the period."""
    return _all_parts(facts, parameters).select(*LEARNER)


def b1_route_all_parts_passed(facts: Facts, parameters: Parameters) -> Frame:
    """2.16.c: those of 2.16.b who passed all five."""
    return _all_parts(facts, parameters).filter(nw.col("passed_parts") == FIVE_PARTS).select(*LEARNER)


FIVE_PARTS = len(LANGUAGE_EXAMS) + 1


def _all_parts(facts: Facts, parameters: Parameters) -> Frame:
    is_knm = nw.col("exam") == "knm"
    attempts = judged_attempts(facts, parameters).belonging_on_b1_route.filter(
        LANGUAGE_AT_B1.fill_null(value=False) | is_knm, nw.col("date") <= facts.period.last
    )
    per_part = attempts.group_by(*LEARNER, "exam").agg(
        nw.col("passed").any().alias("part_passed"),
        within(facts.period, "date").any().alias("part_in_period"),
    )
    passed = nw.when(nw.col("part_passed")).then(nw.lit(1)).otherwise(nw.lit(0))
    per_learner = (
        per_part.with_columns(passed_number=passed)
        .group_by(*LEARNER)
        .agg(
            nw.len().alias("parts"),
            nw.col("passed_number").sum().alias("passed_parts"),
            nw.col("part_in_period").any().alias("in_period"),
        )
    )
    return per_learner.filter(nw.col("parts") == FIVE_PARTS, nw.col("in_period"))


TALLIES = {"learners": nw.col("first_of_learner")}

WI2013_PASS_RATE = Norm(
    "2.15",
    paragraph="4.20",
    tables=("attempts",),
    explain=attempts_of_wi2013,
    judge=_per_profile,
    limit=NoLimit(),
    readings=("I-12", "I-17"),
    groups=PROFILES,
    tallies=TALLIES,
    figures=_wi2013_figures,
    figure_codes=("2.15.a", "2.15.b", "2.15.c"),
)
B1_PASS_RATE = Norm(
    "2.16",
    paragraph="4.20",
    tables=("attempts",),
    explain=attempts_of_b1_route,
    judge=_b1,
    limit=AtLeast("pass_rate_b1"),
    readings=("I-07", "I-12", "I-17"),
    groups=(B1_GROUP,),
    tallies=TALLIES,
    figures=_b1_figures,
    figure_codes=("2.16.d", "2.16.e"),
)
INDICATORS = (
    Indicator("2.15.d", tables=(), rows=ona_completed, grouped=True),
    Indicator("2.15.e", tables=("hours_statements",), rows=ona_statements),
    Indicator("2.16.a", tables=("attempts",), rows=b1_route_with_attempts),
    Indicator("2.16.b", tables=("attempts",), rows=b1_route_all_parts),
    Indicator("2.16.c", tables=("attempts",), rows=b1_route_all_parts_passed),
)
