"""Who and what counts: the Onderwijsroute, trajecten that count, lessons that are looked at."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tests.reference.rows import Attendance, Learner, Lesson, Track
from tests.reference.tables import Tables

DECEASED = "overleden"
DEFAULT = "wanprestatie"
EDUCATION_ROUTE = "onderwijsroute"


def on_education_route(learner: Learner) -> bool:
    return learner.act == "Wi2021" and learner.route == "onderwijs"


def left_out_because(track: Track, learner: Learner) -> str | None:
    """Why a traject does not count (Hoofdnorm 2), or None when it does. Both fit: overleden."""
    if on_education_route(learner):
        return EDUCATION_ROUTE
    # on or before its end, or while it runs
    if learner.died_on is not None and learner.died_on <= (track.ended_on or date.max):
        return DECEASED
    if track.ending == DEFAULT:
        return DEFAULT
    return None


@dataclass(frozen=True)
class School:
    """The tables, with what each norm may look at picked out of them."""

    tables: Tables
    everyone: dict[str, Learner]
    learners: dict[str, Learner]
    tracks: list[Track]  # those that count
    lessons: list[Lesson]  # those that are looked at; none when lessen is missing
    size: dict[str, int]  # per lesson, the Onderwijsroute included
    participants: dict[str, list[Attendance]]  # per lesson, the Onderwijsroute left out


def school_of(tables: Tables) -> School:
    everyone = {learner.learner_id: learner for learner in tables.learners}
    learners = {key: learner for key, learner in everyone.items() if not on_education_route(learner)}
    tracks = [track for track in tables.tracks if left_out_because(track, everyone[track.learner_id]) is None]

    size: dict[str, int] = defaultdict(int)
    participants: dict[str, list[Attendance]] = defaultdict(list)
    for row in tables.attendance or []:
        size[row.lesson_id] += 1
        if row.learner_id in learners:
            participants[row.lesson_id].append(row)

    lessons = [
        lesson
        for lesson in tables.lessons or []
        if not only_education_route(size.get(lesson.lesson_id, 0), participants.get(lesson.lesson_id, []))
    ]
    return School(
        tables=tables,
        everyone=everyone,
        learners=learners,
        tracks=tracks,
        lessons=lessons,
        size=dict(size),
        participants=dict(participants),
    )


def only_education_route(size: int, participants: Iterable[Attendance]) -> bool:
    """A les without any participant is looked at as usual, and so is every les without aanwezigheid."""
    return size > 0 and not list(participants)
