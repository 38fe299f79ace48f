"""The terms against the slow day-by-day reference, on made-up items around every limit."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rulebook.terms import TermError, compute
from rulebook.terms.calendar import is_free_day
from tests.reference.terms import reckon
from tests.rulebook.terms.random_items import random_item

made_up = st.randoms(use_true_random=False).map(random_item)
few = settings(max_examples=150, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
many = settings(max_examples=10_000, suppress_health_check=list(HealthCheck), database=None)
any_day = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
short = st.integers(0, 400)


def without_kind(item: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != "soort"}


def agrees(item: Mapping[str, Any]) -> None:
    term = compute(item["soort"], without_kind(item))
    told = term.as_json()
    assert told.pop("stappen")
    assert told == reckon(item)
    assert term.before_moving <= term.last_day
    assert not term.moved or not is_free_day(term.last_day)


@few
@given(made_up)
def test_term_is_that_of_the_reference(item: dict[str, Any]) -> None:
    agrees(item)


@pytest.mark.proof
@many
@given(made_up)
def test_term_is_that_of_the_reference_for_many(item: dict[str, Any]) -> None:
    agrees(item)


@pytest.mark.proof
def test_term_is_that_of_the_reference_for_a_hundred_thousand() -> None:
    random = Random(20251128)
    for _ in range(100_000):
        agrees(random_item(random))


@few
@given(st.sampled_from(("dagen", "weken", "maanden", "werkdagen")), any_day, short)
def test_calendar_ends_where_that_of_the_reference_ends(kind: str, start: str, count: int) -> None:
    item = {"soort": kind, "vanaf": start, "aantal": count}
    try:
        expected = reckon(item)
    except OverflowError:
        with pytest.raises(TermError, match="9999"):
            compute(kind, without_kind(item))
    else:
        assert compute(kind, without_kind(item)).as_json()["laatste_dag"] == expected["laatste_dag"]


@few
@given(made_up)
def test_one_more_equated_day_never_makes_a_term_end_earlier(item: dict[str, Any]) -> None:
    term = compute(item["soort"], without_kind(item))
    later = compute(item["soort"], without_kind(item), equated=frozenset({term.last_day}))
    assert later.last_day >= term.last_day


@few
@given(made_up.filter(lambda item: item.get("opschortingen")))
def test_order_of_the_suspensions_makes_no_difference(item: dict[str, Any]) -> None:
    backwards = {**item, "opschortingen": item["opschortingen"][::-1]}
    one, other = (compute(item["soort"], without_kind(each)) for each in (item, backwards))
    assert one.last_day == other.last_day


@few
@given(made_up.filter(lambda item: item["soort"] == "bezwaar"))
def test_objecting_earlier_is_never_later(item: dict[str, Any]) -> None:
    """Who objects in time is in time a day earlier too, as long as that is after sending."""
    facts = without_kind(item)
    if compute("bezwaar", facts).in_time and facts["ontvangen_op"] > facts["verzonden_op"]:
        earlier = (date.fromisoformat(facts["ontvangen_op"]) - timedelta(days=1)).isoformat()
        posted = facts.get("gepost_op")
        told = compute(
            "bezwaar", {**facts, "ontvangen_op": earlier, "gepost_op": posted and min(posted, earlier)}
        )
        assert told.in_time
