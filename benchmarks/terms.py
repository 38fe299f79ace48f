"""Ten thousand terms with their steps, of every kind, against the two seconds they may take."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.measure import CPU, Ratio
from rulebook import terms

TERMS, SECONDS = 10_000, 2
FIRST = date(2024, 1, 1)
EQUATED = frozenset({date(2025, 5, 30), date(2026, 5, 15)})


def run() -> Iterator[Ratio]:
    asked = [_facts(number) for number in range(TERMS)]
    started = CPU()
    for kind, facts in asked:
        if not terms.compute(kind, facts, equated=EQUATED).steps:
            raise RuntimeError(f"{kind} gave no steps")
    seconds = CPU() - started
    yield Ratio(f"{TERMS:,} terms with their steps", seconds / SECONDS, 1, seconds, SECONDS, "two seconds")


def _facts(number: int) -> tuple[str, dict[str, object]]:
    """A kind in turn, each on another day."""
    day = FIRST + timedelta(days=number % 1500)
    later, last = (day + timedelta(days=days) for days in (10, 24))
    suspended = [
        {
            "uitnodiging_op": later.isoformat(),
            "aangevuld_op": None,
            "hersteltermijn_tot": last.isoformat(),
        }
    ]
    kinds: list[tuple[str, dict[str, object]]] = [
        ("bezwaar", {"verzonden_op": day.isoformat()}),
        ("aanvraag_awb", {"ontvangen_op": day.isoformat(), "opschortingen": suspended}),
        ("aanvraag_handleiding", {"volledig_op": day.isoformat(), "verlengd": bool(number % 2)}),
        (
            "beslissing_bezwaar",
            {
                "bezwaar_verzonden_op": day.isoformat(),
                "commissie": True,
                "commissie_gemeld": True,
                "verdaagd": False,
                "opschortingen": suspended,
            },
        ),
        ("werkdagen", {"vanaf": day.isoformat(), "aantal": 5}),
        ("weken", {"vanaf": day.isoformat(), "aantal": 4}),
        ("bepaalde_tijd", {"ingang": day.isoformat(), "verlengd_maanden": 0}),
        ("schorsing", {"grond": "onderzoek", "vanaf": day.isoformat(), "maanden": 6, "verlengd_maanden": 0}),
    ]
    return kinds[number % len(kinds)]


if __name__ == "__main__":
    for result in run():
        sys.stdout.write(result.line() + "\n")
