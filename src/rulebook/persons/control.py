"""Control (Bijlage 1 Zeggenschap): more than half, alone or jointly, directly or through others."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from rulebook.persons.graph import View
from rulebook.persons.paths import Step, employer_step, percent, stake_step
from rulebook.persons.ties import Holding, Stake

HALF = Decimal(50)
LIMBS = {Holding.VOTES: "a", Holding.BOARD: "b", Holding.SHARES: "c"}
"""The letters of the definition; d is being the employer."""


@dataclass(frozen=True)
class Control:
    """How a body is controlled: the stakes that together are more than half, of one limb."""

    body: str
    limb: str
    total: Decimal
    stakes: tuple[Stake, ...]


class Controlled:
    """What one or several together control. Exactly half is no control."""

    def __init__(self, view: View, group: Iterable[str]) -> None:
        self._view = view
        self._group = frozenset(group)
        self.bodies: dict[str, Control] = {}
        self._grow()
        self.employees = {tie.employee: tie for tie in view.employments if tie.employer in self._group}
        """Directly only: what an employee holds is not the employer's (docs/readings/persons.md)."""

    def __contains__(self, body: str) -> bool:
        return body in self.bodies

    def steps_to(self, body: str) -> tuple[Step, ...]:
        """From the group to the body, each body on the way once."""
        return tuple(self._steps(body, set()))

    def used_for(self, body: str) -> frozenset[str]:
        """Who of the group have a part in the control over this body."""
        sources = {step.source for step in self.steps_to(body)}
        return self._group & sources

    def employee_step(self, person: str) -> Step:
        return employer_step(self._view, self.employees[person])

    def _grow(self) -> None:
        """What is controlled may hold more: again until a round adds nothing."""
        members = set(self._group)
        near = {stake.body for member in self._reach() for stake in self._view.held.get(member, ())}
        while True:
            new = {
                control.body: control
                for body in sorted(near - self.bodies.keys())
                if (control := _control(self._view, body, members))
            }
            new = {body: control for body, control in new.items() if body not in self._group}
            if not new:
                return
            self.bodies |= new
            members |= new.keys()

    def _reach(self) -> set[str]:
        """Whoever might have a say: along stakes and agreements from the group."""
        found, waiting = set(self._group), list(self._group)
        while waiting:
            at = waiting.pop()
            after = {stake.body for stake in self._view.held.get(at, ())}
            for each in self._view.agreements:
                if at in each.parties:
                    after |= {*each.parties, each.body}
            waiting.extend(after - found)
            found |= after
        return found

    def _steps(self, body: str, told: set[str]) -> Iterator[Step]:
        control = self.bodies[body]
        told.add(body)
        for stake in control.stakes:
            if stake.holder in self.bodies and stake.holder not in told:
                yield from self._steps(stake.holder, told)
        by = f"Zeggenschap onder {control.limb}"
        for stake in control.stakes:
            yield stake_step(self._view, stake, by)
        if len(control.stakes) > 1:
            name, what = self._view.name(body), control.stakes[0].what.words
            text = f"Samen is dat {percent(control.total)} van {what} in {name}: meer dan de helft."
            yield Step(control.stakes[-1].holder, body, text, by)


def controllers_of(view: View, body: str) -> dict[str, Controlled]:
    """Everyone who controls this body alone or by acting together, with all that each controls."""
    above, waiting = set[str](), [body]
    while waiting:
        at = waiting.pop()
        holders = {stake.holder for stake in view.stakes.get(at, ())}
        holders |= {party for each in view.agreements if each.body == at for party in each.parties}
        waiting.extend(holders - above)
        above |= holders
    found = {node: Controlled(view, {node}) for node in sorted(above - {body})}
    return {node: controlled for node, controlled in found.items() if body in controlled}


def _control(view: View, body: str, members: Collection[str]) -> Control | None:
    counted = view.joint(body, members)
    for what, limb in LIMBS.items():
        stakes = tuple(
            each for each in view.stakes.get(body, ()) if each.what is what and each.holder in counted
        )
        stakes = tuple(each for each in stakes if each.percent > 0)
        total = sum((each.percent for each in stakes), Decimal(0))
        if total > HALF and any(each.holder in members for each in stakes):
            return Control(body, limb, total, stakes)
    return None
