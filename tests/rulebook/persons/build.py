"""A graph in a few words: `P("Anna")` a person, `B("Brug")` a body; ids are the names."""

from datetime import date
from decimal import Decimal

from rulebook.persons.connected import Connection, connected
from rulebook.persons.graph import Graph, View
from rulebook.persons.ties import (
    ActualControl,
    Agreement,
    Employment,
    Holding,
    Kinship,
    Management,
    Node,
    Relation,
    Role,
    Stake,
    Tie,
)

DAY = date(2026, 11, 1)


def holds(holder, body, percent, what=Holding.SHARES, **dates) -> Stake:
    return Stake(holder, body, what, Decimal(str(percent)), **dates)


def manages(person, body, role=Management.REGISTERED, **dates) -> Role:
    return Role(person, body, role, **dates)


def kin(person, relation, other, **dates) -> Kinship:
    return Kinship(person, relation, other, **dates)


def employs(employer, employee, **dates) -> Employment:
    return Employment(employer, employee, **dates)


def together(body, *parties, **dates) -> Agreement:
    return Agreement(frozenset(parties), body, **dates)


def decides(person, body, how="volmacht") -> ActualControl:
    return ActualControl(person, body, how)


def graph(people: str, bodies: str, *ties: Tie) -> Graph:
    nodes = [Node(name, name, natural=True) for name in people.split()]
    nodes += [Node(name, name, natural=False) for name in bodies.split()]
    return Graph.of(nodes, ties)


def view(people: str, bodies: str, *ties: Tie, former=False) -> View:
    return View(graph(people, bodies, *ties), DAY, former=former)


def connections(known: Graph, start: str, day=DAY) -> dict[str, Connection]:
    return {each.target: each for each in connected(known, start, day)}


__all__ = ["DAY", "Holding", "Management", "Relation"]
