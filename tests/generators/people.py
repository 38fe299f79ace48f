"""Cursisten, their trajecten and their exam attempts."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tests.generators.columns import Table
from tests.generators.dates import Dates, cell, maybe
from tests.generators.ids import ids
from tests.reference.period import add_months

PROFILES = ("analfabeet", "laag", "midden", "hoog")
ROUTES = ("B1", "B1", "B1", "Z", "onderwijs")
RESIDENCES = ("asielstatushouder", "gezinsmigrant", "overige_migrant", "vrijwillig")
KINDS = ("nt2", "nt2", "alfabetisering", "knm", "ona")
LANGUAGE_EXAMS = ("lezen", "luisteren", "schrijven", "spreken")
EXAMS = (*LANGUAGE_EXAMS, *LANGUAGE_EXAMS, "knm", "ona")
FOLLOWS = ("ja", "ja", "nee", "onbekend", "")


@dataclass
class Person:
    """A cursist with the dates at which an attempt of theirs may start or stop to count."""

    row: dict[str, str]
    plain: bool  # nothing special: makes that enough attempts count
    telling_days: list[date]
    pass_chance: float

    @property
    def key(self) -> str:
        return self.row["cursist_id"]

    @property
    def on_education_route(self) -> bool:
        return self.row["stelsel"] == "Wi2021" and self.row["leerroute"] == "onderwijs"


def yes(rng: random.Random, chance: float = 0.5) -> str:
    return "ja" if rng.random() < chance else "nee"


def make_people(rng: random.Random, dates: Dates, count: int) -> list[Person]:
    # some schools teach under one act only, or one leerprofiel
    wi2013 = rng.choice((0.0, 0.5, 0.5, 0.5, 1.0))
    profiles = rng.choice((PROFILES, PROFILES, rng.sample(PROFILES, 2), rng.sample(PROFILES, 1)))
    pass_chance = rng.choice((0.15, 0.45, 0.45, 0.8))
    people = [make_person(rng, dates, key, wi2013, profiles) for key in ids(rng, "c", count)]
    for person in people:
        person.pass_chance = pass_chance
    return people


def make_person(
    rng: random.Random, dates: Dates, key: str, wi2013: float, profiles: tuple[str, ...] | list[str]
) -> Person:
    plain = rng.random() < 0.5
    old_act = rng.random() < wi2013
    # the other act's column may be filled too, and then means nothing
    stray = rng.random() < 0.15
    died = None if plain else maybe(rng, 0.2, dates.any())
    row = {
        "cursist_id": key,
        "stelsel": "Wi2013" if old_act else "Wi2021",
        "verblijf": rng.choice(RESIDENCES),
        "leerprofiel": rng.choice(profiles) if old_act or stray else "",
        "leerroute": rng.choice(ROUTES) if not old_act or stray else "",
        "gealfabetiseerd_op": cell(maybe(rng, 0.4, dates.any())),
        "overleden_op": cell(died),
        "tvo_toestemming": rng.choice(("ja", "nee", "ja", "")),
        "naam": rng.choice(("Voorbeeld", "")),
        "email": "",
        "telefoon": "",
        "postcode": "",
        "geboortedatum": rng.choice(("1990-02-28", "")),
    }
    return Person(row, plain, [died] if died else [], 0.5)


def make_tracks(rng: random.Random, dates: Dates, people: list[Person]) -> Table:
    owners = [person for person in people for _ in range(how_many_tracks(rng, person))]
    keys = ids(rng, "t", len(owners))
    return [make_track(rng, dates, key, person) for key, person in zip(keys, owners, strict=True)]


def how_many_tracks(rng: random.Random, person: Person) -> int:
    return rng.choice((1, 1, 2)) if person.plain else rng.choice((0, 1, 1, 1, 2, 2, 3))


def make_track(rng: random.Random, dates: Dates, key: str, person: Person) -> dict[str, str]:
    if person.plain:
        registered = dates.period.first - timedelta(days=rng.randint(-40, 300))
        started: date | None = registered + timedelta(days=rng.randint(0, 60))
    else:
        registered = dates.near(person.telling_days)
        started = maybe(rng, 0.85, dates.from_(registered))
    floor = started or registered
    ended = maybe(rng, 0.6, max(dates.inside(), floor) if person.plain else dates.from_(floor))
    ending = "" if ended is None else choose_ending(rng, person)
    last_lesson = maybe(rng, 0.8 if ended else 0.3, dates.from_(floor))
    exit_statement = maybe(rng, 0.6 if ending == "voortijdig" else 0.15, dates.from_(floor))
    elsewhere = None if person.plain else maybe(rng, 0.15, dates.near([started, last_lesson]))
    person.telling_days += telling_days(started, last_lesson, exit_statement, elsewhere)
    return {
        "traject_id": key,
        "cursist_id": person.key,
        "soort": rng.choice(KINDS),
        "vestiging": rng.choice(("Utrecht", "")),
        "zelfmelder": rng.choice(("ja", "nee", "")),
        "aangemeld_op": cell(registered),
        "start_uiterlijk": cell(maybe(rng, 0.8, dates.near([started, started, dates.period.last]))),
        "gestart_op": cell(started),
        "einde_afgesproken": cell(maybe(rng, 0.8, dates.near([ended]))),
        "beeindigd_op": cell(ended),
        "einde": ending,
        "laatste_les": cell(last_lesson),
        "uittredebewijs_op": cell(exit_statement),
        "niet_toe_aan_examen": yes(rng, 0.4),
        "elders_geschoold_vanaf": cell(elsewhere),
        "doel_vastgelegd": yes(rng, 0.8),
        "inspanning_vastgelegd": yes(rng, 0.8),
        "alle_taalexamens_b1": yes(rng, 0.9 if person.plain else 0.5),
        "duo_lening": yes(rng),
    }


def choose_ending(rng: random.Random, person: Person) -> str:
    if person.plain:
        return rng.choice(("afgerond", "afgerond", "voortijdig"))
    return rng.choice(("afgerond", "afgerond", "voortijdig", "voortijdig", "wanprestatie"))


def telling_days(
    started: date | None, last_lesson: date | None, exit_statement: date | None, elsewhere: date | None
) -> list[date]:
    days = [started, last_lesson, exit_statement, elsewhere]
    if last_lesson is not None:
        days.append(add_months(last_lesson, 6))
    if exit_statement is not None:
        days.append(add_months(exit_statement, 2))
    return [day for day in days if day is not None]


def make_attempts(rng: random.Random, dates: Dates, people: list[Person]) -> Table:
    rows = [row for person in people for row in attempts_of(rng, dates, person)]
    keys = ids(rng, "p", len(rows))
    return [{"poging_id": key, **row} for key, row in zip(keys, rows, strict=True)]


def attempts_of(rng: random.Random, dates: Dates, person: Person) -> Table:
    """Few examens and levels per cursist, so that second and third attempts are common."""
    rows: Table = []
    for _ in range(rng.randint(0, 3)):
        exam = rng.choice(EXAMS)
        level = choose_level(rng, exam, person)
        taken: list[date] = []
        for _ in range(rng.choice((1, 1, 2, 2, 3))):
            taken.append(attempt_date(rng, dates, person, taken))
            other_level = rng.random() < 0.1
            rows.append(
                {
                    "cursist_id": person.key,
                    "examen": exam,
                    "niveau": choose_level(rng, exam, None) if other_level else level,
                    "datum": cell(taken[-1]),
                    "geslaagd": yes(rng, person.pass_chance),
                    "tweede_poging_volgt": rng.choice(FOLLOWS),
                }
            )
    if rng.random() < 0.4:
        rows += all_five(rng, dates, person)
    return rows


def choose_level(rng: random.Random, exam: str, person: Person | None) -> str:
    if exam in LANGUAGE_EXAMS:
        if person is not None and person.plain and person.row["leerroute"] == "B1":
            return "B1"
        return rng.choice(("A2", "B1", "B1", "B1", "B2"))
    return rng.choice(("", "", "", "A2", "B1"))


def attempt_date(rng: random.Random, dates: Dates, person: Person, taken: list[date]) -> date:
    if person.plain and rng.random() < 0.6:
        return dates.inside()
    year_before = add_months(dates.period.first, -12)
    year_after = add_months(dates.period.last, 12)
    return dates.near([*person.telling_days, *taken, *dates.period, year_before, year_after])


def all_five(rng: random.Random, dates: Dates, person: Person) -> Table:
    """The four language exams at B1 and knm, as 2.16.b asks, sometimes with one missing."""
    exams = [*LANGUAGE_EXAMS, "knm"]
    if rng.random() < 0.2:
        exams.remove(rng.choice(exams))
    passed = rng.choice((0.5, 1.0))
    return [
        {
            "cursist_id": person.key,
            "examen": exam,
            "niveau": "" if exam == "knm" else "B1",
            "datum": cell(attempt_date(rng, dates, person, [])),
            "geslaagd": yes(rng, passed),
            "tweede_poging_volgt": rng.choice(FOLLOWS),
        }
        for exam in exams
    ]
