"""Numbers the Dutch way."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keurmerk.shared.numbers import beside, number


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
    assert number(value, decimals) == text


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
    assert beside(value, limit) == text


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 100))
def test_what_is_shown_is_on_the_same_side_of_the_limit(numerator, denominator, limit):
    share = Fraction(numerator, denominator)
    shown = Fraction(beside(share, limit).replace(".", "").replace(",", "."))
    assert (shown < limit, shown > limit) == (share < limit, share > limit)
