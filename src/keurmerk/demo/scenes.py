"""What the demo shows: per school the uploads in the order in which they came in, and how each ended."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from keurmerk.demo.generator.profile import Profile
from keurmerk.demo.generator.schools import YEARS
from keurmerk.demo.generator.tables import Tables
from keurmerk.demo.mishaps import as_school_delivers, first_version, with_errors, with_warnings

LAST_YEAR = YEARS[-1]
OF_THE_SCHOOL_ACCOUNT = ("de-linde", "de-els", "de-wilg")
"""The schools that the demo's account of a school acts for."""
OF_THE_SUSPENDED_ACCOUNT = ("de-esdoorn",)
"""For the account of a school that was suspended."""
OF_THE_AUDITOR = ("de-linde", "de-els", "de-esdoorn", "de-kastanje", "de-iep", "de-eik")
SEND_WORKBOOKS = frozenset({"de-linde", "de-els"})
"""In the last year; all other files are a zip, which is made and read much quicker."""


class Ends(Enum):
    """Where an upload is left."""

    REFUSED = "refused"
    CHECKED = "checked"
    COMMITTED = "committed"


@dataclass(frozen=True, slots=True)
class Scene:
    """One upload of a school."""

    school: Profile
    year: int
    ends: Ends
    name: str
    change: Callable[[Tables], Tables]

    @property
    def filename(self) -> str:
        is_workbook = self.school.key in SEND_WORKBOOKS and self.year == LAST_YEAR
        suffix = "xlsx" if is_workbook else "zip"
        return f"{self.school.key}-{self.year}{self.name}.{suffix}"

    def delivered(self, tables: Tables) -> Tables:
        return self.change(as_school_delivers(tables))


def as_it_is(tables: Tables) -> Tables:
    return tables


def scenes_of(school: Profile) -> Iterator[Scene]:
    """Every period committed; in the last one some schools needed more than one try."""
    for year in YEARS:
        if year == LAST_YEAR and school.key == "de-els":
            yield Scene(school, year, Ends.REFUSED, "-met-de-hand", with_errors)
            yield Scene(school, year, Ends.COMMITTED, "-eerste-versie", first_version)
        yield Scene(school, year, Ends.COMMITTED, "", as_it_is)
    if school.key == "de-linde":
        yield Scene(school, LAST_YEAR, Ends.CHECKED, "-aangevuld", with_warnings)
