"""The part of the register that hangs together with some records, as a graph for the rules.

Read in waves along the ties: as many queries as the path is long, however many records there are.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from keurmerk.persons.models import Entity, Organisation, SameAs
from keurmerk.persons.models import Tie as Row
from keurmerk.persons.models.facts import EMPLOYER, IN_FACT, TOGETHER
from rulebook.persons.graph import Graph
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

WAVES = 24
"""A bound on how far is read; what lies farther is no path that anyone would follow."""
HOLDINGS = {each.value for each in Holding}
ROLES = {each.value for each in Management}
RELATIONS = {each.value for each in Relation}


class Roots:
    """Which records are taken for one: each is known by the lowest id of its group."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._above: dict[int, int] = {}
        for one, other in pairs:
            first, second = sorted((self[one], self[other]))
            self._above[second] = first

    def __getitem__(self, entity: int) -> int:
        while entity in self._above:
            entity = self._above[entity]
        return entity


@dataclass
class Loaded:
    entities: dict[int, Entity]
    rows: dict[int, Row]
    pairs: set[tuple[int, int]]
    schools: dict[int, int]
    """Of organisations that are schools: the school's id by the record's."""

    def roots(self, more: Iterable[tuple[int, int]] = ()) -> Roots:
        return Roots((*sorted(self.pairs), *more))

    def graph(self, roots: Roots) -> Graph:
        nodes = {}
        for entity in sorted(self.entities):
            root = roots[entity]
            here = self.entities.get(root, self.entities[entity])
            nodes[root] = Node(str(root), here.name, here.natural)
        return Graph.of(nodes.values(), _ties(self.rows.values(), roots))


def load(entities: Collection[int]) -> Loaded:
    """Everything that hangs together with these records."""
    loaded = Loaded({}, {}, set(), {})
    known: set[int] = set()
    waiting = set(entities)
    for _ in range(WAVES):
        if not waiting:
            break
        known |= waiting
        here = Q(one__in=waiting) | Q(other__in=waiting)
        same = SameAs.objects.filter(here, same=True, undone_on=None).values_list("one_id", "other_id")
        rows = list(Row.objects.filter(here))
        loaded.pairs |= set(same)
        loaded.rows |= {row.pk: row for row in rows}
        ends = {end for row in rows for end in (row.one_id, row.other_id)}
        waiting = (ends | {end for pair in loaded.pairs for end in pair}) - known
    loaded.entities = Entity.objects.in_bulk(known)
    schools = Organisation.objects.filter(pk__in=known).exclude(school=None)
    loaded.schools = dict(schools.values_list("pk", "school_id"))
    return loaded


def _ties(rows: Iterable[Row], roots: Roots) -> list[Tie]:
    found: list[Tie] = []
    groups: dict[tuple[int, str, int], list[Row]] = {}
    agreements: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda each: each.pk):
        if row.kind == TOGETHER:
            agreements.setdefault(row.how, []).append(row)
        else:
            groups.setdefault((roots[row.one_id], row.kind, roots[row.other_id]), []).append(row)
    for (one, kind, other), told in groups.items():
        if one == other and kind not in HOLDINGS:
            continue
        found.extend(_tie(row, kind, str(one), str(other)) for row in _newest(told))
    for parties in agreements.values():
        first = parties[0]
        together = frozenset(str(roots[row.one_id]) for row in parties)
        body = str(roots[first.other_id])
        found.append(Agreement(together, body, since=first.since, until=first.until))
    return found


def _newest(told: list[Row]) -> list[Row]:
    """Two who tell the same do not double it: what runs is as it was told last; what ended stays known."""
    running = [row for row in told if row.until is None]
    if not running:
        return told
    last = running[-1]
    telling = (last.told_for_id, last.source, last.known_on)
    return [row for row in running if (row.told_for_id, row.source, row.known_on) == telling]


def _tie(row: Row, kind: str, one: str, other: str) -> Tie:
    dates: dict[str, Any] = {"since": row.since, "until": row.until}
    if kind in HOLDINGS:
        assert row.percent is not None  # noqa: S101 - the table demands it
        return Stake(one, other, Holding(kind), row.percent.normalize(), **dates)
    if kind in ROLES:
        return Role(one, other, Management(kind), **dates)
    if kind == EMPLOYER:
        return Employment(one, other, **dates)
    if kind == IN_FACT:
        return ActualControl(one, other, row.how, **dates)
    return Kinship(one, Relation(kind), other, **dates)
