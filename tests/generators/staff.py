"""Docenten with their bevoegdheden, aanstellingen and VOGs."""

import random
from datetime import date, timedelta

from tests.generators.columns import Table, Tables
from tests.generators.dates import FIXED_LIMITS, Dates, around, cell, maybe
from tests.reference.period import add_months


def make_staff(rng: random.Random, dates: Dates, teachers: list[str]) -> Tables:
    good = rng.random() < 0.4
    return {
        "docenten": [{"docent_id": key, "naam": f"Docent {key}"} for key in teachers],
        "bevoegdheden": [row for key in teachers for row in qualifications(rng, dates, key, good=good)],
        **engagements_and_vogs(rng, dates, teachers),
    }


def qualifications(rng: random.Random, dates: Dates, teacher: str, *, good: bool) -> Table:
    rows = []
    for subject in ("nt2", "ona"):
        for _ in range(rng.choice((1, 1, 1, 2)) if good else rng.choice((0, 1, 1, 2))):
            start = dates.period.first - timedelta(days=900) if good else dates.any()
            rows.append(
                {
                    "docent_id": teacher,
                    "vak": subject,
                    "register": rng.choice(("BVNT2", "")),
                    "van": cell(start),
                    "tot": cell(maybe(rng, 0.3 if good else 0.7, dates.from_(start))),
                }
            )
    return rows


def engagements_and_vogs(rng: random.Random, dates: Dates, teachers: list[str]) -> Tables:
    engagements: Table = []
    vogs: Table = []
    for teacher in teachers:
        ends: list[date] = []
        for _ in range(rng.choice((0, 1, 1, 2, 3, 4))):
            start = engagement_start(rng, dates, ends)
            end = maybe(rng, 0.8, dates.from_(start))
            if end is not None:
                ends.append(end)
            kind = rng.choice(("arbeidsovereenkomst", "opdracht", "opdracht"))
            engagements.append({"docent_id": teacher, "soort": kind, "van": cell(start), "tot": cell(end)})
            if rng.random() < 0.7:
                vogs.append(make_vog(rng, teacher, start))
    return {"aanstellingen": engagements, "vogs": vogs}


def engagement_start(rng: random.Random, dates: Dates, ends: list[date]) -> date:
    """A first one anywhere, a next one about three months after an earlier one ended."""
    if ends and rng.random() < 0.7:
        return rng.choice(around(add_months(rng.choice(ends), rng.choice((0, 3, 3, 3)))))
    if rng.random() < 0.3:
        return rng.choice(around(FIXED_LIMITS[0]))
    return dates.any()


def make_vog(rng: random.Random, teacher: str, start: date) -> dict[str, str]:
    fitting = rng.choice((start, add_months(start, -6), add_months(start, -6), FIXED_LIMITS[1]))
    return {
        "docent_id": teacher,
        "datum": cell(rng.choice(around(fitting))),
        "profiel": rng.choice(("60", "60", "60", "60", "60", "45", "")),
        "bezwaren": rng.choice(("nee", "nee", "nee", "nee", "", "ja")),
    }
