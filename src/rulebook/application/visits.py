"""The audits in the phase for a fixed term, each with the days within which it is held (§2.5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from rulebook.kernel.period import add_months

SOURCE: Final = "§2.5"


class Visit(StrEnum):
    """By the code of the duty that a grant brings along (lifecycle.duties)."""

    SCHOOL = "schoolbezoek"
    CLASSROOM = "toezicht_in_de_klas"
    FINANCIAL = "financieel_toezicht"


class Moment(StrEnum):
    """Where a day lies with regard to a window."""

    BEFORE = "nog_niet"
    WITHIN = "nu"
    AFTER = "voorbij"


@dataclass(frozen=True, slots=True)
class Rule:
    """Months after the grant in which an audit is held, and what the school should know of it."""

    visit: Visit
    title: str
    from_months: int
    until_months: int
    text: str


RULES: Final = (
    Rule(
        Visit.SCHOOL,
        "Schoolbezoek",
        0,
        3,
        "Een auditor bekijkt of de school de Normen in de praktijk nakomt. Dag en tijd hoort de school "
        "ten minste 24 uur vooraf; verzetten kan niet.",
    ),
    Rule(
        Visit.CLASSROOM,
        "Toezicht in de Klas",
        3,
        6,
        "Een auditor bekijkt een of meer lessen.",
    ),
    Rule(
        Visit.FINANCIAL,
        "Financieel toezicht",
        6,
        9,
        "Een auditor bekijkt of DUO-gelden rechtmatig zijn besteed.",
    ),
)


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day included."""

    visit: Visit
    title: str
    first: date
    last: date
    text: str
    source: str = SOURCE

    def moment(self, on: date) -> Moment:
        if on < self.first:
            return Moment.BEFORE
        return Moment.WITHIN if on <= self.last else Moment.AFTER


def windows(granted_on: date) -> tuple[Window, ...]:
    """The plan after a grant on this day. A window begins where the one before it ends, or the day after it.

    'Three to six months after' is read as: from the same day three months on, to and including the same
    day six months on; in a shorter month its last day.
    """
    return tuple(
        Window(
            rule.visit,
            rule.title,
            add_months(granted_on, rule.from_months) if rule.from_months else granted_on + timedelta(days=1),
            add_months(granted_on, rule.until_months),
            rule.text,
        )
        for rule in RULES
    )
