"""The figures of norms in letters: rounded as on the pages, never onto the limit that was not reached."""

from decimal import Decimal

import pytest

from keurmerk.assessments.models import NormResult
from keurmerk.certification.figures import limit_of, measured, rows_behind


@pytest.mark.parametrize(
    ("value", "limit", "unit", "text"),
    [
        ("14.975845411", "80", "procent", "15 procent"),
        ("61.25", "80", "procent", "61,3 procent"),
        ("79.96", "80", "procent", "79,96 procent"),
        ("79.999999999", "80", "procent", "79,999999999 procent"),
        ("37.349", "37.35", "procent", "37,3 procent"),
        ("0.041666667", "0", "procent", "0,04 procent"),
        ("6.994", "7", "cijfer", "6,99"),
        ("6.996", "7", "cijfer", "6,996"),
        ("9", "10", "aantal", "9"),
        ("14.975845411", None, "procent", "15 procent"),
        (None, None, "", "niet voldaan"),
    ],
)
def test_a_measured_value_is_rounded_but_never_seems_to_meet_its_limit(value, limit, unit, text):
    result = NormResult(value=value and Decimal(value), limit=limit and Decimal(limit), unit=unit)
    assert measured(result) == text


@pytest.mark.parametrize(
    ("limit", "unit", "text"),
    [("80.000000000", "procent", "80 procent"), ("37.350", "procent", "37,35 procent"), ("7", "cijfer", "7")],
)
def test_a_limit_is_told_as_it_is_laid_down(limit, unit, text):
    assert limit_of(NormResult(limit=Decimal(limit), unit=unit)) == text


def test_the_rows_that_count_are_told_and_nothing_where_none_are_counted():
    assert rows_behind(NormResult(numerator=120, denominator=1200)) == "120 van 1.200 rijen tellen mee"
    assert rows_behind(NormResult()) == ""
    assert limit_of(NormResult()) == ""
