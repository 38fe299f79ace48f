"""Norms 2.3.5 (half of the hours in class, §4.6) and 2.5 (hour statements agree with attendance, §4.9)."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, explain, within
from rulebook.kernel.norm import NoneAllowed, Norm, Parameters
from rulebook.kernel.numbers import BILLIONTHS
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.facts import LEARNER, Facts
from rulebook.norms.inburgeren.judging import one_share

MINUTES_IN_HOUR = 60
STATEMENT = ["school", "statement_id"]

MORE_THAN_STATED = 10**8 * BILLIONTHS + 1
"""No statement names more hours than the reader takes; beyond it a sum need not grow, nor leave 64 bits."""

IN_CLASS = nw.col("mode") == "klassikaal"
B1_ROUTE = (nw.col("act") == "Wi2021") & (nw.col("route") == "B1")


def half_of_the_hours_in_class(facts: Facts, parameters: Parameters) -> Frame:
    attended = facts.attended.filter(within(facts.period, "date"), B1_ROUTE)
    per_learner = (
        attended.group_by(*LEARNER)
        .agg(
            nw.col("minutes").sum().alias("all_minutes"), minutes_where(IN_CLASS).sum().alias("class_minutes")
        )
        .filter(nw.col("all_minutes") > 0)
    )
    return explain(
        per_learner,
        (
            Rule("minstens_de_helft_klassikaal", enough_in_class(parameters), Counts.DENOMINATOR),
            Rule("te_weinig_klassikaal", ALWAYS, Counts.NUMERATOR),
        ),
        table="cursisten",
        key="learner_id",
    )


def minutes_where(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.col("minutes")).otherwise(nw.lit(0))


def enough_in_class(parameters: Parameters) -> nw.Expr:
    """Minutes in class against a percentage of all minutes, in whole numbers."""
    percentage = parameters.number("class_hours_share")
    return nw.col("class_minutes") * nw.lit(100 * percentage.denominator) >= nw.col("all_minutes") * nw.lit(
        percentage.numerator
    )


def statements_agree_with_attendance(facts: Facts, parameters: Parameters) -> Frame:
    statements = (
        facts.tables["hours_statements"]
        .filter(within(facts.period, "issued_on"))
        .join(facts.learners.select(*LEARNER, "act", "route"), on=LEARNER, how="inner")
    )
    language = statements.filter(nw.col("kind") == "nt2")
    ona = statements.filter(nw.col("kind") == "ona")
    return explain(
        nw.concat(
            [_language_minutes(facts, language, parameters), _ona_billionths(facts, ona)], how="vertical"
        ),
        (
            Rule("meer_uren_dan_bijgewoond", nw.col("stated") > nw.col("allowed"), Counts.NUMERATOR),
            Rule("uren_kloppen", ALWAYS, Counts.DENOMINATOR),
        ),
        table="urenverklaringen",
        key="statement_id",
    )


STATED = nw.col("hours") * nw.lit(MINUTES_IN_HOUR)
"""Stated hours in billionths of minutes, so that minutes and decimals compare as whole numbers."""


def _language_minutes(facts: Facts, statements: Frame, parameters: Parameters) -> Frame:
    """Distance hours count for the B1-route only, and only when at least half of the hours is in class."""
    lessons = _attended_until(facts, statements, nw.col("kind") != "ona")
    sums = lessons.group_by(*STATEMENT).agg(
        nw.col("minutes").sum().alias("all_minutes"), minutes_where(IN_CLASS).sum().alias("class_minutes")
    )
    distance_counts = B1_ROUTE & enough_in_class(parameters)
    allowed = nw.when(distance_counts).then(nw.col("all_minutes")).otherwise(nw.col("class_minutes"))
    return statements.join(sums, on=STATEMENT, how="left").select(
        *STATEMENT,
        STATED.alias("stated"),
        (allowed.fill_null(0) * nw.lit(BILLIONTHS)).cast(nw.Int64).alias("allowed"),
    )


def _ona_billionths(facts: Facts, statements: Frame) -> Frame:
    """Lessons in class by a teacher qualified for ona on the day, and practice hours with evidence (§4.7)."""
    counted = (nw.col("kind") == "ona") & IN_CLASS & nw.col("qualified_ona")
    lessons = _attended_until(facts, statements, counted)
    sums = lessons.group_by(*STATEMENT).agg(nw.col("minutes").sum())
    allowed = nw.col("minutes").fill_null(0) * nw.lit(BILLIONTHS)
    with_lessons = statements.join(sums, on=STATEMENT, how="left")
    if facts.has("practice_hours"):
        practice = (
            statements.select(*STATEMENT, "learner_id", "issued_on")
            .join(
                facts.tables["practice_hours"]
                .filter(nw.col("evidenced"))
                .select(*LEARNER, "date", nw.col("hours").alias("practised")),
                on=LEARNER,
            )
            .filter(nw.col("date") <= nw.col("issued_on"))
            .group_by(*STATEMENT)
            .agg(nw.col("practised").sum())
        )
        with_lessons = with_lessons.join(practice, on=STATEMENT, how="left")
        practised = nw.min_horizontal(nw.col("practised").fill_null(0), nw.lit(MORE_THAN_STATED))
        allowed = allowed + practised * nw.lit(MINUTES_IN_HOUR)
    return with_lessons.select(*STATEMENT, STATED.alias("stated"), allowed.cast(nw.Int64).alias("allowed"))


def _attended_until(facts: Facts, statements: Frame, which: nw.Expr) -> Frame:
    """Attended lessons of the statement's learner, up to and including the day it was issued."""
    attended = facts.attended.filter(which).select(*LEARNER, "date", "minutes", "mode")
    return (
        statements.select(*STATEMENT, "learner_id", "issued_on")
        .join(attended, on=LEARNER)
        .filter(nw.col("date") <= nw.col("issued_on"))
    )


HALF_IN_CLASS = Norm(
    "2.3.5",
    paragraph="4.6",
    tables=("lessons", "attendance"),
    explain=half_of_the_hours_in_class,
    judge=one_share,
    limit=NoneAllowed(),
    readings=("I-14",),
)
STATEMENTS = Norm(
    "2.5",
    paragraph="4.9",
    tables=("hours_statements", "lessons", "attendance", "qualifications"),
    explain=statements_agree_with_attendance,
    judge=one_share,
    limit=NoneAllowed(),
)
