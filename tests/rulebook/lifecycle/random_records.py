"""Made-up records of a certificate, with dates that fall on, just before and just after a limit."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from tests.reference.period import add_months

type Made = tuple[dict[str, Any], dict[str, bool], date]

FINDINGS = (
    "verbonden_persoon_eerder_houder",
    "resultatenaudit_op_tijd",
    "tevredenheidsonderzoek_op_tijd",
    "voldoende_trajecten",
    "hoofdnorm_1_voldaan",
    "tevredenheid_voldaan",
    "alleen_slagingspercentage_niet_voldaan",
)
LAST_DAYS = ("fixed_until", "warned_until", "suspended_until", "withdrawn_until")
FLAGS = ("annulled", "stayed", "stay_ended", "lift_after_plan")
TODAYS = (date(2028, 2, 29), date(2027, 2, 28), date(2028, 3, 1), date(2026, 12, 31), date(2027, 6, 15))
STARTS = (date(2021, 1, 1), date(2022, 4, 1), date(2023, 9, 1), date(2025, 1, 1), date(2026, 9, 1))
ABOUT_PERIODS = ("compenseren", "coulance_verlenen", "meetperiode_wijzigen")
TELLING = (
    "aanvragen",
    "afwijzen",
    "aanvulling_vragen",
    "aanvraag_volledig",
    "beslistermijn_verlengen",
    "toekennen_bepaalde_tijd",
    "verlengen",
    "toekennen",
    "schorsen_onderzoek",
    "schorsen_sanctie",
    "intrekken",
    "tijdelijk_intrekken",
    "op_verzoek_intrekken",
    *ABOUT_PERIODS,
)


def random_record(seed: int, states: list[str], events: list[str], plans: list[str]) -> Made:
    chance = Random(seed)
    today = chance.choice(TODAYS)
    first = chance.choice(STARTS)
    periods = _periods(first, chance.randint(0, 7))
    limits = [
        today,
        add_months(today, -48),
        add_months(today, -36),
        *(day for pair in periods for day in pair),
    ]
    past = [_happened(chance, events, limits, periods) for _ in range(chance.randint(0, 7))]
    record: dict[str, Any] = {
        "state": chance.choice(states),
        "past": sorted(past, key=lambda each: each["on"]),
        "periods": periods,
    }
    record.update({name: near(chance, [today]) for name in LAST_DAYS if chance.random() < 0.6})
    record.update({name: chance.random() < 0.5 for name in FLAGS})
    if chance.random() < 0.7:
        record["plan"] = (chance.choice(plans), chance.random() < 0.3)
    findings = {fact: chance.random() < 0.6 for fact in FINDINGS if chance.random() < 0.8}
    return record, findings, today


def near(chance: Random, limits: list[date]) -> date:
    return chance.choice(limits) + timedelta(days=chance.choice((-30, -1, 0, 0, 1, 30)))


def _happened(
    chance: Random, events: list[str], limits: list[date], periods: list[tuple[date, date]]
) -> dict[str, Any]:
    event = chance.choice(TELLING if chance.random() < 0.9 else events)
    on = near(chance, limits)
    told: dict[str, Any] = {"event": event, "on": on}
    if chance.random() < (0.8 if event.startswith("schorsen") else 0.2):
        told["until"] = max(on, near(chance, limits))
    if periods and event in ABOUT_PERIODS and chance.random() < 0.8:
        told["period"] = chance.choice(periods[-3:])[0]
    if chance.random() < 0.15:
        told["undone"] = True
    return told


def _periods(first: date, number: int) -> list[tuple[date, date]]:
    firsts = [add_months(first, 12 * place) for place in range(number + 1)]
    return [(begin, end - timedelta(days=1)) for begin, end in pairwise(firsts)]
