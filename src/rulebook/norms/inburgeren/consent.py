"""Norm 2.7.3: of every learner it is recorded whether data may go to the survey (§4.11)."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, explain
from rulebook.kernel.norm import AtLeast, Norm, Parameters
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.facts import LEARNER, Facts
from rulebook.norms.inburgeren.judging import one_share


def consent_recorded(facts: Facts, _parameters: Parameters) -> Frame:
    period, ended_on = facts.period, nw.col("ended_on")
    in_course = facts.counting_tracks.filter(
        nw.col("started_on") <= period.last, ended_on.is_null() | (ended_on >= period.first)
    )
    return explain(
        in_course.select(*LEARNER, "survey_consent").unique(),
        (
            Rule("keuze_niet_vastgelegd", nw.col("survey_consent").is_null(), Counts.DENOMINATOR),
            Rule("keuze_vastgelegd", ALWAYS, Counts.NUMERATOR),
        ),
        table="cursisten",
        key="learner_id",
    )


NORMS = (
    Norm(
        "2.7.3",
        paragraph="4.11",
        tables=(),
        explain=consent_recorded,
        judge=one_share,
        limit=AtLeast("consent_share"),
    ),
)
