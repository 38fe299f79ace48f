"""A computed term: its last day, and every step towards it with the article or paragraph."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The rule that counts. The values are those of the contract (`termijnen.md`)."""

    OBJECTION = "bezwaar"
    APPLICATION = "aanvraag_awb"
    HANDBOOK_APPLICATION = "aanvraag_handleiding"
    OBJECTION_DECISION = "beslissing_bezwaar"
    WORKING_DAYS = "werkdagen"
    DAYS = "dagen"
    WEEKS = "weken"
    MONTHS = "maanden"
    FIXED_TERM = "bepaalde_tijd"
    SUSPENSION = "schorsing"
    NOTICE_OF_DEFAULT = "ingebrekestelling"
    AGREED = "ingestemd"


OUTSIDE_THE_CONTRACT = frozenset({Kind.NOTICE_OF_DEFAULT, Kind.AGREED})
"""Known to the platform only; the command `keurmerk termijn` refuses them."""


@dataclass(frozen=True, slots=True)
class Step:
    """A clause in Dutch, and where it is laid down."""

    text: str
    source: str

    def __str__(self) -> str:
        return f"{self.text} ({self.source})"


@dataclass(frozen=True, slots=True)
class Term:
    """`before_moving` is the last day before the Algemene termijnenwet moved it, else the same day."""

    kind: Kind
    last_day: date
    before_moving: date
    steps: tuple[Step, ...]
    in_time: bool | None = None
    """Of an objection with a day of receipt only."""

    @property
    def moved(self) -> bool:
        return self.last_day != self.before_moving

    @property
    def explanation(self) -> str:
        """The steps in one sentence, without capital or full stop so that it fits in another."""
        return ", ".join(step.text for step in self.steps)

    def as_json(self) -> dict[str, object]:
        """Give the form of the contract."""
        shown: dict[str, object] = {
            "laatste_dag": self.last_day.isoformat(),
            "voor_verlenging": self.before_moving.isoformat(),
        }
        if self.in_time is not None:
            shown["tijdig"] = self.in_time
        return {**shown, "stappen": [str(step) for step in self.steps]}


class FaultCode(StrEnum):
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_FACT = "unknown_fact"
    MISSING = "missing"
    REPEATED = "repeated"
    MALFORMED = "malformed"
    OUT_OF_RANGE = "out_of_range"
    WRONG_ORDER = "wrong_order"
    BEYOND_CALENDAR = "beyond_calendar"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one fact, in Dutch; `column` is the fact, None where there is none."""

    column: str | None
    text: str
    code: FaultCode
    value: str = ""


class TermError(ValueError):
    """The facts give no term; every fault is told, not the first alone."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(" ".join(f"{fault.column or 'termijn'}: {fault.text}" for fault in faults))
        self.faults = faults
