"""Norms 2.13 (waiting time, §4.18), 2.14 (duration, §4.19) and 7.2.1 (enough tracks)."""

from fractions import Fraction

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, explain, within
from rulebook.kernel.norm import AtLeast, Figures, Norm, NormRow, Parameters, School, Sums
from rulebook.kernel.verdict import Counts, Unit, met
from rulebook.norms.inburgeren.facts import LEARNER, PROFILES, ROUTES, Facts
from rulebook.norms.inburgeren.judging import one_share, share_per_group
from rulebook.norms.inburgeren.transparency import DIED, LEFT_OUT

COMPLETED = nw.col("ending") == "afgerond"
"""Such a track did not end by wanprestatie; only a learner's death can leave it out."""
COUNTS = nw.col("left_out").is_null()


def courses_start_as_agreed(facts: Facts, _parameters: Parameters) -> Frame:
    started, start_by, end = nw.col("started_on"), nw.col("start_by"), nw.lit(facts.period.last)
    not_started_yet = started.is_null() | (started > end)
    return explain(
        facts.tracks.filter(within(facts.period, "registered_on")).with_columns(
            starts_in_period=within(facts.period, "started_on").fill_null(value=False)
        ),
        (
            *LEFT_OUT,
            Rule("geen_afspraak", start_by.is_null(), Counts.NOT),
            Rule("termijn_loopt_nog", (start_by > end) & not_started_yet, Counts.NOT),
            Rule("op_tijd_gestart", started <= start_by, Counts.NUMERATOR),
            Rule("niet_op_tijd_gestart", ALWAYS, Counts.DENOMINATOR),
        ),
        table="trajecten",
        key="track_id",
    )


def _waiting_time_figures(sums: Sums) -> Figures:
    names = ("registered", "self_registered", "started", "denominator", "numerator")
    return {f"2.13.{letter}": sums.total(name) for letter, name in zip("abcde", names, strict=True)}


def courses_end_as_agreed(facts: Facts, _parameters: Parameters) -> Frame:
    completed = facts.tracks.filter(COMPLETED, within(facts.period, "ended_on"))
    group = nw.when(nw.col("act") == "Wi2013").then(nw.col("profile")).otherwise(nw.col("route"))
    return explain(
        completed,
        (
            DIED,
            Rule("geen_afspraak", nw.col("agreed_end").is_null(), Counts.NOT),
            Rule("binnen_de_afspraak", nw.col("ended_on") <= nw.col("agreed_end"), Counts.NUMERATOR),
            Rule("te_laat_afgerond", ALWAYS, Counts.DENOMINATOR),
        ),
        table="trajecten",
        key="track_id",
        group=group,
    )


def _duration_groups(norm: Norm, sums: Sums, school: School, parameters: Parameters) -> list[NormRow]:
    """Only groups with a completed track that counts get a row."""
    completed = {group: part for group, part in sums.by_group.items() if part["completed"]}
    return share_per_group(norm, Sums(completed), school, parameters)


def _duration_figures(sums: Sums) -> Figures:
    names = {"2.14.a": "completed", "2.14.b": "denominator", "2.14.c": "numerator"}
    groups = [group for group in (*PROFILES, *ROUTES) if sums.by_group.get(group, {}).get("completed")]
    return {code: {group: sums.by_group[group][name] for group in groups} for code, name in names.items()}


def enough_learners_completed(facts: Facts, _parameters: Parameters) -> Frame:
    """Every learner counts once, by the first of the completed tracks."""
    completed = facts.tracks.filter(COMPLETED, within(facts.period, "ended_on"))
    counting_id = nw.when(COUNTS).then(nw.col("track_id"))
    is_first = nw.col("track_id") == counting_id.min().over(*LEARNER)
    return explain(
        completed.with_columns(is_first=is_first.fill_null(value=False)),
        (
            DIED,
            Rule("cursist_afgerond", nw.col("is_first"), Counts.NUMERATOR),
            Rule("zelfde_cursist", ALWAYS, Counts.NOT),
        ),
        table="trajecten",
        key="track_id",
    )


def _enough(norm: Norm, sums: Sums, _school: School, parameters: Parameters) -> list[NormRow]:
    needed, completed = parameters.whole("min_tracks"), sums.total("numerator")
    row = NormRow(
        norm.code,
        met(completed >= needed),
        numerator=completed,
        denominator=needed,
        value=Fraction(completed),
        limit=Fraction(needed),
        unit=norm.unit,
    )
    return [row]


WAITING_TIME = Norm(
    "2.13",
    paragraph="4.18",
    tables=(),
    explain=courses_start_as_agreed,
    judge=one_share,
    limit=AtLeast("waiting_time_share"),
    readings=("I-04", "I-05", "I-16"),
    tallies={
        "registered": COUNTS,
        "self_registered": COUNTS & nw.col("self_registered"),
        "started": COUNTS & nw.col("starts_in_period"),
    },
    figures=_waiting_time_figures,
    figure_codes=tuple(f"2.13.{letter}" for letter in "abcde"),
)
DURATION = Norm(
    "2.14",
    paragraph="4.19",
    tables=(),
    explain=courses_end_as_agreed,
    judge=_duration_groups,
    limit=AtLeast("duration_share"),
    readings=("I-06",),
    groups=(*PROFILES, *ROUTES),
    tallies={"completed": COUNTS},
    figures=_duration_figures,
    figure_codes=("2.14.a", "2.14.b", "2.14.c"),
)
ENOUGH_TRACKS = Norm(
    "7.2.1",
    paragraph="7.2.1",
    tables=(),
    explain=enough_learners_completed,
    judge=_enough,
    limit=AtLeast("min_tracks"),
    unit=Unit.COUNT,
)
