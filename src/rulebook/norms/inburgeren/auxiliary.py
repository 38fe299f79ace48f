"""Counts that the stars and the advice ask for, besides norms and indicators."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import SCHOOL, Frame, within
from rulebook.kernel.norm import Indicator, Parameters
from rulebook.norms.inburgeren.facts import LESSON, Facts
from rulebook.norms.inburgeren.inspections import INSPECTION, REINSPECTION, newest

ENDED_TRACKS = "beëindigde trajecten Wi2013"
NEWEST_INSPECTION = "nieuwste toezicht in de klas"
LESSON_MODES = "lesvormen Wi2013"


def ended_tracks_per_profile(facts: Facts, _parameters: Parameters) -> Frame:
    """Bijlage 8: the weight of a profile in the pass rate of the stars."""
    ended = facts.counting_tracks.filter(nw.col("act") == "Wi2013", within(facts.period, "ended_on"))
    return ended.select(SCHOOL, nw.col("profile").alias("group"))


def result_of_newest_inspection(facts: Facts, _parameters: Parameters) -> Frame:
    inspection = newest(facts, (INSPECTION, REINSPECTION)).filter(~nw.col("result").is_null())
    return inspection.select(SCHOOL, nw.col("result").alias("group"))


def modes_of_wi2013_lessons(facts: Facts, _parameters: Parameters) -> Frame:
    """§2.3.3, §7.3.2: compensation is not for schools that teach at a distance only."""
    lessons = facts.participation_in_period("act", "mode").filter(nw.col("act") == "Wi2013")
    return lessons.select(*LESSON, nw.col("mode").alias("group")).unique().select(SCHOOL, "group")


AUXILIARIES = (
    Indicator(ENDED_TRACKS, tables=(), rows=ended_tracks_per_profile, grouped=True),
    Indicator(NEWEST_INSPECTION, tables=("inspections",), rows=result_of_newest_inspection, grouped=True),
    Indicator(LESSON_MODES, tables=("lessons", "attendance"), rows=modes_of_wi2013_lessons, grouped=True),
)
