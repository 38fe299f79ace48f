"""The periods of one holder, the cycle of four, and the conditions of the fixed term."""

from datetime import date
from decimal import Decimal

import pytest

from rulebook.kernel.period import PeriodError
from rulebook.lifecycle.conditions import Conditions, excesses, is_wider
from rulebook.lifecycle.cycle import cycle_year, periods_of, start_of_cycle


def test_periods_follow_each_other_to_the_one_that_holds_the_day() -> None:
    found = periods_of(date(2024, 9, 1), date(2026, 8, 31), {})
    assert [(each.first, each.last) for each in found] == [
        (date(2024, 9, 1), date(2025, 8, 31)),
        (date(2025, 9, 1), date(2026, 8, 31)),
    ]
    assert len(periods_of(date(2024, 9, 1), date(2026, 9, 1), {})) == 3
    assert len(periods_of(date(2024, 9, 1), date(2024, 9, 1), {})) == 1


def test_an_extended_period_moves_those_that_follow() -> None:
    found = periods_of(date(2024, 1, 1), date(2026, 1, 1), {date(2024, 1, 1): date(2025, 3, 31)})
    assert [each.first for each in found] == [date(2024, 1, 1), date(2025, 4, 1)]
    assert found[1].last == date(2026, 3, 31)


def test_a_period_can_be_extended_by_sixteen_months_at_most() -> None:
    longest = periods_of(date(2024, 1, 1), date(2025, 1, 1), {date(2024, 1, 1): date(2026, 3, 31)})
    assert longest[0].last == date(2026, 3, 31)
    with pytest.raises(PeriodError):
        periods_of(date(2024, 1, 1), date(2025, 1, 1), {date(2024, 1, 1): date(2026, 8, 31)})
    with pytest.raises(PeriodError):
        periods_of(date(2024, 1, 2), date(2025, 1, 1), {})


@pytest.mark.parametrize(("number", "year"), [(0, 1), (1, 2), (2, 3), (3, 4), (4, 1), (7, 4), (8, 1)])
def test_every_fifth_period_starts_a_new_cycle(number: int, year: int) -> None:
    periods = periods_of(date(2020, 4, 1), date(2020 + number, 4, 1), {})
    assert len(periods) == number + 1
    assert cycle_year(number) == year
    assert start_of_cycle(periods) == date(2020 + number // 4 * 4, 4, 1)


def test_the_cycle_counts_periods_not_calendar_years() -> None:
    """With one extended period the fourth ends later; it is still year four."""
    periods = periods_of(date(2024, 1, 1), date(2028, 3, 1), {date(2025, 1, 1): date(2026, 3, 31)})
    assert len(periods) == 4
    assert periods[-1].last == date(2028, 3, 31)
    assert start_of_cycle(periods) == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("learners", "turnover", "over"),
    [
        (60, Decimal("250000.00"), []),
        (61, Decimal("250000.00"), ["Cursisten"]),
        (60, Decimal("250000.01"), ["omzet"]),
        (61, Decimal("250000.01"), ["Cursisten", "omzet"]),
        (61, None, ["Cursisten"]),
        (0, None, []),
    ],
)
def test_a_delivery_goes_over_a_condition_by_one_or_by_a_cent(
    learners: int, turnover: Decimal | None, over: list[str]
) -> None:
    found = excesses(Conditions(60, Decimal(250000)), learners=learners, turnover=turnover)
    assert [each.what for each in found] == over
    assert all(each.found > each.most for each in found)


def test_without_limits_nothing_is_over() -> None:
    assert excesses(Conditions(None, None), learners=10**6, turnover=Decimal(10**9)) == ()


@pytest.mark.parametrize(
    ("new", "wider"),
    [
        ((61, 250000), True),
        ((60, 250001), True),
        ((None, 250000), True),
        ((None, None), True),
        ((60, 250000), False),
        ((61, 249999), False),
        ((59, 300000), False),
    ],
)
def test_wider_is_nothing_narrower_and_something_more(
    new: tuple[int | None, int | None], wider: bool
) -> None:
    turnover = None if new[1] is None else Decimal(new[1])
    assert is_wider(Conditions(new[0], turnover), Conditions(60, Decimal(250000))) is wider


def test_a_limit_where_there_was_none_is_narrower() -> None:
    assert not is_wider(Conditions(100, None), Conditions(None, None))
    assert not is_wider(Conditions(100, None), Conditions(None, Decimal(1)))
