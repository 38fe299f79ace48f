"""To which former or present holders a school leads: the path, how sure, and what follows (§2.2, §7.7)."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from keurmerk.organisations.models import School
from keurmerk.persons.models import LeadFinding, Organisation
from keurmerk.persons.queries.histories import histories, words_of
from keurmerk.persons.queries.loading import Loaded, Roots, load
from keurmerk.persons.queries.near import Near, around
from rulebook.persons.connected import Connection, connected, people_behind
from rulebook.persons.consequences import Consequence, History, consequences
from rulebook.persons.graph import View

CERTAIN = 100
SHARED_MANAGER = 75


class Strength(StrEnum):
    """How sure a lead is."""

    OWN = "eigen"
    CONNECTED = "verbonden"
    NEAR = "mogelijk"
    SIGN = "aanwijzing"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Strength.OWN: "de aanvrager zelf",
    Strength.CONNECTED: "Verbonden Persoon",
    Strength.NEAR: "mogelijk een Verbonden Persoon",
    Strength.SIGN: "aanwijzing: niet genoeg voor een Verbonden Persoon",
}


@dataclass(frozen=True)
class Told:
    """A step as people read it; `by`: the limb of control, the degree, or why two records may be one."""

    text: str
    by: str = ""


@dataclass(frozen=True)
class Lead:
    holder: School
    holds: str
    history: History
    strength: Strength
    score: int
    why: tuple[str, ...]
    steps: tuple[Told, ...]
    former: bool
    follows: tuple[Consequence, ...]
    finding: LeadFinding | None = None

    @property
    def is_connection(self) -> bool:
        """Whether what follows holds without anything more to establish."""
        return self.strength in {Strength.OWN, Strength.CONNECTED}

    @property
    def mark(self) -> str:
        """The same path to the same holder has the same mark, so that a judgement stays with it."""
        parts = (str(self.holder.public_id), self.strength, *(step.text for step in self.steps))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def investigate(school: School, today: date) -> tuple[Lead, ...]:
    """The leads of a school that applies or holds, the surest first; empty when nothing points anywhere."""
    own = Organisation.objects.filter(school=school).first()
    found = [] if own is None else list(_Search(school, own.pk, today).leads())
    past = histories([school.pk, *(lead.holder.pk for lead in found)])
    complete = [_with_history(lead, past) for lead in (*_own(school), *found)]
    judged = _findings(school)
    leads = [
        replace(lead, finding=judged.get(lead.mark))
        for lead in complete
        if lead is not None and (lead.follows or lead.history.counts)
    ]
    order = list(Strength)
    return tuple(sorted(leads, key=lambda each: (order.index(each.strength), each.former, -each.score)))


def _own(school: School) -> Iterator[Lead]:
    step = Told(f"{school.name} is zelf houder, of is dat geweest, of vroeg eerder aan.")
    yield Lead(school, "", History(), Strength.OWN, CERTAIN, (), (step,), former=False, follows=())


def _with_history(lead: Lead, past: dict) -> Lead | None:
    if lead.holder.pk not in past:
        return None
    certificate, history = past[lead.holder.pk]
    follows = consequences(history, own=lead.strength is Strength.OWN)
    if lead.strength is Strength.OWN and not follows:
        return None
    return replace(
        lead,
        holder=certificate.school,
        holds=words_of(certificate, history),
        history=history,
        follows=follows,
    )


def _findings(school: School) -> dict[str, LeadFinding]:
    rows = LeadFinding.objects.filter(school=school).select_related("by").order_by("pk")
    return {row.lead: row for row in rows}


class _Search:
    """One search, from what is certain to what is only alike."""

    def __init__(self, school: School, own: int, today: date) -> None:
        self._school, self._own, self._today = school, own, today
        first = load([own])
        side = self._side(first)
        self._near, self._common = around(side)
        others = {each.theirs for each in self._near} | {each.theirs for each in self._common}
        self._all: Loaded = load({own, *others}) if others - first.entities.keys() else first
        self._holders = self._schools()

    def leads(self) -> Iterator[Lead]:
        roots = self._all.roots()
        certain = self._connections(roots)
        told: set[int] = set()
        for holder, school in self._holders.items():
            if found := certain.get(str(roots[holder])):
                told.add(holder)
                yield self._lead(school, Strength.CONNECTED, CERTAIN, (), _told(found), former=found.former)
            elif roots[holder] == roots[self._own]:
                told.add(holder)
                step = Told(f"{self._name(self._own)} en {self._name(holder)} zijn dezelfde organisatie.")
                yield self._lead(school, Strength.CONNECTED, CERTAIN, (), (step,))
        for lead, holder in (*self._alike(told), *self._signs(told, roots, certain)):
            if holder not in told:
                told.add(holder)
                yield lead

    def _side(self, loaded: Loaded) -> set[int]:
        """The records on the applicant's side: itself, those behind it and those connected."""
        roots = loaded.roots()
        graph, start = loaded.graph(roots), str(roots[self._own])
        near = {start, *(each.target for each in connected(graph, start, self._today))}
        near |= {person for person, _ in people_behind(View(graph, self._today, former=True), start)}
        return {entity for entity in loaded.entities if str(roots[entity]) in near}

    def _schools(self) -> dict[int, School]:
        found = {one: school for one, school in self._all.schools.items() if school != self._school.pk}
        schools = School.objects.in_bulk(found.values())
        return {entity: schools[school] for entity, school in sorted(found.items())}

    def _connections(self, roots: Roots) -> dict[str, Connection]:
        graph = self._all.graph(roots)
        return {each.target: each for each in connected(graph, str(roots[self._own]), self._today)}

    def _alike(self, told: set[int]) -> Iterator[tuple[Lead, int]]:
        """With those that may be one taken for one; each pair on the path is told with its score."""
        if not self._near:
            return
        merged = self._all.roots((each.mine, each.theirs) for each in self._near)
        found = self._connections(merged)
        for holder, school in self._holders.items():
            way = found.get(str(merged[holder]))
            itself = merged[holder] == merged[self._own]
            if holder in told or not (way or itself):
                continue
            steps = way.steps if way else ()
            on_way = {merged[self._own], merged[holder]}
            on_way |= {int(node) for step in steps for node in (step.source, step.target)}
            used = self._used(on_way, merged)
            if not used:
                continue
            pairs = tuple(Told(self._pair(each), ", ".join(each.likeness.why)) for each in used)
            score = min(each.likeness.score for each in used)
            why = tuple(dict.fromkeys(reason for each in used for reason in each.likeness.why))
            lines = (*pairs, *(_told(way) if way else ()))
            former = bool(way and way.former)
            yield self._lead(school, Strength.NEAR, score, why, lines, former=former), holder

    def _used(self, on_way: set[int], merged: Roots) -> list[Near]:
        """Per meeting point the best pair."""
        best: dict[int, Near] = {}
        for each in self._near:
            if merged[each.mine] in on_way:
                best.setdefault(merged[each.mine], each)
        return list(best.values())

    def _pair(self, near: Near) -> str:
        return (
            f"{self._name(near.mine)} en {self._name(near.theirs)} zijn mogelijk dezelfde "
            f"(score {near.likeness.score})."
        )

    def _signs(
        self, told: set[int], roots: Roots, certain: dict[str, Connection]
    ) -> Iterator[tuple[Lead, int]]:
        """An account or address in common, or somebody who manages both: no connection by itself."""
        graph = self._all.graph(roots)
        view = View(graph, self._today, former=True)
        start = str(roots[self._own])
        behind = dict(people_behind(view, start))
        for holder, school in self._holders.items():
            node = str(roots[holder])
            if holder in told:
                continue
            there = dict(people_behind(view, node))
            there |= {each.target: each.steps for each in connected(graph, node, self._today)}
            for common in self._common:
                theirs = str(roots[common.theirs])
                if theirs == node or theirs in there:
                    mine = certain.get(str(roots[common.mine]))
                    before = _steps(mine.steps if mine else behind.get(str(roots[common.mine]), ()))
                    text = f"{self._name(common.mine)} en {self._name(common.theirs)}: {_and(common.what)}."
                    lines = (*before, Told(text), *_steps(there.get(theirs, ())))
                    yield self._lead(school, Strength.SIGN, common.score, common.what, lines), holder
            for person in sorted(behind.keys() & dict(people_behind(view, node)).keys()):
                lines = (*_steps(behind[person]), *_steps(there[person]))
                why = ("zelfde persoon achter beide",)
                yield self._lead(school, Strength.SIGN, SHARED_MANAGER, why, lines), holder

    def _lead(
        self,
        school: School,
        strength: Strength,
        score: int,
        why: tuple[str, ...],
        steps: tuple[Told, ...],
        *,
        former: bool = False,
    ) -> Lead:
        return Lead(school, "", History(), strength, score, why, steps, former=former, follows=())

    def _name(self, entity: int) -> str:
        return self._all.entities[entity].name


def _told(connection: Connection) -> tuple[Told, ...]:
    return _steps(connection.steps)


def _steps(steps: tuple) -> tuple[Told, ...]:
    return tuple(Told(step.text, step.by) for step in steps)


def _and(what: tuple[str, ...]) -> str:
    return " en ".join(what)
