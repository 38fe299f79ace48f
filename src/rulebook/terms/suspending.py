"""Suspension of a term while an applicant mends what is missing (Awb 4:15, 7:10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rulebook.terms.calendar import ONE_DAY
from rulebook.terms.term import Step
from rulebook.terms.wording import counted, in_words, until


@dataclass(frozen=True, slots=True)
class TermSuspension:
    """An invitation to complete something by `repair_until`; `completed_on` when that was done."""

    invited_on: date
    repair_until: date
    completed_on: date | None = None

    @property
    def last(self) -> date:
        """The last suspended day: the day of completion no longer counts ('tot de dag', I-T1)."""
        if self.completed_on is None or self.completed_on > self.repair_until:
            return self.repair_until
        return self.completed_on - ONE_DAY


def suspended(
    last: date, start: date, suspensions: Sequence[TermSuspension], source: str
) -> tuple[date, list[Step]]:
    """The last day after all suspensions, and a step for each.

    A day counts once, and only after `start`. An invitation after the last day so far suspends nothing.
    """
    steps = []
    reached = start
    for each in sorted(suspensions, key=lambda one: one.invited_on):
        if each.invited_on > last:
            text = f"geen opschorting door de uitnodiging van {in_words(each.invited_on)}"
            steps.append(Step(f"{text} omdat de termijn toen voorbij was", source))
            continue
        new = max(0, (each.last - max(each.invited_on, reached)).days)
        reached = max(reached, each.last)
        last += timedelta(days=new)
        steps.append(Step(_text(each, new, last), source))
    return last, steps


def _text(suspension: TermSuspension, new: int, last: date) -> str:
    first, end = suspension.invited_on + ONE_DAY, suspension.last
    if end < first:
        return f"geen dag opgeschort door de uitnodiging van {in_words(suspension.invited_on)}"
    one_day = f"opgeschort op {in_words(first)}"
    suspended_days = one_day if first == end else f"opgeschort van {in_words(first)} {until(end)}"
    if not new:
        return f"{suspended_days} zonder dagen die nog meetellen"
    days = counted(new, "dag", "dagen")
    whole = (end - first).days + 1
    those = days if new == whole else f"{days} die nog {'meetelt' if new == 1 else 'meetellen'}"
    return f"{suspended_days} ({those}), {until(last)}"
