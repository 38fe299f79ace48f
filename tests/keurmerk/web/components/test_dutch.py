"""Dates, money and lists the Dutch way."""

from datetime import date
from fractions import Fraction

from keurmerk.web.components import dutch

SPACE = "\N{NO-BREAK SPACE}"


def test_dates_money_and_lists():
    assert dutch.day(date(2025, 3, 1)) == "1 maart 2025"
    assert dutch.short_day(date(2025, 3, 1)) == "01-03-2025"
    assert dutch.period(date(2025, 1, 1), date(2025, 12, 31)) == "1 januari 2025 tot en met 31 december 2025"
    assert dutch.euro(1234.5) == f"€{SPACE}1.234,50"
    assert dutch.percent(Fraction(100, 3)) == f"33,3{SPACE}%"
    assert dutch.plural(1, "rij", "rijen") == "1 rij"
    assert dutch.plural(1200, "rij", "rijen") == "1.200 rijen"
    assert [dutch.listing(parts) for parts in ([], ["a"], ["a", "b", "c"])] == ["", "a", "a, b en c"]
