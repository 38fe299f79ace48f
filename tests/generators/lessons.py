"""Lessons and who was planned in them."""

import random
from datetime import date

from tests.generators.columns import Table, Tables
from tests.generators.dates import Dates, cell
from tests.generators.ids import ids
from tests.generators.people import Person, yes

LENGTHS = (30, 45, 50, 60, 90, 100, 120, 125, 180)
BEGINNINGS = (0, 9 * 60, 13 * 60 + 5, 18 * 60 + 30)
LAST_MINUTE = 23 * 60 + 59
# sizes on both sides of the two maxima
TELLING_SIZES = (12, 12, 13, 13, 20, 20, 21, 21)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def make_lessons(
    rng: random.Random, dates: Dates, people: list[Person], teachers: list[str], count: int
) -> Tables:
    groups = ids(rng, "g", rng.randint(1, 4))
    kinds = rng.choice(
        (("nt2", "knm", "ona", "alfabetisering"), ("nt2", "ona"), ("nt2", "nt2", "ona", "knm"))
    )
    signed = rng.choice((0.5, 1.0))
    distance = rng.choice((0.0, 0.3, 0.5, 1.0))
    lesson_rows: Table = []
    attendance_rows: Table = []
    for key in ids(rng, "l", count):
        begin = rng.choice(BEGINNINGS)
        lesson_rows.append(
            {
                "les_id": key,
                "groep": rng.choice(groups),
                "soort": rng.choice(kinds),
                "datum": cell(dates.any()),
                "begin": clock(begin),
                "einde": clock(min(begin + rng.choice(LENGTHS), LAST_MINUTE)),
                "vestiging": "",
                "vorm": "afstand" if rng.random() < distance else "klassikaal",
                "docent_id": rng.choice(teachers),
                "getekend_door_docent": yes(rng, 0.85 if signed < 1 else 1.0),
            }
        )
        attendance_rows += [
            {
                "les_id": key,
                "cursist_id": person.key,
                "aanwezig": yes(rng, 0.8),
                "geparafeerd": yes(rng, 0.85 if signed < 1 else 1.0),
            }
            for person in choose_participants(rng, people)
        ]
    return {"lessen": lesson_rows, "aanwezigheid": attendance_rows}


def choose_participants(rng: random.Random, people: list[Person]) -> list[Person]:
    draw = rng.random()
    if draw < 0.1:
        return []
    if draw < 0.2:
        return [person for person in people if person.on_education_route]
    # one sort of cursisten, so that the maximum differs between lessons
    if draw < 0.6:
        model = rng.choice(people)
        people = [person for person in people if same_sort(person, model)]
    if draw > 0.9:
        return rng.sample(people, min(len(people), rng.choice(TELLING_SIZES)))
    return rng.sample(people, rng.randint(1, min(len(people), 5)))


def same_sort(one: Person, other: Person) -> bool:
    return all(one.row[column] == other.row[column] for column in ("stelsel", "leerroute"))


def lesson_minutes(row: dict[str, str]) -> int:
    def minutes(value: str) -> int:
        return int(value[:2]) * 60 + int(value[3:])

    return minutes(row["einde"]) - minutes(row["begin"])


def attended(tables: Tables, learner: str, until: date) -> list[dict[str, str]]:
    """The lessons this cursist attended up to a day: what an hours statement leans on."""
    present = {
        row["les_id"]
        for row in tables["aanwezigheid"]
        if row["cursist_id"] == learner and row["aanwezig"] == "ja"
    }
    return [row for row in tables["lessen"] if row["les_id"] in present and row["datum"] <= until.isoformat()]
