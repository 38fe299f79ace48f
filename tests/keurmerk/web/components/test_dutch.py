"""Numbers and dates the Dutch way."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keurmerk.web.components import dutch

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (1234567, 0, "1.234.567"),
        (Fraction(1, 2), 0, "1"),
        (Decimal("2.345"), 2, "2,35"),
        (-1.5, 1, "−1,5"),
        (Fraction(-1, 1000), 1, "0,0"),
        (7.92, None, "7,92"),
        (Fraction(200, 3), None, "66,666666667"),
    ],
)
def test_number(value, decimals, text):
    assert dutch.number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "limit", "text"),
    [
        (81.818181818, 75, "81,8"),
        (79.96, 80, "79,96"),
        (79.9999999, 80, "79,9999999"),
        (80, 80, "80"),
        (Fraction(8001, 100), 80, "80,01"),
        (Fraction(1, 30), 0, "0,03"),
        (55.55, None, "55,6"),
    ],
)
def test_a_value_is_never_rounded_onto_or_across_its_limit(value, limit, text):
    assert dutch.beside(value, limit) == text


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 100))
def test_what_is_shown_is_on_the_same_side_of_the_limit(numerator, denominator, limit):
    share = Fraction(numerator, denominator)
    shown = Fraction(dutch.beside(share, limit).replace(".", "").replace(",", "."))
    assert (shown < limit, shown > limit) == (share < limit, share > limit)


def test_dates_money_and_lists():
    assert dutch.day(date(2025, 3, 1)) == "1 maart 2025"
    assert dutch.short_day(date(2025, 3, 1)) == "01-03-2025"
    assert dutch.period(date(2025, 1, 1), date(2025, 12, 31)) == "1 januari 2025 tot en met 31 december 2025"
    assert dutch.euro(1234.5) == f"€{SPACE}1.234,50"
    assert dutch.percent(Fraction(100, 3)) == f"33,3{SPACE}%"
    assert dutch.plural(1, "rij", "rijen") == "1 rij"
    assert dutch.plural(1200, "rij", "rijen") == "1.200 rijen"
    assert [dutch.listing(parts) for parts in ([], ["a"], ["a", "b", "c"])] == ["", "a", "a, b en c"]
