"""Whole dossiers that pass every check of the contract, with their dates drawn around the limits."""

import random
from datetime import date
from typing import Literal

from tests.generators.aim import aim
from tests.generators.columns import ALWAYS_THERE, KINDS, REQUIRED, Tables
from tests.generators.dates import Dates, random_period
from tests.generators.good_school import good_dossier
from tests.generators.ids import ids
from tests.generators.lessons import make_lessons
from tests.generators.papers import (
    make_complaints,
    make_hours_statements,
    make_invoices,
    make_practice_hours,
)
from tests.generators.people import make_attempts, make_people, make_tracks
from tests.generators.quality import make_inspections, make_parameters, make_satisfaction
from tests.generators.staff import make_staff
from tests.reference.period import Period

type Size = Literal["tiny", "small", "medium", "good"]

# cursisten and lessen, from and to
_SIZES: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "tiny": ((1, 3), (0, 4)),
    "small": ((4, 18), (0, 24)),
    "medium": ((22, 40), (15, 50)),
}


_MIX: tuple[Size, ...] = ("tiny", "small", "small", "medium", "good", "good")


def random_dossier(rng: random.Random, size: Size | None = None) -> tuple[Tables, date, date]:
    """A valid dossier and its Meetperiode: good is that of a flawless school with a few cells changed."""
    chosen: Size = rng.choice(_MIX) if size is None else size
    period = random_period(rng)
    tables = good_dossier(rng, period) if chosen == "good" else loose_dossier(rng, period, *_SIZES[chosen])
    if rng.random() < 0.4:
        aim(rng, tables, period)
    return tables, period.first, period.last


def loose_dossier(
    rng: random.Random, period: Period, learners: tuple[int, int], lessons: tuple[int, int]
) -> Tables:
    dates = Dates(rng, period)
    people = make_people(rng, dates, rng.randint(*learners))
    teachers = ids(rng, "d", rng.randint(1, 4))
    tables: Tables = {
        "organisatie": [make_organisation(rng)],
        "cursisten": [person.row for person in people],
        "trajecten": make_tracks(rng, dates, people),
        "examenpogingen": make_attempts(rng, dates, people),
        **make_staff(rng, dates, teachers),
        **make_lessons(rng, dates, people, teachers, rng.randint(*lessons)),
        "praktijkuren": make_practice_hours(rng, dates, people),
        "facturen": make_invoices(rng, dates, people, rng.randint(0, 8)),
        "klachten": make_complaints(rng, dates),
        "tevredenheid": make_satisfaction(rng),
        "toezicht": make_inspections(rng, dates),
        "parameters": make_parameters(rng),
    }
    tables["urenverklaringen"] = make_hours_statements(rng, dates, people, tables, rng.randint(0, 6))
    drop_something(rng, tables)
    return tables


def make_organisation(rng: random.Random) -> dict[str, str]:
    return {
        "kvk_nummer": f"{rng.randint(0, 99_999_999):08}",
        "naam": rng.choice(("Taalschool Voorbeeld", "Taalhuis 't Voorbeeld, Één & Co")),
        "keurmerk": rng.choice(("bepaalde_tijd", "onbepaalde_tijd")),
        "cyclusjaar": rng.choice(("1", "2", "3", "4", "")),
        "zzp": rng.choice(("ja", "nee", "")),
        "oval_lid": rng.choice(("ja", "nee", "")),
    }


def drop_something(rng: random.Random, tables: Tables) -> None:
    """Half of the dossiers are complete; the others miss a table or two, or a column that may be missing."""
    if rng.random() < 0.5:
        return
    optional = [table for table in KINDS if table not in ALWAYS_THERE]
    for table in rng.sample(optional, rng.choice((0, 1, 1, 2, 4))):
        del tables[table]
    for table in rng.sample(sorted(tables), 2):
        columns = [column for column in KINDS[table] if may_be_dropped(table, column)]
        if columns and rng.random() < 0.3:
            dropped = rng.choice(columns)
            for row in tables[table]:
                del row[dropped]


def may_be_dropped(table: str, column: str) -> bool:
    """Not a required column, and not one that another value asks for (niveau, einde, gemiddelde, …)."""
    asked = {"leerprofiel", "leerroute", "niveau", "einde", "beeindigd_op", "gemiddelde", "sleutel"}
    return column not in REQUIRED[table] and column not in asked
