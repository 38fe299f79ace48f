"""Tevredenheid, toezicht and parameters."""

import random

from tests.generators.columns import Table
from tests.generators.dates import Dates, around, cell
from tests.generators.ids import ids
from tests.generators.people import PROFILES
from tests.reference.period import add_months

INVITED = (0, 1, 4, 5, 9, 10, 11, 49, 50, 51, 99, 100, 101, 120, 160, 161, 400)
# a weight of 30 makes the last of these end in a half of a billionth
GRADES = ("1", "6.4", "6.499999999", "6.5", "6.500000001", "7", "8.25", "10", "7.900000005")
PASS_NORMS = ("25", "33.333333333", "50", "60", "62.5", "66.666666666", "66.666666667", "75", "80", "100")
SHARES = (10, 25, 30, 40, 50)


def make_satisfaction(rng: random.Random) -> Table:
    if rng.random() < 0.05:
        return []
    invited = rng.choice((rng.choice(INVITED), rng.choice((50, 100))))
    on_a_limit = [-(-invited * share // 100) for share in SHARES]
    forty = [40] * 5 if invited > 160 else [40]
    completed = rng.choice([*on_a_limit, 4, 5, *forty, invited]) + rng.choice((-1, 0, 0, 1))
    completed = min(max(completed, 0), invited)
    grades = rng.choice((0, completed, completed, min(1, completed)))
    return [
        {
            "uitgenodigd": str(invited),
            "ingevuld": str(completed),
            "cijfers": str(grades),
            "gemiddelde": rng.choice(GRADES) if grades else "",
            "clientenaudit_cijfer": rng.choice(GRADES) if rng.random() < 0.25 else "",
        }
    ]


def make_inspections(rng: random.Random, dates: Dates) -> Table:
    """Few dates, so that inspections of the same day are common."""
    last = dates.period.last
    days = [rng.choice(around(add_months(last, months))) for months in (0, 0, -24, -48)]
    days += [dates.any(), dates.inside()]
    days = rng.sample(days, 3)
    return [
        {
            "toezicht_id": key,
            "datum": cell(rng.choice(days)),
            "soort": rng.choice(
                ("toezicht_in_de_klas", "toezicht_in_de_klas", "herinspectie", "zelfbeoordeling")
            ),
            "oordeel": rng.choice(("goed", "voldoende", "voldoende", "onvoldoende", "")),
            "plan_van_aanpak_akkoord": rng.choice(("ja", "nee", "")),
        }
        for key in ids(rng, "z", rng.randint(0, 5))
    ]


def make_parameters(rng: random.Random) -> Table:
    profiles = [profile for profile in PROFILES if rng.random() < 0.85]
    rng.shuffle(profiles)
    return [
        {"naam": "slagingsnorm", "sleutel": profile, "waarde": rng.choice(PASS_NORMS)} for profile in profiles
    ]
