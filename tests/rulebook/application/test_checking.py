"""What is typed is checked with a sentence that says what to type instead."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.application.checking import day_of, money_of, percent_of, problem_of
from rulebook.application.pieces import Kind, Question

TODAY = date(2026, 3, 2)


def problem(kind, value, **more):
    return problem_of(Question(name="x", label="X", source="§1", kind=kind, **more), value, TODAY)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.KVK, "12345678"),
        (Kind.KVK, "1234 5678"),
        (Kind.IBAN, "NL91ABNA0417164300"),
        (Kind.IBAN, "be68 5390 0754 7034"),
        (Kind.VAT, "NL123456789B01"),
        (Kind.VAT, "nl 1234.56.789.b01"),
        (Kind.EMAIL, "naam@school.nl"),
        (Kind.PHONE, "+31 6 1234 5678"),
        (Kind.POSTCODE, "3511aa"),
        (Kind.COUNT, "0"),
        (Kind.MONEY, "€ 250.000,50"),
        (Kind.PERCENT, "33,3%"),
        (Kind.DAY, "31-12-2026"),
        (Kind.TEXT, "ሃይለ ገብረ"),
        (Kind.TEXT, "محمد علي"),
    ],
)
def test_what_people_really_type_is_taken(kind, value):
    assert problem(kind, value) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.KVK, "1234567"),
        (Kind.KVK, "NL12345678"),
        (Kind.IBAN, "NL91ABNA0417164301"),
        (Kind.IBAN, "niet bekend"),
        (Kind.VAT, "123456789"),
        (Kind.EMAIL, "naam@school"),
        (Kind.PHONE, "onbekend"),
        (Kind.POSTCODE, "0123 AB"),
        (Kind.COUNT, "ongeveer 20"),
        (Kind.COUNT, "-1"),
        (Kind.MONEY, "veel"),
        (Kind.PERCENT, "101"),
        (Kind.PERCENT, "-1"),
        (Kind.DAY, "31-2-2026"),
        (Kind.DAY, "1-1-1899"),
        (Kind.DAY, "morgen"),
    ],
)
def test_what_cannot_be_is_told_with_an_example(kind, value):
    assert problem(kind, value)


def test_a_birth_date_lies_in_the_past():
    assert problem(Kind.DAY, "3-3-2026", past=True)
    assert problem(Kind.DAY, "2-3-2026", past=True) is None
    assert problem(Kind.DAY, "3-3-2026") is None


def test_too_long_a_text_tells_how_long_it_may_be():
    assert "10" in (problem(Kind.TEXT, "x" * 11, longest=10) or "")


def test_a_postcode_abroad_is_taken_as_it_is():
    question = Question(name="postcode", label="Postcode", source="§1", kind=Kind.POSTCODE)
    assert problem_of(question, "SW1A 1AA", TODAY, abroad=True) is None
    assert problem_of(question, "SW1A 1AA", TODAY)


def test_a_choice_that_is_not_offered_is_refused():
    offered = {"choices": (("ja", "Ja"), ("nee", "Nee"))}
    assert problem(Kind.CHOICE, "misschien", **offered)
    assert problem(Kind.CHOICES, ["ja", "misschien"], **offered)
    assert problem(Kind.CHOICES, ["ja"], **offered) is None


def test_what_need_not_be_answered_may_stay_empty():
    assert problem(Kind.KVK, " ", required=False) is None
    assert problem(Kind.KVK, " ")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_is_read_as_the_dutch_and_as_machines_write_it(day):
    assert day_of(day.isoformat()) == day
    assert day_of(f"{day.day}-{day.month}-{day.year}") == day
    assert day_of(f"{day:%d/%m/%Y}") == day


@given(st.decimals(0, 10**9, places=2))
def test_an_amount_is_read_as_the_dutch_write_it(amount):
    grouped = f"{amount:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    assert money_of(grouped) == amount
    assert money_of(f"€ {grouped}") == amount


@given(st.text())
def test_nothing_that_can_be_typed_breaks_a_check(text):
    for kind in Kind:
        problem(kind, text)
    assert percent_of("100") == Decimal(100)
