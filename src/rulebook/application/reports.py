"""What a holder or applicant reports by itself: when a report is in time, and which days it may name.

The handbook gives days for one report only: five working days for a conflict with the management
statement (Bijlage 6). 'Per ommegaande', 'proactief' and 'zo spoedig mogelijk' are no number of days: no term
is counted, the days between event and report are shown, and staff judge (docs/readings/reporting.md, RP-1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from rulebook.application.pieces import Question
from rulebook.kernel.period import add_months

EARLIEST: Final = date(2000, 1, 1)
"""No event before this day can be a report of now: it is a slip in the year."""
YEARS_AHEAD: Final = 2
WITHOUT_LOCATION: Final = 3
"""As many lessons at a place make no location yet (1.3.3.f)."""
WITHOUT_APPROVAL: Final = 15
"""As many learners may be taken over without prior approval (Bijlage 6)."""


class ReportKind(StrEnum):
    CONFLICT = "strijdigheid"
    ENDING = "einde_onderneming"
    OWNERS = "ubo_pep"
    MANAGEMENT = "management"
    LOCATION = "vestiging"
    DISTANCE = "afstandsonderwijs"
    NAME = "naam_rechtsvorm"
    CONTACT = "adres_contact"
    DETAILS = "aanvraaggegevens"
    LEARNERS = "overgenomen_cursisten"
    WRONGDOING = "misstand"


class Clock(StrEnum):
    WORKING_DAYS = "werkdagen"
    """Counted by `rulebook.terms`, from the day after the event."""
    BEFORE = "vooraf"
    """At the latest on the day before the event."""
    AT_ONCE = "direct"
    """The handbook gives no number of days."""


class Follow(StrEnum):
    """What the scheme does with a report; each is a task of its own in the case."""

    JUDGE = "melding_beoordelen"
    INQUIRE = "personen_onderzoeken"
    REGISTER_LOCATION = "vestiging_vastleggen"
    CHECK_DISTANCE = "afstand_beoordelen"
    CHANGE_REGISTER = "gegevens_wijzigen"
    ANSWER_APPROVAL = "goedkeuring_beantwoorden"


FOLLOW_WORDS: Final[Mapping[Follow, str]] = {
    Follow.JUDGE: "Lees de melding en bepaal wat ermee gebeurt.",
    Follow.INQUIRE: "Onderzoek de personen van deze melding: bronnen, Verbonden Personen, integriteit.",
    Follow.REGISTER_LOCATION: "Controleer de vestiging, die al bij de school is vastgelegd.",
    Follow.CHECK_DISTANCE: "Controleer de vermelding op de bedrijfspresentatie en plan Toezicht in de Klas.",
    Follow.CHANGE_REGISTER: "Wijzig de gegevens van de school en controleer het Handelsregister.",
    Follow.ANSWER_APPROVAL: "Beantwoord schriftelijk of de school deze Cursisten mag overnemen.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing to report. `clock_words` tells the time limit as a person reads it."""

    kind: ReportKind
    title: str
    lead: str
    source: str
    clock: Clock
    clock_words: str
    days: int = 0
    day_label: str
    planned: bool = False
    """The event may lie ahead."""
    questions: tuple[Question, ...] = ()
    text_label: str = "Wat is er gebeurd?"
    effects: tuple[str, ...]
    follow: Follow = Follow.JUDGE
    persons: bool = False
    """Holds data of persons: not for the administration of the school."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A duty to report that has a screen of its own."""

    code: str
    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """`in_time` is None where the handbook gives no number of days; of what is planned `days` is negative."""

    last_day: date | None
    in_time: bool | None
    days: int
    steps: tuple[tuple[str, str], ...]


def day_problem(duty: Duty, happened_on: date, today: date) -> str | None:
    """Why a report cannot name this day, in words that say what to do."""
    if happened_on < EARLIEST:
        return "Deze dag ligt voor 2000. Controleer het jaar."
    if happened_on > today and not duty.planned:
        return "Deze dag ligt in de toekomst. Meld het zodra het gebeurd is, of verbeter de datum."
    if happened_on > add_months(today, 12 * YEARS_AHEAD):
        return "Deze dag ligt meer dan twee jaar vooruit. Controleer het jaar."
    return None


def makes_location(lessons: int) -> bool:
    """More than three lessons at a place make it a location (1.3.3.f)."""
    return lessons > WITHOUT_LOCATION


def needs_approval(learners: int) -> bool:
    """Whether so many learners, all since 1 September 2020 together, need approval beforehand."""
    return learners > WITHOUT_APPROVAL


def clock_of(duty: Duty, details: Mapping[str, object]) -> Clock:
    """The clock of this report: taking over fifteen learners or fewer needs no approval, and so no term."""
    if duty.kind is ReportKind.LEARNERS and not needs_approval(_number(details.get("aantal"))):
        return Clock.AT_ONCE
    return duty.clock


def timing_without_count(clock: Clock, duty: Duty, happened_on: date, reported_on: date) -> Timing:
    """The timing of a report whose clock counts no working days."""
    days = (reported_on - happened_on).days
    if clock is Clock.BEFORE:
        last = happened_on - timedelta(days=1)
        return Timing(
            last_day=last,
            in_time=reported_on <= last,
            days=days,
            steps=(("melden vóór die dag, dus uiterlijk de dag ervoor", duty.source),),
        )
    return Timing(
        last_day=None,
        in_time=None,
        days=days,
        steps=(
            (
                "de Handleiding noemt geen aantal dagen; Blik op Werk beoordeelt of dit op tijd is",
                duty.source,
            ),
        ),
    )


def _number(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0  # noqa: PLR2004
