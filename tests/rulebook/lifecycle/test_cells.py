"""Every cell of the three tables: it goes on each of its grounds, and not without what it needs."""

from collections import defaultdict

import pytest

from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.pieces import Actor
from tests.rulebook.lifecycle.cell_files import Example, cells, consequences, examples
from tests.rulebook.lifecycle.checks import of_example, of_grounds
from tests.rulebook.lifecycle.engine import TABLES, Engine

ENGINE = Engine()
NEVER_A_NEED = {
    Fact.RELATED_HELD_BEFORE: "part of eerder_houder",
    Fact.AUDIT_IN_TIME: "part of meetperiode_te_beoordelen",
    Fact.SURVEY_IN_TIME: "part of meetperiode_te_beoordelen",
    Fact.COMMITTEE_REPORTED: "moves the decision term on objection to twelve weeks",
}


def by_story() -> dict[str, list[Example]]:
    found = defaultdict(list)
    for example in examples():
        found[example.story].append(example)
    return found


@pytest.mark.parametrize("story", by_story())
def test_what_the_story_tells_goes_and_only_then(story: str) -> None:
    assert [told for example in by_story()[story] for told in of_example(ENGINE, example)] == []


def test_every_cell_has_an_example_and_every_example_a_cell() -> None:
    inside = {
        (table, state.value, event.value) for table in TABLES for state, event in ENGINE.of(table).cells
    }
    assert set(cells()) == inside


@pytest.mark.parametrize("table", TABLES)
def test_every_need_and_every_ground_has_an_example(table: str) -> None:
    """With the fact as it must be; the example shows that the other way round is an obstacle."""
    for (state, event), row in ENGINE.of(table).cells.items():
        told = cells()[table, state.value, event.value]
        for need in row.needs:
            assert all(example.facts[need.fact.value] is need.wanted for example in told), event
        grounds = {example.ground: example.facts for example in told if example.ground}
        assert set(grounds) == {ground.code for ground in row.grounds}
        for ground in row.grounds:
            wanted = {need.fact.value: need.wanted for need in ground.needs}
            assert wanted.items() <= grounds[ground.code].items()


def test_grounds_are_chosen_and_offered_as_they_are_present() -> None:
    assert list(of_grounds(ENGINE)) == []


def test_each_way_of_hearing_and_each_actor_is_needed_somewhere() -> None:
    assert {example.heard for example in examples()} == {
        ("niet", "gehoord", "spoed", "eigen_gegevens"),
        ("gehoord", "spoed"),
        ("gehoord", "eigen_gegevens"),
        ("gehoord",),
    }
    assert {example.by for example in examples()} == set(Actor)


def test_facts_are_asked_somewhere_or_say_why_not() -> None:
    asked = {fact for example in examples() for fact in example.facts}
    left = {fact for fact in Fact if fact.value not in asked}
    assert left <= NEVER_A_NEED.keys()
    assert all(fact.statement.endswith(".") for fact in Fact)
    assert set(Fact) > DERIVED


def test_every_list_of_consequences_is_used() -> None:
    """The duties of a law are told once; each list belongs to some cell."""
    told = [example.follows["taken"] for example in examples()]
    assert all(sorted(duties) in told for duties in consequences().values())


def test_what_ends_was_started_somewhere() -> None:
    for table in TABLES:
        rows = ENGINE.of(table).rows
        started = {rule.code for row in rows for rule in row.starts}
        started |= {duty.code for row in rows for duty in row.duties}
        assert {code for row in rows for code in row.ends} <= started | {"alle"}
