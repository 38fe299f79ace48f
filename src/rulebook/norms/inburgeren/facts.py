"""The facts that several norms look at, prepared once: who counts, which lessons, who was there."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import cast

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import SCHOOL, Frame, within
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.engines import Backend

LEARNER = [SCHOOL, "learner_id"]
LESSON = [SCHOOL, "lesson_id"]
TEACHER = [SCHOOL, "teacher_id"]

PROFILES = ("analfabeet", "laag", "midden", "hoog")
ROUTES = ("B1", "Z")
LANGUAGE_EXAMS = ("lezen", "luisteren", "schrijven", "spreken")


class Facts:
    """Frames over one or more schools; every frame has the column `school`."""

    def __init__(self, tables: Mapping[str, Frame], period: MeasuringPeriod, backend: Backend) -> None:
        self.tables = tables
        self.period = period
        self.keep = backend.keep
        self._remember = backend.remember
        self._made: dict[str, object] = {}

    def once[T](self, name: str, make: Callable[[], T]) -> T:
        """Make what a family of norms shares, the first time it is asked for."""
        if name not in self._made:
            self._made[name] = make()
        return cast("T", self._made[name])

    def has(self, table: str) -> bool:
        return table in self.tables

    @cached_property
    def all_learners(self) -> Frame:
        """Learners, with `left_aside` for those in the Onderwijsroute (§1.3, §1.4)."""
        education_route = (nw.col("act") == "Wi2021") & (nw.col("route") == "onderwijs")
        return self.keep(
            self.tables["learners"].with_columns(education_route.fill_null(value=False).alias("left_aside"))
        )

    @cached_property
    def learners(self) -> Frame:
        return self.all_learners.filter(~nw.col("left_aside"))

    @cached_property
    def tracks(self) -> Frame:
        """Tracks with their learner, and in `left_out` why a track does not count (§4 note 14, §4.20)."""
        died_on, ended_on = nw.col("died_on"), nw.col("ended_on")
        died = ~died_on.is_null() & (ended_on.is_null() | (died_on <= ended_on))
        default = nw.col("ending") == "wanprestatie"
        left_out = (
            nw.when(died).then(nw.lit("overleden")).otherwise(nw.when(default).then(nw.lit("wanprestatie")))
        )
        learners = self.learners.select(*LEARNER, "act", "profile", "route", "died_on", "survey_consent")
        return self.keep(
            self.tables["tracks"]
            .join(learners, on=LEARNER, how="inner")
            .with_columns(left_out.alias("left_out"))
        )

    @cached_property
    def counting_tracks(self) -> Frame:
        return self.tracks.filter(nw.col("left_out").is_null())

    @cached_property
    def lessons(self) -> Frame:
        """Lessons that norms look at, with their length in minutes and whether the teacher was qualified."""
        lessons = self.tables["lessons"].with_columns(minutes=nw.col("ends") - nw.col("begins"))
        if self.has("attendance"):
            lessons = lessons.join(self._attended_by_education_route_only, on=LESSON, how="anti")
        if self.has("qualifications"):
            lessons = lessons.join(self._qualified_lessons, on=LESSON, how="left").with_columns(
                nw.col("qualified_nt2").fill_null(value=False), nw.col("qualified_ona").fill_null(value=False)
            )
        alphabetises = (nw.col("kind") == "alfabetisering") & within(self.period, "date")
        return self.keep(
            lessons.with_columns(alphabetises.any().over(SCHOOL, "group").alias("group_alphabetises"))
        )

    @cached_property
    def lessons_in_period(self) -> Frame:
        return self.lessons.filter(within(self.period, "date"))

    @cached_property
    def _attended_by_education_route_only(self) -> Frame:
        """Lessons with participants, all of them of the Onderwijsroute."""
        attendance = self.tables["attendance"].select(*LESSON, "learner_id")
        aside = self.all_learners.filter(nw.col("left_aside")).select(*LEARNER)
        with_aside = attendance.join(aside, on=LEARNER, how="semi").select(*LESSON).unique()
        others = attendance.join(with_aside, on=LESSON, how="semi").join(aside, on=LEARNER, how="anti")
        return with_aside.join(others.select(*LESSON).unique(), on=LESSON, how="anti")

    @cached_property
    def _qualified_lessons(self) -> Frame:
        """Per lesson whether its teacher held a qualification on the day, for nt2 and for ona."""
        qualified = (
            self.tables["lessons"]
            .select(*LESSON, "teacher_id", "date")
            .join(
                self.tables["qualifications"].select(*TEACHER, "subject", "valid_from", "valid_until"),
                on=TEACHER,
            )
            .filter(valid_on_date())
        )
        return qualified.group_by(*LESSON).agg(
            (nw.col("subject") == "nt2").any().alias("qualified_nt2"),
            (nw.col("subject") == "ona").any().alias("qualified_ona"),
        )

    @cached_property
    def participation(self) -> Frame:
        """Who was planned in a lesson, those of the Onderwijsroute included, over all time."""
        learners = self.all_learners.select(*LEARNER, "act", "profile", "route", "literate_on", "left_aside")
        columns = ["group_alphabetises", "kind", "date", "mode", "minutes", "signed_by_teacher"]
        if self.has("qualifications"):
            columns += ["qualified_nt2", "qualified_ona"]
        return self.keep(
            self.tables["attendance"]
            .join(learners, on=LEARNER, how="inner")
            .join(self.lessons.select(*LESSON, *columns), on=LESSON, how="inner")
        )

    def participation_in_period(self, *columns: str) -> Frame:
        """Participation in lessons of the period, with these columns besides the lesson and its date."""
        return self.participation.select(*LESSON, "date", *columns).filter(within(self.period, "date"))

    @cached_property
    def attended(self) -> Frame:
        """Presence of learners that count, over all time."""
        columns = [*LEARNER, "act", "route", "kind", "date", "mode", "minutes"]
        if self.has("qualifications"):
            columns += ["qualified_nt2", "qualified_ona"]
        return self._remember(
            self.participation.select(*columns, "present", "left_aside")
            .filter(nw.col("present") & ~nw.col("left_aside"))
            .select(*columns)
        )


def valid_on_date() -> nw.Expr:
    """Both ends count; without an end it is still valid."""
    date, until = nw.col("date"), nw.col("valid_until")
    return (nw.col("valid_from") <= date) & (until.is_null() | (until >= date))
