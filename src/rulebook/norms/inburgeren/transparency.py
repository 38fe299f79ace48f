"""Norm 2.0: goals and effort are agreed and recorded (§4.3); it stands for 2.0.1 and 2.0.2."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, explain, within
from rulebook.kernel.norm import Figures, NoLimit, Norm, Parameters, Sums
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.facts import Facts
from rulebook.norms.inburgeren.judging import one_share

DIED = Rule("overleden", nw.col("left_out") == "overleden", Counts.NOT)
LEFT_OUT = (
    DIED,
    Rule("wanprestatie", nw.col("left_out") == "wanprestatie", Counts.NOT),
)
"""Tracks that never count (§4 note 14, §4.20)."""


def goal_and_effort_recorded(facts: Facts, _parameters: Parameters) -> Frame:
    return explain(
        facts.tracks.filter(within(facts.period, "ended_on")),
        (
            *LEFT_OUT,
            Rule("doel_en_inspanning", nw.col("goal_recorded") & nw.col("effort_recorded"), Counts.NUMERATOR),
            Rule("geen_doel", ~nw.col("goal_recorded"), Counts.DENOMINATOR),
            Rule("geen_inspanning", ALWAYS, Counts.DENOMINATOR),
        ),
        table="trajecten",
        key="track_id",
    )


def _figures(sums: Sums) -> Figures:
    both, all_ended = sums.total("numerator"), sums.total("denominator")
    return {"2.0.1": both, "2.0.2": all_ended - both}


NORMS = (
    Norm(
        "2.0",
        paragraph="4.3",
        tables=(),
        explain=goal_and_effort_recorded,
        judge=one_share,
        limit=NoLimit(),
        readings=("I-03",),
        figures=_figures,
        figure_codes=("2.0.1", "2.0.2"),
    ),
)
