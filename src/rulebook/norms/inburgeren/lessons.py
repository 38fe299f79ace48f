"""Norms 2.2 (group size), 2.3.4 (no distance teaching of alphabetisation) and 2.9.2 (signed attendance)."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, explain
from rulebook.kernel.norm import NoneAllowed, Norm, Parameters
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.facts import LESSON, Facts
from rulebook.norms.inburgeren.judging import one_share

TABLES = ("lessons", "attendance")


def groups_not_too_large(facts: Facts, parameters: Parameters) -> Frame:
    """Everybody in the attendance counts, present or not (I-15); the lowest maximum applies."""
    small, large = (
        nw.lit(parameters.whole("group_max_small")),
        nw.lit(parameters.whole("group_max_large")),
    )
    kind = nw.col("kind")
    not_literate_yet = (nw.col("profile") == "analfabeet").fill_null(value=False) & (
        nw.col("literate_on").is_null() | (nw.col("literate_on") > nw.col("date"))
    )
    small_wi2013 = (kind == "alfabetisering") | (
        (kind == "nt2") & (nw.col("group_alphabetises") | not_literate_yet)
    )
    small_wi2021 = nw.col("route") == "Z"
    small_group = nw.when(nw.col("act") == "Wi2013").then(small_wi2013).otherwise(small_wi2021)
    maximum = nw.when(~nw.col("left_aside")).then(nw.when(small_group).then(small).otherwise(large))
    per_lesson = (
        facts.participation_in_period(
            "kind", "act", "profile", "route", "literate_on", "left_aside", "group_alphabetises"
        )
        .select(*LESSON, maximum.alias("maximum"))
        .group_by(*LESSON)
        .agg(nw.len().alias("size"), nw.col("maximum").min())
        .filter(~nw.col("maximum").is_null())
    )
    return explain(
        per_lesson,
        (
            Rule("groep_te_groot", nw.col("size") > nw.col("maximum"), Counts.NUMERATOR),
            Rule("groep_past", ALWAYS, Counts.DENOMINATOR),
        ),
        table="lessen",
        key="lesson_id",
    )


def no_alphabetisation_at_a_distance(facts: Facts, _parameters: Parameters) -> Frame:
    alphabetisation = facts.participation_in_period("kind", "act", "mode").filter(
        (nw.col("kind") == "alfabetisering") & (nw.col("act") == "Wi2013")
    )
    return explain(
        alphabetisation.select(*LESSON, "mode").unique(),
        (
            Rule("op_afstand", nw.col("mode") == "afstand", Counts.NUMERATOR),
            Rule("klassikaal", ALWAYS, Counts.DENOMINATOR),
        ),
        table="lessen",
        key="lesson_id",
    )


def attendance_signed(facts: Facts, _parameters: Parameters) -> Frame:
    participants = facts.participation_in_period(
        "left_aside", "present", "initialled", "signed_by_teacher"
    ).filter(~nw.col("left_aside"))
    missing = nw.col("present") & ~nw.col("initialled")
    per_lesson = participants.group_by(*LESSON).agg(
        (~nw.col("signed_by_teacher")).any().alias("unsigned"), missing.any().alias("not_initialled")
    )
    return explain(
        per_lesson,
        (
            Rule("docent_tekende_niet", nw.col("unsigned"), Counts.NUMERATOR),
            Rule("paraaf_ontbreekt", nw.col("not_initialled"), Counts.NUMERATOR),
            Rule("volledig_getekend", ALWAYS, Counts.DENOMINATOR),
        ),
        table="lessen",
        key="lesson_id",
    )


GROUP_SIZE = Norm(
    "2.2",
    paragraph="4.5",
    tables=TABLES,
    explain=groups_not_too_large,
    judge=one_share,
    limit=NoneAllowed(),
    readings=("I-15",),
)
ALPHABETISATION = Norm(
    "2.3.4",
    paragraph="4.6",
    tables=TABLES,
    explain=no_alphabetisation_at_a_distance,
    judge=one_share,
    limit=NoneAllowed(),
)
SIGNED_ATTENDANCE = Norm(
    "2.9.2", paragraph="4.14", tables=TABLES, explain=attendance_signed, judge=one_share, limit=NoneAllowed()
)
