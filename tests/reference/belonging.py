"""Which days of a cursist belong to the school: the first half of 2.15 and 2.16."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from tests.reference.period import add_months
from tests.reference.rows import Learner, Track
from tests.reference.tables import Tables
from tests.reference.who_counts import left_out_because

BEFORE_START = "voor_start_bij_school"
ELSEWHERE = "elders_geschoold"
AFTER_EXIT = "na_uittrede"
AFTER_SIX_MONTHS = "na_zes_maanden"


class Stay(NamedTuple):
    """When attempts of one cursist belong to the school."""

    left_out: str | None = None  # every traject is left out, for this reason
    begin: date | None = None  # None: no traject that counts was started
    until: date | None = None  # None: open
    reason_after: str = AFTER_SIX_MONTHS
    elsewhere_from: date | None = None
    all_language_exams_b1: bool = False

    def why_not_ours(self, day: date) -> str | None:
        """Why an attempt on this day does not belong to the school; None when it does."""
        return self.left_out or self.why_outside(day)

    def why_outside(self, day: date) -> str | None:
        if self.begin is None or day < self.begin:
            return BEFORE_START
        if self.elsewhere_from is not None and day >= self.elsewhere_from:
            return ELSEWHERE
        if self.until is not None and day > self.until:
            return self.reason_after
        return None


def stays(tables: Tables) -> dict[str, Stay]:
    tracks_of: dict[str, list[Track]] = defaultdict(list)
    for track in tables.tracks:
        tracks_of[track.learner_id].append(track)
    return {
        learner.learner_id: stay_of(learner, tracks_of[learner.learner_id]) for learner in tables.learners
    }


def stay_of(learner: Learner, tracks: list[Track]) -> Stay:
    if not tracks:
        return Stay()
    counting = [track for track in tracks if left_out_because(track, learner) is None]
    if not counting:
        return Stay(left_out=left_out_because(started_last(tracks), learner))
    all_b1 = any(track.all_language_exams_b1 for track in counting)
    started = [track for track in counting if track.started_on is not None]
    if not started:
        return Stay(all_language_exams_b1=all_b1)
    until, reason = end_of_stay(started)
    elsewhere = [track.taught_elsewhere_from for track in started if track.taught_elsewhere_from is not None]
    return Stay(
        begin=min(track.started_on for track in started if track.started_on is not None),
        until=until,
        reason_after=reason,
        elsewhere_from=min(elsewhere, default=None),
        all_language_exams_b1=all_b1,
    )


def started_last(tracks: list[Track]) -> Track:
    """No gestart_op counts as before all others, among those the highest aangemeld_op; equal: highest id."""

    def rank(track: Track) -> tuple[date, date, str]:
        if track.started_on is None:
            return date.min, track.registered_on, track.track_id
        return track.started_on, date.min, track.track_id

    return max(tracks, key=rank)


def end_of_stay(started: list[Track]) -> tuple[date | None, str]:
    if any(track.last_lesson is None for track in started):
        return None, AFTER_SIX_MONTHS
    latest = max(started, key=lambda track: (track.last_lesson or date.min, track.track_id))
    if latest.ending == "voortijdig" and latest.exit_statement_on is not None:
        if latest.not_exam_ready:
            return latest.exit_statement_on, AFTER_EXIT
        return add_months(latest.exit_statement_on, 2), AFTER_EXIT
    return add_months(latest.last_lesson or date.min, 6), AFTER_SIX_MONTHS
