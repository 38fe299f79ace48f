"""What the delivered rows themselves tell about a short course, or about a teacher who counts after all.

For whoever judges: these figures stand beside the outcome and change nothing in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import polars as pl

from rulebook.kernel.verdict import Counts

MOST_HOURS = 50
MINUTES = 60
LANGUAGE = ("nt2", "alfabetisering", "knm")


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """Of one group: hours of lessons, learners who were present, and those seen in no other group.

    Without attendance in the dossier there are no learners.
    """

    hours: Fraction
    learners: int
    only_here: int

    @property
    def short(self) -> bool:
        return self.hours <= MOST_HOURS

    @property
    def within_a_third(self) -> bool:
        """At most a third of the group takes this course alone."""
        return 3 * self.only_here <= self.learners


def course_figures(
    lessons: pl.DataFrame, attendance: pl.DataFrame | None, group: str
) -> CourseFigures | None:
    """None when the dossier has no language lessons of this group. Frames by their English columns."""
    taught = lessons.filter(pl.col("kind").is_in(LANGUAGE))
    here = taught.filter(pl.col("group") == group)
    if here.is_empty():
        return None
    hours = Fraction(int((here["ends"] - here["begins"]).sum()), MINUTES)
    if attendance is None:
        return CourseFigures(hours, 0, 0)
    seen = attendance.filter(pl.col("present")).join(taught.select("lesson_id", "group"), on="lesson_id")
    groups = seen.group_by("learner_id").agg(pl.col("group").unique())
    of_group = groups.filter(pl.col("group").list.contains(group))
    alone = of_group.filter(pl.col("group").list.len() == 1)
    return CourseFigures(hours, of_group.height, alone.height)


@dataclass(frozen=True, slots=True)
class Share:
    numerator: int
    denominator: int

    @property
    def percent(self) -> Fraction:
        return Fraction(100 * self.numerator, self.denominator) if self.denominator else Fraction(0)


def share_with_teacher(
    lessons: pl.DataFrame, counted: Mapping[str, str], teacher_id: str, first: date, last: date
) -> Share:
    """The share of lessons when this teacher counts as qualified between two days.

    `counted` is the explanation of the norm: by lesson how it counts.
    """
    theirs = lessons.filter(
        (pl.col("teacher_id") == teacher_id) & pl.col("date").is_between(first, last)
    ).get_column("lesson_id")
    added = set(theirs.cast(pl.String()))
    looked_at = {lesson: how for lesson, how in counted.items() if how != Counts.NOT}
    good = sum(how == Counts.NUMERATOR or lesson in added for lesson, how in looked_at.items())
    return Share(good, len(looked_at))
