"""How a report and a certificate of conduct stand, in words for both sides."""

from dataclasses import dataclass
from typing import Protocol

from keurmerk.web.components import dutch


@dataclass(frozen=True, slots=True)
class Badge:
    words: str
    tone: str


class StoredReport(Protocol):
    state: str
    in_time: bool | None

    @property
    def days(self) -> int: ...

    def get_state_display(self) -> str: ...


TONES = {"ontvangen": "accent", "vraag": "warn", "antwoord": "accent", "afgehandeld": "quiet"}
IN_TIME, LATE, NO_TERM = (
    Badge("op tijd", "good"),
    Badge("te laat", "bad"),
    Badge("geen vaste termijn", "quiet"),
)


def look_of(report: StoredReport) -> Badge:
    return Badge(report.get_state_display(), TONES[report.state])


def time_badge(report: StoredReport) -> Badge:
    if report.in_time is None:
        return NO_TERM
    return IN_TIME if report.in_time else LATE


def timing_words(report: StoredReport) -> str:
    """How long after the event, or before it."""
    if report.days == 0:
        return "op de dag zelf gemeld"
    counted = dutch.plural(abs(report.days), "dag", "dagen")
    return f"{counted} erna gemeld" if report.days > 0 else f"{counted} vooraf gemeld"
