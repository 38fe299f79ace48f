"""Terms are computed on every page: ten thousand with their steps take well under two seconds."""

from random import Random
from time import process_time

from rulebook.terms import answer, compute
from tests.rulebook.terms.random_items import random_item

TERMS = 10_000


def test_ten_thousand_terms_with_their_steps_in_under_two_seconds() -> None:
    random = Random(7)
    items = [random_item(random) for _ in range(TERMS)]
    started = process_time()
    told = [compute(item["soort"], without_kind(item)).as_json() for item in items]
    assert process_time() - started < 2
    assert len(told) == TERMS


def test_counting_to_the_end_of_time_takes_no_time() -> None:
    started = process_time()
    answer([{"soort": "werkdagen", "vanaf": "0001-01-01", "aantal": 2_500_000}] * 20)
    assert process_time() - started < 2


def without_kind(item: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in item.items() if name != "soort"}
