"""Certificates of conduct around their limits (Norm 1.2.4 with noot 4, 1.7.1.c)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.application.vog import (
    FAULT_WORDS,
    Manager,
    Vog,
    VogFault,
    faults,
    good_until,
    new_for_next_assignment,
    owe_vog,
    renew_by,
    same_name,
    teacher_dated_right,
)

MARIA = Manager(name="Maria de Vries")
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def vog(**given):
    return Vog(**({"issued_on": date(2025, 8, 31), "profile": "60", "name": "Maria de Vries"} | given))


@pytest.mark.parametrize(
    ("issued_on", "audit", "good"),
    [
        (date(2025, 8, 31), date(2026, 2, 28), True),  # six months from the 31st end with February
        (date(2025, 8, 31), date(2026, 3, 1), False),
        (date(2025, 9, 1), date(2026, 3, 1), True),
        (date(2025, 9, 1), date(2026, 3, 2), False),
        (date(2023, 8, 31), date(2024, 2, 29), True),  # a leap year
        (date(2026, 3, 1), date(2026, 3, 1), True),  # issued on the day itself
    ],
)
def test_a_certificate_is_six_months_old_at_most_at_the_audit(issued_on, audit, good):
    found = faults(vog(issued_on=issued_on), MARIA, audit)
    assert found == (() if good else (VogFault.TOO_OLD,))


def test_no_certificate_is_missing():
    assert faults(None, MARIA, date(2026, 1, 1)) == (VogFault.MISSING,)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"profile": "gva"}, VogFault.TENDER),
        ({"profile": "ander"}, VogFault.PROFILE),
        ({"issued_on": date(2026, 1, 2)}, VogFault.FUTURE),
        ({"name": "Jan Bakker"}, VogFault.OTHER_NAME),
    ],
)
def test_what_is_wrong_has_its_own_message(given, fault):
    assert faults(vog(**given), MARIA, date(2026, 1, 1)) == (fault,)


def test_every_fault_is_told_at_once():
    wrong = vog(issued_on=date(2020, 1, 1), profile="gva", name="Jan Bakker")
    assert set(faults(wrong, MARIA, date(2026, 1, 1))) == {
        VogFault.TENDER,
        VogFault.OTHER_NAME,
        VogFault.TOO_OLD,
    }


def test_every_fault_has_words():
    assert set(FAULT_WORDS) == set(VogFault)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria de Vries", "de Vries, Maria"),
        ("M. Gönül", "m gonul"),
        ("JAN BAKKER", "Jan  Bakker"),
    ],
)
def test_the_same_name_written_otherwise(one, other):
    assert same_name(one, other)


def test_another_name_is_another_name():
    assert not same_name("Maria de Vries", "Maria Vries")
    assert not same_name("Ольга Коваль", "Олена Коваль")


@given(days, days)
def test_a_certificate_is_recent_until_its_last_day_and_never_after(issued_on, audit):
    too_old = VogFault.TOO_OLD in faults(vog(issued_on=issued_on), MARIA, audit)
    assert too_old == (audit > good_until(issued_on))


@given(days)
def test_the_yearly_next_comes_after_the_last_audit_that_finds_it_recent(issued_on):
    assert issued_on < good_until(issued_on) < renew_by(issued_on)
    assert timedelta(days=365) <= renew_by(issued_on) - issued_on <= timedelta(days=366)


def test_in_a_language_centre_the_factual_managers_stands_for_that_of_the_board():
    board, leader = Manager(name="Rector"), Manager(name="Leider", leads_centre=True)
    assert owe_vog((board, leader), language_centre=True) == (leader,)
    assert owe_vog((board, leader), language_centre=False) == (board, leader)


def test_without_a_factual_manager_the_board_owes_it_also_in_a_language_centre():
    board = (Manager(name="Rector"), Manager(name="Bestuurder"))
    assert owe_vog(board, language_centre=True) == board


@pytest.mark.parametrize(
    ("issued_on", "started_on", "right"),
    [
        (date(2022, 6, 30), date(2021, 12, 31), True),  # before 2022: dated 30 June 2022 at the latest
        (date(2022, 7, 1), date(2021, 12, 31), False),
        (date(2010, 1, 1), date(2021, 12, 31), True),
        (date(2021, 7, 1), date(2022, 1, 1), True),  # from 2022: six months at most at the start
        (date(2021, 6, 30), date(2022, 1, 1), False),
        (date(2022, 1, 2), date(2022, 1, 1), False),  # dated after the start
        (date(2025, 8, 31), date(2026, 2, 28), True),
        (date(2025, 8, 31), date(2026, 3, 1), False),
    ],
)
def test_the_date_of_a_teachers_certificate(issued_on, started_on, right):
    assert teacher_dated_right(issued_on, started_on) is right


@given(days, days)
def test_for_who_started_from_2022_it_is_never_dated_after_the_start(issued_on, started_on):
    if started_on >= date(2022, 1, 1) and issued_on > started_on:
        assert not teacher_dated_right(issued_on, started_on)


@pytest.mark.parametrize(
    ("ended_on", "starts_on", "new"),
    [
        (date(2026, 1, 31), date(2026, 4, 29), False),
        (date(2026, 1, 31), date(2026, 4, 30), True),  # three months are no longer 'less than three'
        (date(2026, 3, 1), date(2026, 3, 2), False),
    ],
)
def test_a_next_assignment_within_three_months_needs_no_new_one(ended_on, starts_on, new):
    assert new_for_next_assignment(ended_on, starts_on) is new
