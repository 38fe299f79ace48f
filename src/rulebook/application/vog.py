"""Certificates of conduct (VOG): of the management (Norm 1.2.4, noot 4) and of teachers (1.7.1.c, 1.7.2.c).

`conduct` says which certificate counts on a day; here is whose it must be, how long it lasts and when the
next is due. Two clocks run: at an audit it is at most six months old, and every year it is asked for anew.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from rulebook.application.conduct import MONTHS_OLD, PROFILE, TENDER
from rulebook.kernel.period import add_months

SOURCE: Final = "Norm 1.2.4, noot 4"
MONTHS_BETWEEN: Final = 12
FIRST_TEACHERS_RULE: Final = date(2022, 1, 1)
TEACHERS_DATED_BY: Final = date(2022, 6, 30)
MONTHS_BETWEEN_ASSIGNMENTS: Final = 3


class VogFault(StrEnum):
    MISSING = "ontbreekt"
    TENDER = "aanbesteding"
    PROFILE = "profiel"
    FUTURE = "toekomst"
    OTHER_NAME = "naam"
    TOO_OLD = "te_oud"


FAULT_WORDS: Final = {
    VogFault.MISSING: "Er is nog geen VOG. Vraag een VOG aan met profiel 60 en voeg die hier toe.",
    VogFault.TENDER: "Een Gedragsverklaring aanbesteden geldt niet als VOG. Vraag een VOG aan met profiel "
    "60.",
    VogFault.PROFILE: "De VOG heeft een ander profiel. Vraag een VOG aan met profiel 60, Onderwijs.",
    VogFault.FUTURE: "De datum van afgifte ligt in de toekomst. Neem de datum over die op de VOG staat.",
    VogFault.OTHER_NAME: "De naam op de VOG is een andere dan die van het lid van het Management. "
    "Controleer de naam.",
    VogFault.TOO_OLD: "De VOG is ouder dan zes maanden. Vraag een nieuwe VOG aan.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vog:
    issued_on: date
    profile: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """`leads_centre`: the factual manager of a language centre of a university, hogeschool or ROC."""

    name: str
    leads_centre: bool = False


def good_until(issued_on: date) -> date:
    """The last day on which an audit still finds it recent: six months to the day count."""
    return add_months(issued_on, MONTHS_OLD)


def renew_by(issued_on: date) -> date:
    """The last day by which the yearly next one is there."""
    return add_months(issued_on, MONTHS_BETWEEN)


def faults(vog: Vog | None, manager: Manager, on: date) -> tuple[VogFault, ...]:
    """Everything that is wrong with the certificate of a manager on a day."""
    if vog is None:
        return (VogFault.MISSING,)
    found = []
    if vog.profile == TENDER:
        found.append(VogFault.TENDER)
    elif vog.profile != PROFILE:
        found.append(VogFault.PROFILE)
    if vog.issued_on > on:
        found.append(VogFault.FUTURE)
    if not same_name(vog.name, manager.name):
        found.append(VogFault.OTHER_NAME)
    if good_until(vog.issued_on) < on:
        found.append(VogFault.TOO_OLD)
    return tuple(found)


def owe_vog(managers: tuple[Manager, ...], *, language_centre: bool) -> tuple[Manager, ...]:
    """Who must have one. In a language centre the factual manager's stands for that of the board (noot 4)."""
    leading = tuple(each for each in managers if each.leads_centre)
    return leading if language_centre and leading else managers


def same_name(one: str, other: str) -> bool:
    """The same words whatever their order, capitals, accents and dots."""
    return _words(one) == _words(other)


def teacher_dated_right(issued_on: date, started_on: date) -> bool:
    """Whether a teacher's certificate has the right date for the day on which the work began."""
    if started_on < FIRST_TEACHERS_RULE:
        return issued_on <= TEACHERS_DATED_BY
    return issued_on <= started_on <= add_months(issued_on, MONTHS_OLD)


def new_for_next_assignment(ended_on: date, starts_on: date) -> bool:
    """Whether a teacher's next assignment needs a new one: when three months or more lie between."""
    return starts_on >= add_months(ended_on, MONTHS_BETWEEN_ASSIGNMENTS)


def _words(name: str) -> list[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return sorted(re.findall(r"\w+", plain.casefold()))
