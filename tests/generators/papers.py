"""Praktijkuren, urenverklaringen, facturen and klachten."""

import random
from datetime import date, timedelta
from fractions import Fraction

from tests.generators.columns import Table, Tables
from tests.generators.dates import Dates, around, cell, maybe
from tests.generators.ids import ids
from tests.generators.lessons import attended, lesson_minutes
from tests.generators.people import Person, yes

HOURS = ("0", "0.5", "1.25", "10", "63.999999999", "64", "64.000000001")
SMALLEST = Fraction(1, 10**9)


def decimal(value: Fraction) -> str:
    """At most nine decimals, rounded down."""
    billionths = int(value * 10**9)
    whole, rest = divmod(billionths, 10**9)
    return f"{whole}.{rest:09}".rstrip("0").rstrip(".")


def make_practice_hours(rng: random.Random, dates: Dates, people: list[Person]) -> Table:
    return [
        {
            "praktijk_id": key,
            "cursist_id": rng.choice(people).key,
            "datum": cell(dates.any()),
            "uren": rng.choice(HOURS),
            "aantoonbaar": yes(rng, 0.7),
        }
        for key in ids(rng, "x", rng.randint(0, len(people)))
    ]


def make_hours_statements(
    rng: random.Random, dates: Dates, people: list[Person], tables: Tables, count: int
) -> Table:
    return [
        make_hours_statement(rng, dates, key, rng.choice(people).key, tables) for key in ids(rng, "u", count)
    ]


def make_hours_statement(
    rng: random.Random, dates: Dates, key: str, learner: str, tables: Tables
) -> dict[str, str]:
    kind = rng.choice(("nt2", "nt2", "ona"))
    issued = dates.any()
    return {
        "verklaring_id": key,
        "cursist_id": learner,
        "soort": kind,
        "uren": hours_near_attendance(rng, tables, learner, kind, issued),
        "afgegeven_op": cell(issued),
    }


def hours_near_attendance(rng: random.Random, tables: Tables, learner: str, kind: str, issued: date) -> str:
    """One of the sums somebody could take, exactly or a billionth to either side."""
    if rng.random() < (0.6 if kind == "ona" else 0.2):
        return rng.choice(HOURS)
    lessons = [row for row in attended(tables, learner, issued) if (row["soort"] == "ona") == (kind == "ona")]
    in_class = [row for row in lessons if row["vorm"] == "klassikaal"]
    hours = Fraction(sum(lesson_minutes(row) for row in rng.choice((lessons, in_class))), 60)
    if kind == "ona" and rng.random() < 0.7:
        hours += sum(
            Fraction(row["uren"])
            for row in tables["praktijkuren"]
            if row["cursist_id"] == learner and row["aantoonbaar"] == "ja" and row["datum"] <= cell(issued)
        )
    return decimal(max(hours + rng.choice((-SMALLEST, 0, 0, SMALLEST)), Fraction(0)))


def make_invoices(rng: random.Random, dates: Dates, people: list[Person], count: int) -> Table:
    return [make_invoice(rng, dates, key, rng.choice(people).key) for key in ids(rng, "f", count)]


def make_invoice(rng: random.Random, dates: Dates, key: str, learner: str) -> dict[str, str]:
    start = dates.any()
    end = dates.from_(start)
    approved = maybe(rng, 0.7, rng.choice((*around(end), end + timedelta(days=30))))
    return {
        "factuur_id": key,
        "cursist_id": learner,
        "ontvanger": rng.choice(("cursist", "duo", "gemeente")),
        "periode_van": cell(start),
        "periode_tot": cell(end),
        "lesdagen": rng.choice(("4", "8", "12", "0", "")),
        "uren": rng.choice(("12", "6.5", "24", "0.000000001", "0", "0.0")),
        "bedrag": rng.choice(("300", "99.95", "")),
        "geaccordeerd_op": cell(approved),
        "geaccordeerd_door": rng.choice(("cursist", "cursist", "cursist", "anders", "")),
    }


def make_complaints(rng: random.Random, dates: Dates) -> Table:
    good = rng.random() < 0.4
    return [make_complaint(rng, dates, key, good=good) for key in ids(rng, "k", rng.randint(0, 7))]


def make_complaint(rng: random.Random, dates: Dates, key: str, *, good: bool) -> dict[str, str]:
    last = dates.period.last
    received = rng.choice((dates.any(), rng.choice(around(last - timedelta(days=42))), dates.inside()))
    days = (1, 28, 42) if good else (1, 27, 28, 29, 41, 42, 43)
    rejected = maybe(rng, 0.25, received + timedelta(days=rng.choice((0, 5, 27, 28, 28, 29, 40))))
    settled = maybe(rng, 0.9 if good else 0.6, received + timedelta(days=rng.choice(days)))
    if rng.random() < 0.1:
        settled = max(received, rng.choice(around(last)))
    if rng.random() < 0.1:
        # turned down around the end of P, with the 42 days still running
        received, settled = rng.choice(around(last - timedelta(days=rng.choice((10, 28))))), None
        rejected = rng.choice(around(last))
    return {
        "klacht_id": key,
        "ontvangen_op": cell(received),
        "bevestigd_op": cell(maybe(rng, 0.5, received)),
        "afgewezen_op": cell(rejected),
        "afgehandeld_op": cell(settled),
        "behandelaar": "",
        "uitkomst": rng.choice(("", "gegrond")),
    }
