"""What a fictional school is like: its groups, its certificate, and what goes wrong in which period."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction

from rulebook.kernel.period import MeasuringPeriod

MARK = "(verzonnen)"


class Fault(Enum):
    """One thing a school does wrong; the value says which norms fail by it, and what happened."""

    WAITING = (("2.13",), "Een derde van de cursisten begint later dan is afgesproken.")
    NOT_INITIALLED = (("2.9.2",), "Op sommige lesdagen ontbreken parafen van aanwezige cursisten.")
    UNQUALIFIED = (("1.7.1.a",), "Een docent zonder bevoegdheid geeft een op de drie lessen.")
    PASS_RATE_B1 = (("2.16:B1",), "Te weinig cursisten slagen voor de taalexamens op B1.")
    PASS_RATE_MIDDEN = (("2.15:midden",), "Cursisten met leerprofiel midden slagen te weinig.")
    GROUP_SIZE = (("2.2",), "Groepen van de Z-route krijgen er drie cursisten bij en zijn te groot.")
    COMPLAINTS = (("1.5.8",), "Twee van de vijf klachten zijn te laat afgehandeld.")
    SATISFACTION = (("3.1.1",), "Cursisten geven gemiddeld een 6,1.")
    TOO_FEW_COMPLETED = (("7.2.1",), "Te weinig cursisten rondden hun traject af; vijf is het minimum.")

    def __init__(self, norms: tuple[str, ...], story: str) -> None:
        self.norms = norms
        self.story = story


class Kind(StrEnum):
    """The four kinds of groups, by whom they are for."""

    ALPHA = "alfa"
    WI2013 = "wi13"
    B1 = "b1"
    Z = "z"


@dataclass(frozen=True, slots=True)
class Lane:
    """A place in the timetable in which one group follows the other."""

    kind: Kind
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A fictional school. `faults` tells per year in which a period starts what goes wrong in it."""

    key: str
    short_name: str
    kvk_number: str
    story: str
    starts: tuple[int, int]
    """Month and day on which its measuring periods start."""
    lanes: tuple[Lane, ...]
    fixed_term: bool = False
    self_employed: bool = False
    oval_member: bool = False
    locations: tuple[str, ...] = ("Verzonnenstad Centrum",)
    inspections: tuple[tuple[date, str], ...] = (
        (date(2021, 11, 16), "voldoende"),
        (date(2024, 6, 11), "goed"),
    )
    complaints: int = 3
    """Complaints in a period."""
    grade: Fraction = Fraction(76, 10)
    education_route: int = 0
    """Learners of the Onderwijsroute in every group of the B1-route; they only count for its size."""
    recorded: int = 9
    """Of every ten tracks, how many have goal and effort recorded."""
    fails_one_in: int = 4
    """Of so many first attempts at an exam one fails."""
    faults: Mapping[int, tuple[Fault, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"Voorbeeldschool {self.short_name} {MARK}"

    def period(self, year: int) -> MeasuringPeriod:
        return MeasuringPeriod.starting(date(year, *self.starts))

    def period_holding(self, day: date) -> MeasuringPeriod:
        started = (day.month, day.day) >= self.starts
        return self.period(day.year if started else day.year - 1)

    def is_wrong(self, fault: Fault, day: date) -> bool:
        return fault in self.faults.get(self.period_holding(day).first.year, ())

    def failing(self, year: int) -> set[str]:
        """Give the labels of the norms that fail in the period that starts in this year."""
        return {norm for fault in self.faults.get(year, ()) for norm in fault.norms}
