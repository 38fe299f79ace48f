"""All pairs of a state and an event: those in the tables are the reference's, all others are impossible."""

import itertools

import pytest

from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Attempt, ground_of, obstacles, target_of
from rulebook.lifecycle.pieces import Actor, Become, Before, Keep, Stand, To, Transition
from rulebook.lifecycle.states import Mark, Standing, State, held_states, state_of
from rulebook.lifecycle.table import CERTIFICATE, Table
from tests.rulebook.lifecycle.checks import of_pair, of_undone_decisions
from tests.rulebook.lifecycle.engine import TABLES, Engine

ENGINE = Engine()
STATES = [(table, state) for table in TABLES for state in ENGINE.all_states(table)]


@pytest.mark.parametrize(("table", "state"), STATES, ids=str)
def test_from_here_only_what_the_reference_says(table: str, state: str) -> None:
    assert [told for event in ENGINE.all_events(table) for told in of_pair(ENGINE, table, state, event)] == []


def test_there_are_as_many_pairs_in_as_out_as_we_think() -> None:
    counted = {
        table: (
            len(ENGINE.of(table).cells),
            len(list(itertools.product(ENGINE.all_states(table), ENGINE.all_events(table)))),
        )
        for table in TABLES
    }
    assert counted == {"keurmerk": (212, 770), "plan": (16, 110), "bezwaar": (37, 304)}


def test_an_event_of_another_table_is_not_in_this_one() -> None:
    for table, other in itertools.permutations(TABLES, 2):
        for state, event in itertools.product(ENGINE.all_states(table), ENGINE.all_events(other)):
            if event not in ENGINE.all_events(table):
                foreign = Attempt(event=ENGINE.event(other, event), by=Actor.STAFF)
                found = obstacles(ENGINE.of(table), ENGINE.state(table, state), {}, foreign)
                assert [each.code for each in found] == ["niet_in_tabel"]


def test_an_impossible_event_says_what_the_status_is() -> None:
    (told,) = obstacles(CERTIFICATE, State.LAPSED, {}, Attempt(event=Event.WITHDRAW, by=Actor.DECIDER))
    assert told.text == "Dit kan niet zolang de status is: Keurmerk voor bepaalde tijd afgelopen."


def test_undone_and_revived_decisions_bring_the_duties_of_the_state_that_holds() -> None:
    assert list(of_undone_decisions(ENGINE)) == []


def test_two_rows_for_one_pair_do_not_load() -> None:
    row = Transition(
        event=Event.APPLY,
        text="",
        sources=frozenset({State.NONE}),
        target=To(State.APPLICATION),
        by=Actor.SCHOOL,
        source="",
    )
    with pytest.raises(ValueError, match="two rows for aanvragen from geen"):
        Table((row, row))


@pytest.mark.parametrize("state", State)
def test_targets_stay_among_the_states(state: State) -> None:
    """A standing or another mark exists only where something is held; what is undone must be given."""
    targets = [Keep(), To(State.WITHDRAWN), *map(Stand, Standing), *map(Become, Mark)]
    for target in targets:
        if state.held or isinstance(target, Keep | To):
            assert target_of(target, state) in State
        else:
            with pytest.raises(ValueError, match="no certificate is held"):
                target_of(target, state)
    with pytest.raises(ValueError, match="needs the decision"):
        target_of(Before(), state)


def test_held_states_are_every_mark_in_every_standing() -> None:
    assert len(held_states()) == 12
    assert {state.held for state in held_states()} == set(itertools.product(Mark, Standing))
    assert all(state_of(*state.held) is state for state in held_states() if state.held)
    assert sum(state.held is None for state in State) == 10


def test_unknown_ground_is_refused() -> None:
    row = CERTIFICATE.cells[State.FIXED, Event.WITHDRAW]
    assert ground_of(row, "normen").needs[0].fact is Fact.NORM_FAILED
    with pytest.raises(LookupError, match="no ground zomaar"):
        ground_of(row, "zomaar")


def test_where_an_event_can_happen_at_all() -> None:
    assert CERTIFICATE.sources_of(Event.CORRECT_LAPSE) == {State.LAPSED}
    assert CERTIFICATE.events_from(State.NONE) == (Event.CONCLUDE_AGREEMENT,)
