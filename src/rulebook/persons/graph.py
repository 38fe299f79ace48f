"""All that is known, and the part of it that counts on one day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rulebook.persons.ties import (
    ActualControl,
    Agreement,
    Employment,
    Kinship,
    Node,
    Relation,
    Role,
    Stake,
    Tie,
)

AFFINITY = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER})
"""Affinity comes from marriage and registered partnership, and does not end with them (BW 1:3)."""
PARTNERS = AFFINITY | {Relation.COHABITANT}


@dataclass(frozen=True)
class Graph:
    nodes: Mapping[str, Node]
    ties: tuple[Tie, ...]

    @classmethod
    def of(cls, nodes: Iterable[Node], ties: Iterable[Tie]) -> "Graph":
        return cls({node.id: node for node in nodes}, tuple(ties))


class View:
    """The ties that run on a day; with `former` those that ended too. Ties to unknown nodes are left out."""

    def __init__(self, graph: Graph, day: date, *, former: bool = False) -> None:
        self.nodes = graph.nodes
        known = [tie for tie in graph.ties if tie.began_by(day) and self._knows(tie)]
        counting = [tie for tie in known if former or tie.runs_on(day)]
        self.stakes = _by(tie for tie in counting if isinstance(tie, Stake))
        self.held = _by_holder(tie for tie in counting if isinstance(tie, Stake))
        self.employments = [tie for tie in counting if isinstance(tie, Employment)]
        self.roles = [tie for tie in counting if isinstance(tie, Role)]
        self.controls = [tie for tie in counting if isinstance(tie, ActualControl)]
        self.agreements = [tie for tie in counting if isinstance(tie, Agreement)]
        self.relatives = _relatives(tie for tie in counting if isinstance(tie, Kinship))
        self.married = _relatives(
            tie for tie in known if isinstance(tie, Kinship) and tie.relation in AFFINITY
        )

    def name(self, node: str) -> str:
        return self.nodes[node].name

    def is_natural(self, node: str) -> bool:
        return self.nodes[node].natural

    def joint(self, body: str, members: Iterable[str]) -> frozenset[str]:
        """Who act together in this body with one of these, themselves included."""
        found = set(members)
        while True:
            more = {
                party
                for each in self.agreements
                if each.body == body and each.parties & found
                for party in each.parties
            }
            if more <= found:
                return frozenset(found)
            found |= more

    def _knows(self, tie: Tie) -> bool:
        return all(node in self.nodes for node in ends_of(tie))


def ends_of(tie: Tie) -> tuple[str, ...]:
    """The nodes that a tie names."""
    match tie:
        case Stake(holder=one, body=other) | ActualControl(holder=one, body=other):
            return one, other
        case Employment(employer=one, employee=other):
            return one, other
        case Role(person=one, body=other) | Kinship(person=one, other=other):
            return one, other
        case Agreement(parties=parties, body=body):
            return (*sorted(parties), body)


def _by(stakes: Iterable[Stake]) -> dict[str, list[Stake]]:
    found: dict[str, list[Stake]] = {}
    for stake in stakes:
        found.setdefault(stake.body, []).append(stake)
    return found


def _by_holder(stakes: Iterable[Stake]) -> dict[str, list[Stake]]:
    found: dict[str, list[Stake]] = {}
    for stake in stakes:
        found.setdefault(stake.holder, []).append(stake)
    return found


def _relatives(kinships: Iterable[Kinship]) -> dict[str, list[tuple[Relation, str]]]:
    """Per person: what each relative is of that person."""
    found: dict[str, list[tuple[Relation, str]]] = {}
    for tie in kinships:
        found.setdefault(tie.other, []).append((tie.relation, tie.person))
        found.setdefault(tie.person, []).append((tie.relation.inverse, tie.other))
    return found
