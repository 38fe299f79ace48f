"""Rules that hold for the tables as a whole, whatever the history."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.lifecycle.duties import AFTER_WITHDRAWAL, BURDENS, DURING_SUSPENSION, SUSPENSION_CODES
from rulebook.lifecycle.events import Event, ObjectionEvent, PlanEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Attempt, due_by_law, obstacles, options, target_of
from rulebook.lifecycle.pieces import (
    Actor,
    After,
    Before,
    DecisionKind,
    Heard,
    Hearing,
    Parameter,
    Transition,
)
from rulebook.lifecycle.record import SUSPENDING, WITHDRAWING
from rulebook.lifecycle.states import Mark, Standing, State, held_states
from rulebook.lifecycle.table import CERTIFICATE, OBJECTION, PLAN, Table
from rulebook.lifecycle.wording import TERMS, UNITS
from rulebook.terms.term import Kind

TABLES = {"keurmerk": CERTIFICATE, "plan": PLAN, "bezwaar": OBJECTION}
SUSPENDED = held_states(standings=[Standing.INQUIRY, Standing.SANCTION])
FIXED = held_states([Mark.FIXED, Mark.EXTENDED])
WITHDRAWN = {State.WITHDRAWN, State.WITHDRAWN_FOR_A_TIME, State.WITHDRAWN_AT_REQUEST}
COURT = {Event.ANNUL, Event.STAY, Event.REVIVE, Event.CORRECT_LAPSE}
FAVOURS = {Event.COMPENSATE, Event.BE_LENIENT, Event.EXEMPT}
FACTS = st.dictionaries(st.sampled_from(sorted(Fact)), st.booleans())
OWN_KINDS = {Parameter.UNTIL.value}
KINDS = {kind.value for kind in Kind} | OWN_KINDS


def leads_to(state: State, event: Event) -> State:
    found = target_of(CERTIFICATE.cells[state, event].target, state, before=State.NONE, after=State.NONE)
    assert isinstance(found, State)
    return found


def cells() -> list[tuple[State, Event]]:
    """Those of the certificate, without what only returns to an earlier state."""
    return [(state, Event(event)) for state, event in CERTIFICATE.cells if event not in COURT]


def test_nobody_is_suspended_without_hearing_or_urgency() -> None:
    into = [cell for cell in cells() if leads_to(*cell) in SUSPENDED and cell[0] not in SUSPENDED]
    assert into
    for cell in into:
        assert CERTIFICATE.cells[cell].hearing in {Hearing.REQUIRED, Hearing.UNLESS_URGENT}
        assert CERTIFICATE.cells[cell].event in SUSPENDING


def test_a_sanction_is_never_without_a_hearing() -> None:
    for (_, event), row in CERTIFICATE.cells.items():
        assert (row.hearing is Hearing.REQUIRED) == (event is Event.SUSPEND_AS_SANCTION)


def test_only_a_signed_decision_takes_a_certificate_away() -> None:
    """Save that a fixed term runs out by itself."""
    for state, event in cells():
        row = CERTIFICATE.cells[state, event]
        if state.held and not leads_to(state, event).held and event is not Event.LAPSE:
            assert row.by is Actor.DECIDER
            assert row.decision is not None
            assert row.decision.objectionable
            assert event in WITHDRAWING or event is Event.NOT_GRANT


def test_withdrawn_is_reached_from_a_held_certificate_only() -> None:
    into = {(state, event) for state, event in cells() if leads_to(state, event) in WITHDRAWN}
    assert {state for state, _ in into} == held_states()
    assert {event for _, event in into} == WITHDRAWING


def test_suspended_is_reached_only_where_something_is_held_in_the_same_mark() -> None:
    for state, event in cells():
        target = leads_to(state, event)
        if target in SUSPENDED and event is not Event.EXTEND:
            assert state.held is not None
            assert target.held is not None
            assert state.held[0] is target.held[0]


def test_the_fixed_term_knows_no_compensation_leniency_or_exemption() -> None:
    for event in FAVOURS:
        assert CERTIFICATE.sources_of(event).isdisjoint(FIXED)


def test_the_fixed_term_is_extended_once() -> None:
    assert CERTIFICATE.sources_of(Event.EXTEND) == held_states([Mark.FIXED])
    assert all(
        leads_to(state, Event.EXTEND) in held_states([Mark.EXTENDED]) for state in held_states([Mark.FIXED])
    )


def test_a_certificate_starts_fixed_and_becomes_indefinite_only_by_grant() -> None:
    indefinite = held_states([Mark.INDEFINITE])
    for state, event in cells():
        target = leads_to(state, event)
        if target in indefinite and state not in indefinite:
            assert event is Event.GRANT
        if target.held and not state.held:
            assert (event, target) == (Event.GRANT_FIXED, State.FIXED)


def test_a_warning_is_no_decision_to_object_to_and_five_kinds_are() -> None:
    objectionable = {row.decision for row in CERTIFICATE.rows if row.decision and row.decision.objectionable}
    assert not DecisionKind.WARNING.objectionable
    assert objectionable == {
        DecisionKind.LEFT_ASIDE,
        DecisionKind.GRANT_FIXED,
        DecisionKind.EXTENSION,
        DecisionKind.GRANT,
        DecisionKind.REJECTION,
        DecisionKind.NOT_GRANTED,
        DecisionKind.INQUIRY,
        DecisionKind.PROLONGED_INQUIRY,
        DecisionKind.SANCTION,
        DecisionKind.WITHDRAWAL,
        DecisionKind.WITHDRAWAL_FOR_A_TIME,
        DecisionKind.WITHDRAWAL_AT_REQUEST,
    }
    assert all(kind.words for kind in DecisionKind)


def test_every_decision_is_signed_and_what_is_signed_is_a_decision() -> None:
    for table in TABLES.values():
        for row in table.rows:
            assert (row.by is Actor.DECIDER) == (row.decision is not None), row.event


def test_every_kind_of_decision_is_taken_somewhere() -> None:
    taken = {row.decision for table in TABLES.values() for row in table.rows}
    assert taken == {None, *DecisionKind}


def test_every_event_is_in_its_table() -> None:
    for table, events in ((CERTIFICATE, Event), (PLAN, PlanEvent), (OBJECTION, ObjectionEvent)):
        assert {row.event for row in table.rows} == set(events)


def test_every_state_can_be_reached_and_none_but_the_last_is_left_alone() -> None:
    reached = {State.NONE} | {leads_to(state, event) for state, event in cells()}
    assert reached == set(State)
    assert all(CERTIFICATE.events_from(state) for state in State)


def test_withdrawal_and_the_end_of_a_fixed_term_end_everything_that_runs() -> None:
    for state, event in cells():
        if state.held and not leads_to(state, event).held:
            assert CERTIFICATE.cells[state, event].ends == ("alle",)


def test_standing_duties_of_suspension_end_however_it_ends() -> None:
    standing = set(SUSPENSION_CODES)
    assert standing == {duty.code for duty in DURING_SUSPENSION if duty.while_it_lasts}
    for state, event in CERTIFICATE.cells:
        row = CERTIFICATE.cells[state, event]
        away = isinstance(row.target, Before) or leads_to(state, Event(event)) not in SUSPENDED
        if state in SUSPENDED and away and event is not Event.REVIVE:
            assert "alle" in row.ends or standing <= set(row.ends), event


def test_an_annulled_or_stayed_decision_takes_its_burdens_along_but_not_the_fixed_term() -> None:
    burdens = {duty.code for duty in (*DURING_SUSPENSION, *AFTER_WITHDRAWAL)}
    assert burdens <= set(BURDENS)
    for row in CERTIFICATE.rows:
        if row.event in {Event.ANNUL, Event.STAY}:
            assert set(BURDENS) <= set(row.ends)
            assert "bepaalde_tijd" not in row.ends
            assert "alle" not in row.ends


def test_a_direct_end_follows_a_bad_classroom_only_for_the_fixed_term() -> None:
    """§6.2.2: no improvement plan for who holds for a fixed term; for others only after it failed."""
    known = {Fact.CLASSROOM_FAILED: True, Fact.PLAN_MISSED: False}
    grounds = {
        state: [
            ground.code
            for ground in CERTIFICATE.cells[state, Event.WITHDRAW].grounds
            if ground.source == "§6.2.2" and all(known.get(need.fact) is need.wanted for need in ground.needs)
        ]
        for state in held_states()
    }
    assert all(
        found == (["toezicht_bepaalde_tijd"] if state in FIXED else []) for state, found in grounds.items()
    )
    asked = next(ground for ground in PLAN.rows[0].grounds if ground.code == "toezicht_in_de_klas")
    assert Fact.HOLDS_INDEFINITELY in {need.fact for need in asked.needs}


def test_every_term_is_of_a_kind_that_can_be_computed() -> None:
    for table in TABLES.values():
        for row in table.rows:
            assert {rule.kind for rule in row.starts} <= KINDS & {*TERMS, *UNITS}, row.event
            assert {duty.kind for duty in row.duties} <= KINDS, row.event


@pytest.mark.parametrize("table", TABLES)
def test_every_row_says_where_it_stands_and_what_it_is(table: str) -> None:
    for row in TABLES[table].rows:
        assert row.source
        assert row.text.endswith(".")
        assert all(ground.source and ground.text.endswith(".") for ground in row.grounds)
        assert all(duty.source and duty.text.endswith(".") for duty in row.duties)
        assert all(rule.source and not rule.text.endswith(".") for rule in row.starts)
        assert len({ground.code for ground in row.grounds}) == len(row.grounds)
        assert len({need.fact for need in row.needs}) == len(row.needs)


@given(state=st.sampled_from(sorted(State)), known=FACTS)
def test_at_most_one_thing_happens_by_itself_and_lapse_goes_first(
    state: State, known: dict[Fact, bool]
) -> None:
    """A fixed term and a suspension can end on one day; then the certificate has lapsed, and nothing else."""
    due = due_by_law(CERTIFICATE, state, known)
    happens = {
        event
        for event in CERTIFICATE.events_from(state)
        if CERTIFICATE.cells[state, event].by is Actor.LAW
        and not obstacles(CERTIFICATE, state, known, Attempt(event=event, by=Actor.LAW))
    }
    assert happens <= {Event.LAPSE, Event.SUSPENSION_ENDS}
    assert due is None if not happens else due is not None
    if due is not None:
        assert due.event == (Event.LAPSE if Event.LAPSE in happens else Event.SUSPENSION_ENDS)


@pytest.mark.parametrize("table", ["plan", "bezwaar"])
def test_plan_and_objection_know_one_thing_by_itself_per_state(table: str) -> None:
    rows = TABLES[table].cells.items()
    by_law = [state for (state, _), row in rows if row.by is Actor.LAW]
    assert len(set(by_law)) == len(by_law) == 1


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(sorted(Event)), FACTS, st.sampled_from(Heard), st.sampled_from(Actor)),
        max_size=40,
    ),
    picks=st.randoms(use_true_random=False),
)
def test_no_history_leaves_the_law(steps: list[tuple[Event, dict[Fact, bool], Heard, Actor]], picks) -> None:
    """Random attempts on all grounds: what is refused changes nothing, what goes leads along a row."""
    state, extended = State.NONE, 0
    for event, known, heard, by in steps:
        row = CERTIFICATE.find(state, event)
        codes = [ground.code for ground in row.grounds] if row else []
        chosen = tuple(picks.sample(codes, min(len(codes), 1)))
        attempt = Attempt(event=event, by=by, grounds=chosen, heard=heard, parameters=tuple(Parameter))
        if row is None or obstacles(CERTIFICATE, state, known, attempt):
            continue
        assert state in row.sources
        if isinstance(row.target, Before | After):
            continue
        state, before = leads_to(state, event), state
        extended += event is Event.EXTEND
        assert not (state in SUSPENDED and before not in SUSPENDED and heard in {Heard.NO, Heard.OWN_DATA})
        assert extended <= 1 or State.APPLICATION in {before, state} or event is not Event.EXTEND
        if event is Event.GRANT_FIXED:
            extended = 0


@given(state=st.sampled_from(sorted(State)), known=FACTS)
def test_what_is_offered_as_possible_goes_for_somebody(state: State, known: dict[Fact, bool]) -> None:
    for option in options(CERTIFICATE, state, known):
        row = option.transition
        fitting = [
            ground.code
            for ground in row.grounds
            if all(known.get(need.fact) is need.wanted for need in ground.needs)
        ]
        attempt = Attempt(
            event=row.event,
            by=row.by,
            grounds=tuple(fitting[:1]),
            heard=Heard.YES,
            parameters=row.parameters,
        )
        assert option.possible == (not obstacles(CERTIFICATE, state, known, attempt))


def test_why_not_says_the_missing_fact_in_words() -> None:
    attempt = Attempt(event=Event.END_WARNING, by=Actor.STAFF)
    (unknown,) = obstacles(CERTIFICATE, State.INDEFINITE_WARNED, {}, attempt)
    (untrue,) = obstacles(CERTIFICATE, State.INDEFINITE_WARNED, {Fact.RECOVERED: False}, attempt)
    assert unknown.text == f"Nog niet vastgesteld: {Fact.RECOVERED.statement}"
    assert untrue.text == f"Nodig is: {Fact.RECOVERED.statement}"
    known = {Fact.INQUIRY_DONE: True, Fact.SUSPENSION_OVER: False}
    prolong = Attempt(
        event=Event.PROLONG_SUSPENSION, by=Actor.DECIDER, heard=Heard.YES, parameters=(Parameter.MONTHS,)
    )
    (in_the_way,) = obstacles(CERTIFICATE, State.FIXED_INQUIRY, known, prolong)
    assert in_the_way.text == f"In de weg staat: {Fact.INQUIRY_DONE.statement}"


def test_rows_do_not_share_a_pair_across_the_parts_of_the_table() -> None:
    pairs = [(state, row.event) for row in CERTIFICATE.rows for state in row.sources]
    assert len(pairs) == len(set(pairs)) == len(CERTIFICATE.cells)


def test_the_parts_of_a_row_cannot_be_changed_by_accident() -> None:
    row: Transition[State] = CERTIFICATE.rows[0]
    with pytest.raises(AttributeError):
        row.by = Actor.LAW  # type: ignore[misc]
    assert isinstance(CERTIFICATE, Table)
    assert list(itertools.islice(CERTIFICATE.cells, 1)) == [(State.NONE, Event.CONCLUDE_AGREEMENT)]
