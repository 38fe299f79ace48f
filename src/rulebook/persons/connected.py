"""Connected persons (Bijlage 1 Verbonden Persoon): whom a school leads to, and by which path."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rulebook.persons.control import Controlled, controllers_of
from rulebook.persons.family import Relative, family_of
from rulebook.persons.graph import Graph, View
from rulebook.persons.owners import directors_of, owners_of
from rulebook.persons.paths import Step, employer_step, role_step


class Manner(StrEnum):
    """How somebody is connected; the order is the order in which a path is preferred."""

    OVER = "heeft_zeggenschap"
    UNDER = "staat_onder_zeggenschap"
    BEHIND = "natuurlijk_persoon_achter"
    EMPLOYER = "werkgever"
    EMPLOYEE = "werknemer"
    SISTER = "onder_dezelfde_zeggenschap"
    FAMILY = "familie"
    HELD_BY_PERSON = "zeggenschap_van_persoon"
    HELD_BY_FAMILY = "zeggenschap_van_familie"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Manner.OVER: "heeft Zeggenschap over de organisatie",
    Manner.UNDER: "staat onder Zeggenschap van de organisatie",
    Manner.BEHIND: "is eigenaar, UBO of Management van de organisatie",
    Manner.EMPLOYER: "is werkgever van iemand achter de organisatie",
    Manner.EMPLOYEE: "is in dienst",
    Manner.SISTER: "staat onder dezelfde Zeggenschap",
    Manner.FAMILY: "is familie van iemand achter de organisatie",
    Manner.HELD_BY_PERSON: "staat onder Zeggenschap van iemand achter de organisatie",
    Manner.HELD_BY_FAMILY: "staat onder Zeggenschap van (de familie van) iemand achter de organisatie",
}


@dataclass(frozen=True)
class Connection:
    """That `target` is connected, and why: every step a sentence with its limb or degree."""

    target: str
    manner: Manner
    steps: tuple[Step, ...]
    former: bool = False
    """A tie on the path has ended; it was a connection once."""


def connected(graph: Graph, start: str, today: date) -> tuple[Connection, ...]:
    """Everyone connected with `start` now, then who was before; of each the plainest path."""
    now = _found(View(graph, today), start)
    ever = _found(View(graph, today, former=True), start)
    before = [
        Connection(each.target, each.manner, each.steps, former=True)
        for target, each in ever.items()
        if target not in now
    ]
    return (*now.values(), *before)


def _found(view: View, start: str) -> dict[str, Connection]:
    if start not in view.nodes:
        return {}
    every = [*_of_person(view, start, ())] if view.is_natural(start) else [*_of_body(view, start)]
    order = list(Manner)
    best: dict[str, Connection] = {}
    for each in sorted(every, key=lambda one: (len(one.steps), order.index(one.manner), one.steps_text)):
        if each.target != start:
            best.setdefault(each.target, Connection(each.target, each.manner, each.steps))
    return best


@dataclass(frozen=True)
class _Way:
    target: str
    manner: Manner
    steps: tuple[Step, ...]

    @property
    def steps_text(self) -> tuple[str, ...]:
        return tuple(step.text for step in self.steps)


def _of_body(view: View, body: str) -> Iterator[_Way]:
    below = Controlled(view, {body})
    for each in below.bodies:
        yield _Way(each, Manner.UNDER, below.steps_to(each))
    for each in below.employees:
        yield _Way(each, Manner.EMPLOYEE, (below.employee_step(each),))
    above = controllers_of(view, body)
    for node, controlled in above.items():
        up = controlled.steps_to(body)
        yield _Way(node, Manner.OVER, up)
        if not view.is_natural(node):
            for sister in controlled.bodies:
                yield _Way(sister, Manner.SISTER, _joined(up, controlled.steps_to(sister)))
    for person, steps in people_behind(view, body, above):
        yield _Way(person, Manner.BEHIND, steps)
        yield from _of_person(view, person, steps)


def people_behind(
    view: View, body: str, above: dict[str, Controlled] | None = None
) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The natural persons to look from: owners with control, ultimate owners, management.

    The directors of every body above it are looked from too: they are the pseudo-UBO when there is no owner.
    """
    over = controllers_of(view, body) if above is None else above
    found: dict[str, tuple[Step, ...]] = {}
    for role in sorted(view.roles, key=lambda one: (one.person, one.role)):
        if role.body == body:
            found.setdefault(role.person, (role_step(view, role),))
    for owner in owners_of(view, body):
        found.setdefault(owner.person, owner.steps)
    for node, controlled in over.items():
        if view.is_natural(node):
            found.setdefault(node, controlled.steps_to(body))
        else:
            for role in directors_of(view, node):
                found.setdefault(role.person, (*controlled.steps_to(body), role_step(view, role)))
    yield from found.items()


def _of_person(view: View, person: str, before: tuple[Step, ...]) -> Iterator[_Way]:
    family = family_of(view, person)
    for relative in family.values():
        yield _Way(relative.person, Manner.FAMILY, (*before, *relative.steps))
    for tie in view.employments:
        if tie.employee == person:
            yield _Way(tie.employer, Manner.EMPLOYER, (*before, employer_step(view, tie)))
    alone = Controlled(view, {person})
    together = Controlled(view, {person, *family})
    for body in together.bodies:
        if body in alone:
            yield _Way(body, Manner.HELD_BY_PERSON, _joined(before, alone.steps_to(body)))
            continue
        kin = _kin_steps(family, together.used_for(body) - {person})
        steps = _joined((*before, *kin), together.steps_to(body))
        yield _Way(body, Manner.HELD_BY_FAMILY, steps)


def _kin_steps(family: dict[str, Relative], used: Iterable[str]) -> tuple[Step, ...]:
    steps: tuple[Step, ...] = ()
    for person in sorted(used):
        steps = _joined(steps, family[person].steps)
    return steps


def _joined(first: tuple[Step, ...], then: tuple[Step, ...]) -> tuple[Step, ...]:
    """Each step once."""
    return (*first, *(step for step in then if step not in first))
