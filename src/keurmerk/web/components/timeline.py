"""What happened, the latest first: when, what, who, on which ground, with which document.

Show with `{% timeline t %}`. The newest are in sight; the rest opens, so that a long history stays readable.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from keurmerk.web.components import dutch

IN_SIGHT = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """`on` is the day that counts; `at` when it was written down, shown as a time when on that same day."""

    on: date
    at: datetime
    what: str
    who: str = ""
    ground: str = ""
    text: str = ""
    tone: str = "quiet"
    links: tuple[tuple[str, str], ...] = ()

    @property
    def when(self) -> str:
        local = timezone.localtime(self.at)
        timed = local.date() == self.on and local.time() != time.min
        return f"{dutch.day(self.on)}, {local:%H:%M} uur" if timed else dutch.day(self.on)


@dataclass(frozen=True, slots=True)
class Timeline:
    newest: tuple[Moment, ...]
    earlier: tuple[Moment, ...]

    @property
    def earlier_words(self) -> str:
        return dutch.plural(len(self.earlier), "eerdere gebeurtenis", "eerdere gebeurtenissen")


def timeline_of(moments: Iterable[Moment], in_sight: int = IN_SIGHT) -> Timeline:
    ordered = sorted(moments, key=_moment, reverse=True)
    return Timeline(tuple(ordered[:in_sight]), tuple(ordered[in_sight:]))


def _moment(moment: Moment) -> tuple[date, datetime]:
    return moment.on, moment.at


def at_start_of(day: date) -> datetime:
    """For what has a day and no time."""
    return timezone.make_aware(datetime.combine(day, time.min))
