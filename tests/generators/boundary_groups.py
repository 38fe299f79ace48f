"""Lessons on the limits of the group size: 2.2, and what else is asked of a lesson with its participants."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from tests.generators.boundary_attempts import OFFSETS, Some
from tests.generators.columns import Tables
from tests.generators.dates import DAY
from tests.generators.worlds import Cells, cells, wi2013, wi2021
from tests.reference.period import Period

SIZES = (12, 13, 20, 21)
FILLERS = [f"o{number}" for number in range(21)]
# what lesson alfabetisering the groep has beside the lesson itself
BESIDE = ("geen", "in P", "voor P", "alleen onderwijsroute", "zonder deelnemers")


def group_sizes(period: Period, some: Some) -> Tables:
    """Each lesson has one telling cursist; cursisten of the Onderwijsroute make up the number.

    So only the telling cursist sets the maximum, while the others count for the size.
    """
    tables: Tables = {
        "organisatie": [{"kvk_nummer": "12345678", "naam": "Alle groepen", "keurmerk": "bepaalde_tijd"}],
        "cursisten": [{"cursist_id": key, **wi2021("onderwijs")} for key in FILLERS],
        "trajecten": [],
        "lessen": [],
        "aanwezigheid": [],
        "docenten": [{"docent_id": "d1", "naam": "Docent"}],
        "bevoegdheden": [cells(docent_id="d1", vak="nt2", van=period.first, tot=period.last - DAY)],
    }
    for number, lesson in enumerate(lessons(period, some)):
        add_lesson(tables, f"l{number}", lesson, period)
    return tables


type Lesson = tuple[date, Cells | None, str, int, str, str]


def lessons(period: Period, some: Some) -> Iterator[Lesson]:
    """Day, telling cursist (or none), soort, size, what stands beside it, and vorm."""
    kinds = ("nt2", "alfabetisering", "knm", "ona")
    days = (period.first - DAY, period.first, period.last, period.last + DAY)
    for day, kind, size, beside, mode in product(days, kinds, SIZES, BESIDE, ("klassikaal", "afstand")):
        literate = [wi2013("analfabeet", gealfabetiseerd_op=day + offset) for offset in OFFSETS]
        people = [*literate, wi2013("analfabeet"), wi2013("laag"), wi2021("B1"), wi2021("Z"), None]
        for person in some((person,) for person in people):
            yield day, person[0], kind, size, beside, mode


def add_lesson(tables: Tables, key: str, lesson: Lesson, period: Period) -> None:
    day, person, kind, size, beside, mode = lesson
    keys = FILLERS[:size] if person is None else [key, *FILLERS[: size - 1]]
    if person is not None:
        tables["cursisten"].append({"cursist_id": key, **person})
    tables["lessen"].append(lesson_row(key, key, kind, day, mode))
    tables["aanwezigheid"] += [
        cells(les_id=key, cursist_id=learner, aanwezig=place % 3 != 0, geparafeerd=place % 5 != 0)
        for place, learner in enumerate(keys, start=len(tables["lessen"]))
    ]
    if beside != "geen":
        other_day = period.first - DAY if beside == "voor P" else period.last
        tables["lessen"].append(lesson_row(f"{key}-alfa", key, "alfabetisering", other_day, "klassikaal"))
        if beside != "zonder deelnemers":
            other = FILLERS[0] if person is None or beside == "alleen onderwijsroute" else key
            tables["aanwezigheid"].append(
                cells(les_id=f"{key}-alfa", cursist_id=other, aanwezig=True, geparafeerd=True)
            )


def lesson_row(key: str, group: str, kind: str, day: date, mode: str) -> Cells:
    return cells(
        les_id=key,
        groep=group,
        soort=kind,
        datum=day,
        begin="09:00",
        einde="10:30",
        vorm=mode,
        docent_id="d1",
        getekend_door_docent=True,
    )
