"""2.0, 2.7.3, 2.13, 2.14 and 7.2.1: what is counted over trajecten."""

from typing import NamedTuple

from tests.reference.norm_row import MET, NOT_APPLICABLE, NormRow, at_least, met
from tests.reference.numbers import share
from tests.reference.period import Period
from tests.reference.rows import Learner, Track
from tests.reference.who_counts import School

PROFILES = ["analfabeet", "laag", "midden", "hoog"]
GROUPS = [*PROFILES, "B1", "Z"]


def ended_in(school: School, period: Period) -> list[Track]:
    return [track for track in school.tracks if period.holds(track.ended_on)]


def completed_in(school: School, period: Period) -> list[Track]:
    return [track for track in ended_in(school, period) if track.ending == "afgerond"]


def judge_transparency(school: School, period: Period) -> NormRow:
    """2.0 has no limit: it is reported, and counts for the stars."""
    ended = ended_in(school, period)
    transparent = [track for track in ended if track.goal_recorded and track.effort_recorded]
    verdict = MET if ended else NOT_APPLICABLE
    value = share(len(transparent), len(ended))
    return NormRow("2.0", verdict, None, len(transparent), len(ended), value)


def judge_consent(school: School, period: Period) -> NormRow:
    """2.7.3: looked at are the cursisten, not their trajecten."""
    taught = {
        track.learner_id
        for track in school.tracks
        if track.started_on is not None
        and track.started_on <= period.last
        and (track.ended_on is None or track.ended_on >= period.first)
    }
    recorded = [key for key in taught if school.learners[key].survey_consent is not None]
    return at_least("2.7.3", len(recorded), len(taught), 100)


class WaitingTime(NamedTuple):
    """The five indicators of 2.13."""

    a: int
    b: int
    c: int
    d: int
    e: int


def waiting_time(school: School, period: Period) -> WaitingTime:
    registered = [track for track in school.tracks if period.holds(track.registered_on)]
    agreed = [track for track in registered if start_can_be_judged(track, period)]
    return WaitingTime(
        a=len(registered),
        b=sum(track.self_registered for track in registered),
        c=sum(period.holds(track.started_on) for track in registered),
        d=len(agreed),
        e=sum(started_as_agreed(track) for track in agreed),
    )


def start_can_be_judged(track: Track, period: Period) -> bool:
    """I-04: an agreed start after P says nothing yet about who had not started by the end of P."""
    if track.start_by is None:
        return False
    not_started = track.started_on is None or track.started_on > period.last
    return not (track.start_by > period.last and not_started)


def started_as_agreed(track: Track) -> bool:
    return track.started_on is not None and track.start_by is not None and track.started_on <= track.start_by


def judge_waiting_time(counts: WaitingTime) -> NormRow:
    """I-05: e / d."""
    return at_least("2.13", counts.e, counts.d, 80)


def group_of(learner: Learner) -> str | None:
    return learner.profile if learner.act == "Wi2013" else learner.route


class Duration(NamedTuple):
    """The three indicators of 2.14, each per group."""

    a: dict[str, int]
    b: dict[str, int]
    c: dict[str, int]


def duration(school: School, period: Period) -> Duration:
    counts = Duration({}, {}, {})
    completed = completed_in(school, period)
    for group in GROUPS:
        a = [track for track in completed if group_of(school.learners[track.learner_id]) == group]
        b = [track for track in a if track.agreed_end is not None]
        c = [track for track in b if ended_as_agreed(track)]
        if a:
            counts.a[group], counts.b[group], counts.c[group] = len(a), len(b), len(c)
    return counts


def ended_as_agreed(track: Track) -> bool:
    return track.ended_on is not None and track.agreed_end is not None and track.ended_on <= track.agreed_end


def judge_duration(counts: Duration) -> list[NormRow]:
    """I-06: c / b, a row for every group with a > 0."""
    if not counts.a:
        return [NormRow("2.14", NOT_APPLICABLE, limit=80)]
    return [at_least("2.14", counts.c[group], counts.b[group], 80, group) for group in counts.a]


def judge_enough_tracks(school: School, period: Period) -> NormRow:
    """7.2.1: the 'noemer' is the number that is asked."""
    learners = {track.learner_id for track in completed_in(school, period)}
    return NormRow("7.2.1", met(len(learners) >= 5), None, len(learners), 5, len(learners), 5, "aantal")
