"""Relatives as Bijlage 1 has them: the partner, and blood relatives and in-laws to the second degree.

In-laws are the blood relatives of the spouse or registered partner, and the spouses or registered partners of
blood relatives (BW 1:3, a reading: docs/readings/persons.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.persons.graph import PARTNERS, View
from rulebook.persons.paths import Step, kin_step
from rulebook.persons.ties import Relation

FARTHEST = 2
"""Degrees (Bijlage 1 Verbonden Persoon)."""

_DEGREES = {Relation.PARENT: 1, Relation.CHILD: 1, Relation.SIBLING: 2, Relation.GRANDPARENT: 2}
_DEGREES |= {Relation.GRANDCHILD: 2}
_UP = frozenset({Relation.PARENT, Relation.GRANDPARENT})
_TURNS = Relation.SIBLING
_IN_LAW = {
    Relation.PARENT_IN_LAW: 1,
    Relation.CHILD_IN_LAW: 1,
    Relation.SIBLING_IN_LAW: 2,
    Relation.GRANDPARENT_IN_LAW: 2,
    Relation.GRANDCHILD_IN_LAW: 2,
}


@dataclass(frozen=True)
class Relative:
    """How somebody is family: a partner has degree 0."""

    person: str
    degree: int
    by: str
    steps: tuple[Step, ...]


def family_of(view: View, person: str) -> dict[str, Relative]:
    """Everyone who is family of this person, each by the nearest way."""
    found: dict[str, Relative] = {}
    every = [*_partners(view, person), *_blood(view, person), *_in_laws(view, person)]
    for each in sorted(every, key=lambda one: (one.degree, len(one.steps), one.person)):
        if each.person != person:
            found.setdefault(each.person, each)
    return found


def _partners(view: View, person: str) -> Iterator[Relative]:
    for relation, other in view.relatives.get(person, ()):
        if relation in PARTNERS:
            yield Relative(other, 0, "partner", (kin_step(view, person, relation, other, "partner"),))


def _blood(view: View, person: str) -> Iterator[Relative]:
    """First up to a forebear, then down: whoever is reached otherwise is no blood relative."""
    waiting: list[tuple[str, int, bool, tuple[Step, ...]]] = [(person, 0, False, ())]
    while waiting:
        at, degree, down, steps = waiting.pop()
        for relation, other in view.relatives.get(at, ()):
            farther = degree + _DEGREES.get(relation, FARTHEST + 1)
            if farther > FARTHEST or other == person or (down and (relation in _UP or relation is _TURNS)):
                continue
            by = f"bloedverwant in de {_nth(farther)} graad"
            way = (*steps, kin_step(view, at, relation, other, by))
            yield Relative(other, farther, by, way)
            waiting.append((other, farther, relation not in _UP, way))


def _in_laws(view: View, person: str) -> Iterator[Relative]:
    for relation, other in view.relatives.get(person, ()):
        if degree := _IN_LAW.get(relation):
            by = _affinity(degree)
            yield Relative(other, degree, by, (kin_step(view, person, relation, other, by),))
    for relation, spouse in view.married.get(person, ()):
        first = kin_step(view, person, relation, spouse, "partner")
        for each in _blood(view, spouse):
            yield Relative(each.person, each.degree, _affinity(each.degree), (first, *each.steps))
    for each in _blood(view, person):
        for relation, spouse in view.married.get(each.person, ()):
            by = _affinity(each.degree)
            last = kin_step(view, each.person, relation, spouse, by)
            yield Relative(spouse, each.degree, by, (*each.steps, last))


def _affinity(degree: int) -> str:
    return f"aanverwant in de {_nth(degree)} graad"


def _nth(degree: int) -> str:
    return {1: "eerste", 2: "tweede"}[degree]
