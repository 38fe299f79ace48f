"""What holds for every graph: rings end, family is mutual, half is no control, less ties find no more."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from rulebook.persons.connected import connected
from rulebook.persons.control import Controlled
from rulebook.persons.family import family_of
from rulebook.persons.graph import Graph, View
from rulebook.persons.owners import interests, owners_of
from rulebook.persons.ties import (
    Agreement,
    Employment,
    Holding,
    Kinship,
    Management,
    Node,
    Relation,
    Role,
    Stake,
)
from tests.rulebook.persons.build import DAY

PEOPLE, BODIES = ("A", "B", "C", "D"), ("V", "W", "X", "Y", "Z")
NODES = [Node(name, name, natural=True) for name in PEOPLE] + [
    Node(name, name, natural=False) for name in BODIES
]
people, bodies, anyone = st.sampled_from(PEOPLE), st.sampled_from(BODIES), st.sampled_from(PEOPLE + BODIES)
percents = st.sampled_from(
    [Decimal(each) for each in ("10", "24.99", "25", "30", "50", "50.01", "60", "100")]
)
dates = st.sampled_from([None, DAY.replace(year=2020)])
ties = st.one_of(
    st.builds(Stake, anyone, bodies, st.sampled_from(Holding), percents, until=dates),
    st.builds(Employment, bodies, people, until=dates),
    st.builds(Role, people, bodies, st.sampled_from(Management), until=dates),
    st.builds(Agreement, st.frozensets(anyone, min_size=2, max_size=3), bodies),
    st.builds(Kinship, people, st.sampled_from(Relation), people, until=dates).filter(
        lambda t: t.person != t.other
    ),
)
graphs = st.lists(ties, max_size=14).map(lambda all_ties: Graph.of(NODES, all_ties))


@settings(max_examples=300, deadline=None)
@given(graphs, anyone, st.data())
def test_taking_a_tie_away_connects_nobody_more(graph, start, data):
    if not graph.ties:
        return
    left_out = data.draw(st.integers(0, len(graph.ties) - 1))
    fewer = Graph(graph.nodes, graph.ties[:left_out] + graph.ties[left_out + 1 :])
    assert _targets(fewer, start) <= _targets(graph, start)


@settings(max_examples=300, deadline=None)
@given(graphs, people, people)
def test_family_is_mutual_and_in_the_same_degree(graph, one, other):
    view = View(graph, DAY)
    there, back = family_of(view, one).get(other), family_of(view, other).get(one)
    assert (there and there.degree) == (back and back.degree)


@settings(max_examples=300, deadline=None)
@given(graphs, anyone)
def test_whoever_is_connected_is_so_by_a_path_that_ends_there(graph, start):
    for each in connected(graph, start, DAY):
        assert each.target != start
        assert each.steps
        assert each.target in {step.target for step in each.steps} | {step.source for step in each.steps}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.builds(Stake, anyone, bodies, st.sampled_from(Holding), st.just(Decimal(50))),
        unique_by=lambda t: t.body,
    )
)
def test_halves_alone_give_nobody_control(stakes):
    view = View(Graph.of(NODES, stakes), DAY)
    assert not any(Controlled(view, {name}).bodies for name in PEOPLE + BODIES)


@settings(max_examples=300, deadline=None)
@given(graphs, bodies)
def test_every_owner_has_a_reason_and_nobody_more_than_all(graph, body):
    view = View(graph, DAY)
    for owner in owners_of(view, body):
        assert owner.reasons
        assert owner.steps
    assert all(0 < part <= 100 for part in interests(view, body, Holding.SHARES).values())


def _targets(graph, start):
    return {each.target for each in connected(graph, start, DAY)}
