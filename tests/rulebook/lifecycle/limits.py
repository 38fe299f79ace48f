"""Days, periods and amounts at their limits: what must come out, in plain values."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from tests.reference.lifecycle_record import facts
from tests.rulebook.lifecycle.engine import Engine
from tests.rulebook.lifecycle.random_records import random_record

RECORDS = 1500
PERIODS = (
    ((date(2024, 9, 1), date(2026, 8, 31), {}), [date(2025, 8, 31), date(2026, 8, 31)]),
    ((date(2024, 9, 1), date(2025, 9, 1), {}), [date(2025, 8, 31), date(2026, 8, 31)]),
    ((date(2024, 1, 1), date(2024, 1, 1), {}), [date(2024, 12, 31)]),
    (
        (date(2024, 1, 1), date(2026, 3, 31), {date(2024, 1, 1): date(2025, 3, 31)}),
        [date(2025, 3, 31), date(2026, 3, 31)],
    ),
    (
        (date(2024, 1, 1), date(2026, 4, 1), {date(2025, 1, 1): date(2026, 3, 31)}),
        [date(2024, 12, 31), date(2026, 3, 31), date(2027, 3, 31)],
    ),
)
CYCLE_YEARS = {0: 1, 1: 2, 2: 3, 3: 4, 4: 1, 7: 4, 8: 1}
YEAR_FOUR = [(date(2025 + year, 1, 1), date(2025 + year, 12, 31)) for year in range(4)]
GRANTED = {"event": "toekennen", "on": date(2026, 5, 1)}
CHANGED_THEN = {"event": "meetperiode_wijzigen", "on": date(2026, 5, 1)}
GRANTED_AGAIN = {"event": "toekennen", "on": date(2027, 5, 1)}
HISTORIES = ([GRANTED, CHANGED_THEN], [GRANTED, CHANGED_THEN, GRANTED_AGAIN], [CHANGED_THEN, GRANTED_AGAIN])
"""A change of period on the day of the grant, and one before the last of two grants."""
MOST = (60, "250000")
DELIVERIES = {
    (60, "250000"): [],
    (61, "250000"): ["Cursisten"],
    (60, "250000.01"): ["omzet"],
    (61, "250000.01"): ["Cursisten", "omzet"],
    (60, None): [],
}
CHANGED = {
    (61, "250000"): True,
    (60, "250001"): True,
    (None, "250000"): True,
    (60, None): True,
    (60, "250000"): False,
    (61, "249999"): False,
    (59, "300000"): False,
}


def differences(engine: Engine) -> Iterator[str]:
    yield from of_periods(engine)
    yield from of_conditions(engine)
    codes = (engine.all_states("keurmerk"), engine.all_events("keurmerk"), engine.all_states("plan"))
    for seed in range(RECORDS):
        record, findings, today = random_record(seed, *codes)
        if engine.derived(record, findings, today) != facts(record, findings, today):
            yield f"record {seed}"
    for past in HISTORIES:
        record = {"state": "onbepaalde_tijd", "past": past, "periods": YEAR_FOUR}
        if engine.derived(record, {}, date(2029, 2, 1)) != facts(record, {}, date(2029, 2, 1)):
            yield f"history {past}"
    known = engine.record.known_facts(
        engine.as_record({"state": "geen"}), engine.known({"looptijd_voorbij": True}), date(2026, 1, 1)
    )
    if known[engine.facts.Fact("looptijd_voorbij")]:
        yield "what was entered goes before what follows from the record"


def of_periods(engine: Engine) -> Iterator[str]:
    for asked, lasts in PERIODS:
        if [last for _, last in engine.periods(*asked)] != lasts:
            yield f"periods {asked}"
    for number, year in CYCLE_YEARS.items():
        periods = engine.cycle.periods_of(date(2020, 1, 1), date(2020 + number, 1, 1), {})
        if engine.cycle.cycle_year(number) != year:
            yield f"cycle year of period {number}"
        if engine.cycle.start_of_cycle(periods) != date(2020 + number // 4 * 4, 1, 1):
            yield f"start of the cycle of period {number}"


def of_conditions(engine: Engine) -> Iterator[str]:
    most = engine.limits(*MOST)
    for (learners, turnover), over in DELIVERIES.items():
        amount = None if turnover is None else Decimal(turnover)
        found: Any = engine.conditions.excesses(most, learners=learners, turnover=amount)
        if [each.what for each in found] != over or any(each.found <= each.most for each in found):
            yield f"{learners} learners and {turnover} euros"
    for changed, wider in CHANGED.items():
        if engine.conditions.is_wider(engine.limits(*changed), most) is not wider:
            yield f"from {MOST} to {changed}"
    if engine.conditions.is_wider(engine.limits(100, None), engine.limits(None, None)):
        yield "a limit where there was none"
