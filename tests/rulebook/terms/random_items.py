"""Made-up items whose last day falls near a limit: a holiday, the end of a month, a leap day."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.reference.feasts import easter_sunday

type Item = dict[str, Any]

FEASTS = (-2, 1, 39, 40, 50)
DATES = ((1, 1), (2, 28), (3, 1), (4, 26), (4, 27), (4, 30), (5, 5), (8, 31), (12, 24), (12, 26), (12, 31))


def random_item(random: Random) -> Item:
    """A good item of any kind of the contract or the platform."""
    return random.choice(MAKERS)(random)


def limit(random: Random) -> date:
    year = random.randint(*random.choice(((2015, 2035), (1950, 2080), (1583, 4000))))
    if random.random() < 0.5:
        day = easter_sunday(year) + timedelta(days=random.choice(FEASTS))
    else:
        day = date(year, *random.choice(DATES))
    return day + timedelta(days=random.randint(-3, 3))


def before_limit(random: Random, *lengths: int) -> date:
    return limit(random) - timedelta(days=random.choice(lengths))


def with_equated(random: Random, item: Item, around: date) -> Item:
    if random.random() < 0.3:
        days = [around + timedelta(days=random.randint(-3, 3)) for _ in range(random.randint(0, 3))]
        item["gelijkgesteld"] = [day.isoformat() for day in days]
    elif random.random() < 0.1:
        item["gelijkgesteld"] = None
    return item


def objection(random: Random) -> Item:
    sent = before_limit(random, 42)
    item: Item = {"soort": "bezwaar", "verzonden_op": sent.isoformat()}
    if random.random() < 0.7:
        received = sent + timedelta(
            days=random.choice((0, 41, 42, 43, 44, 45, 46, 48, 49, 50, 51, 52, 53, 54))
        )
        item["ontvangen_op"] = received.isoformat()
        if random.random() < 0.7:
            posted = min(received, sent + timedelta(days=random.choice((40, 41, 42, 43, 44, 45, 46, 47))))
            item["gepost_op"] = random.choice((posted.isoformat(), posted.isoformat(), None))
    if random.random() < 0.8:
        item["wijze"] = random.choice(("post", "post", "email", None))
    return with_equated(random, item, sent + timedelta(days=42))


def suspensions(random: Random, start: date, length: int) -> list[Item]:
    found = []
    for _ in range(random.choice((0, 1, 1, 2, 2, 3))):
        near_end = random.random() < 0.4
        invited = start + timedelta(
            days=random.randint(length - 3, length + 15) if near_end else random.randint(-9, length)
        )
        limit_day = invited + timedelta(days=random.choice((0, 1, 2, 7, 14, 21)))
        completed = random.choice((None, invited + timedelta(days=random.randint(0, 23))))
        found.append(
            {
                "uitnodiging_op": invited.isoformat(),
                "aangevuld_op": completed and completed.isoformat(),
                "hersteltermijn_tot": limit_day.isoformat(),
            }
        )
    return found


def application(random: Random) -> Item:
    start = before_limit(random, 56, 58, 63, 70)
    item = {"soort": "aanvraag_awb", "ontvangen_op": start.isoformat()}
    item["opschortingen"] = suspensions(random, start, 56)
    return with_equated(random, item, start + timedelta(days=56))


def objection_decision(random: Random) -> Item:
    sent = before_limit(random, 42, 84, 126, 168)
    committee, reported, postponed = (random.random() < 0.5 for _ in range(3))
    length = (84 if committee and reported else 42) + (42 if postponed else 0)
    item = {
        "soort": "beslissing_bezwaar",
        "bezwaar_verzonden_op": sent.isoformat(),
        "commissie": committee,
        "commissie_gemeld": reported,
        "verdaagd": postponed,
        "opschortingen": suspensions(random, sent + timedelta(days=42), length),
    }
    return with_equated(random, item, sent + timedelta(days=random.choice((42, 42 + length))))


def counted(random: Random) -> Item:
    kind = random.choice(("werkdagen", "dagen", "weken", "maanden"))
    most = {"werkdagen": 600, "dagen": 800, "weken": 120, "maanden": 60}[kind]
    start = limit(random)
    item = {
        "soort": kind,
        "vanaf": start.isoformat(),
        "aantal": random.choice((0, 1, 5, random.randint(0, most))),
    }
    return with_equated(random, item, start + timedelta(days=random.randint(0, 9)))


def handbook_application(random: Random) -> Item:
    start = before_limit(random, 56, 112)
    return {
        "soort": "aanvraag_handleiding",
        "volledig_op": start.isoformat(),
        "verlengd": random.random() < 0.5,
    }


def fixed_term(random: Random) -> Item:
    return {
        "soort": "bepaalde_tijd",
        "ingang": limit(random).isoformat(),
        "verlengd_maanden": random.randint(0, 16),
    }


def suspension(random: Random) -> Item:
    ground = random.choice(("onderzoek", "sanctie"))
    return {
        "soort": "schorsing",
        "grond": ground,
        "vanaf": limit(random).isoformat(),
        "maanden": random.randint(1, 9),
        "verlengd_maanden": 0 if ground == "sanctie" else random.randint(0, 9),
    }


def notice_of_default(random: Random) -> Item:
    return {"soort": "ingebrekestelling", "ontvangen_op": before_limit(random, 14).isoformat()}


MAKERS: tuple[Callable[[Random], Item], ...] = (
    objection,
    application,
    application,
    objection_decision,
    objection_decision,
    counted,
    counted,
    handbook_application,
    fixed_term,
    suspension,
    notice_of_default,
)
