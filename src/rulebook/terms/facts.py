"""Reading facts in the form of the contract: ISO dates, whole numbers, true or false, choices."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum, auto
from typing import Any, cast

from rulebook.terms.calendar import NONE_EQUATED, Days
from rulebook.terms.term import Fault, FaultCode
from rulebook.terms.wording import listed

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST_VALUE = 200

type Reader = Callable[[object], object]


class JsonObject(dict[str, object]):
    """An object as it was written, with the names that stand in it more than once."""

    repeated: tuple[str, ...] = ()


class UnreadableError(Exception):
    def __init__(self, text: str, code: FaultCode = FaultCode.MALFORMED) -> None:
        super().__init__(text)
        self.text = text
        self.code = code


class UnreadableListError(Exception):
    """A list with faults in its items, each told apart."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(" ".join(fault.text for fault in faults))
        self.faults = faults


class May(Enum):
    """What a fact may be instead of a value."""

    NOT = auto()
    BE_NULL = auto()
    BE_LEFT_OUT = auto()
    """Or be null."""


@dataclass(frozen=True, slots=True)
class Fact:
    """`argument` is what the function that counts calls it."""

    name: str
    argument: str
    read: Reader
    may: May = May.NOT


@dataclass(slots=True)
class Reading:
    """What could be read of an object's facts, and all that could not."""

    values: dict[str, object] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def day(self, name: str) -> date | None:
        return cast("date | None", self.values.get(name))

    def days(self, name: str) -> Days:
        return cast("Days", self.values.get(name, NONE_EQUATED))

    def fault(self, column: str | None, text: str, code: FaultCode, value: object = "") -> None:
        self.faults.append(Fault(column, text, code, shown(value)))

    def not_before(self, name: str, other: str, where: str = "") -> None:
        """Of two dates that were read, `name` does not lie before `other`."""
        day, bound = self.day(name), self.day(other)
        if day and bound and day < bound:
            text = f"{where}ligt voor {other} ({bound}); verbeter een van de twee datums"
            self.fault(name, text, FaultCode.WRONG_ORDER, day)

    def arguments(self, facts: Sequence[Fact]) -> dict[str, Any]:
        return {fact.argument: self.values[fact.name] for fact in facts if fact.name in self.values}


def read_facts(given: Mapping[str, object], facts: Sequence[Fact], where: str = "") -> Reading:
    """Read every fact and refuse every other one; `where` names an inner object in the messages."""
    reading = Reading()
    for fact in facts:
        _read(reading, given, fact, where)
    known = [fact.name for fact in facts]
    for name in given:
        if name not in known:
            text = f"{where}dit gegeven hoort hier niet; mogelijk zijn {listed(known)}"
            reading.fault(clean(name), text, FaultCode.UNKNOWN_FACT, given[name])
    for name in repeated_names(given):
        reading.fault(clean(name), f"{where}staat er meer dan één keer", FaultCode.REPEATED)
    return reading


def repeated_names(given: Mapping[str, object]) -> tuple[str, ...]:
    return given.repeated if isinstance(given, JsonObject) else ()


def _read(reading: Reading, given: Mapping[str, object], fact: Fact, where: str) -> None:
    value = given.get(fact.name)
    if value is None:
        if fact.may is May.NOT:
            reading.fault(fact.name, f"{where}ontbreekt; dit gegeven is verplicht", FaultCode.MISSING)
        elif fact.may is May.BE_NULL and fact.name not in given:
            reading.fault(fact.name, f"{where}ontbreekt; vul null in als er geen is", FaultCode.MISSING)
        return
    try:
        reading.values[fact.name] = fact.read(value)
    except UnreadableListError as error:
        reading.faults.extend(error.faults)
    except UnreadableError as error:
        reading.fault(fact.name, f"{where}{error.text}", error.code, value)


def day(value: object) -> date:
    try:
        if isinstance(value, str) and ISO_DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise UnreadableError("is geen bestaande datum, geschreven zoals 2025-11-28")


def flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise UnreadableError("is geen true of false")


def whole(low: int, high: int | None = None) -> Reader:
    bounds = f"van {low} tot en met {high}" if high is not None else f"van {low} of meer"

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise UnreadableError(f"is geen heel getal {bounds}, zonder aanhalingstekens")
        if value < low or (high is not None and value > high):
            raise UnreadableError(f"moet een heel getal zijn {bounds}", FaultCode.OUT_OF_RANGE)
        return value

    return read


def choice(options: type[StrEnum]) -> Reader:
    def read(value: object) -> StrEnum:
        if isinstance(value, str) and value in options:
            return options(value)
        raise UnreadableError(f"moet een van deze zijn: {', '.join(options)}")

    return read


def shown(value: object) -> str:
    """What stands there, as text that any file can hold."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return "[…]"
        case dict():
            return "{…}"
    text = str(value)
    return clean(text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…")


def clean(text: str) -> str:
    """JSON can name half a character (a lone surrogate), which cannot be written."""
    return text.encode("utf-8", "replace").decode()
