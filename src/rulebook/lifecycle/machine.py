"""May this happen, and what does it lead to? Pure functions over the tables."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from rulebook.lifecycle.duties import AFTER_LIFTING, AFTER_NOT_GRANTED, AFTER_WITHDRAWAL, DURING_SUSPENSION
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import (
    Actor,
    After,
    Become,
    Before,
    Duty,
    Ground,
    Heard,
    Hearing,
    Keep,
    Need,
    Parameter,
    Stand,
    Target,
    To,
    Transition,
)
from rulebook.lifecycle.states import Mark, Standing, State, state_of
from rulebook.lifecycle.table import Table

type Known = Mapping[Fact, bool]

SUSPENDED = frozenset({Standing.INQUIRY, Standing.SANCTION})
_DUTIES_WITHOUT: Mapping[StrEnum, tuple[Duty, ...]] = {
    State.NOT_GRANTED: AFTER_NOT_GRANTED,
    State.WITHDRAWN: AFTER_WITHDRAWAL,
    State.WITHDRAWN_FOR_A_TIME: AFTER_WITHDRAWAL,
    State.WITHDRAWN_AT_REQUEST: AFTER_WITHDRAWAL,
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why something is not possible now: a code to test on, and Dutch that says who or what is needed."""

    code: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Somebody wants this event, with these grounds, heard like this, fixing these parameters."""

    event: StrEnum
    by: Actor
    grounds: tuple[str, ...] = ()
    heard: Heard = Heard.NO
    parameters: Collection[Parameter] = ()


@dataclass(frozen=True, slots=True)
class Option[S: StrEnum]:
    """A transition from here, and what still stands in its way before grounds and parameters are chosen."""

    transition: Transition[S]
    obstacles: tuple[Obstacle, ...]

    @property
    def possible(self) -> bool:
        return not self.obstacles


def options[S: StrEnum](table: Table[S], state: S, known: Known) -> tuple[Option[S], ...]:
    """Every event from this state, possible now or with what is missing; events of the law are left out."""
    rows = (table.cells[state, event] for event in table.events_from(state))
    return tuple(
        Option(row, (*_needs(row.needs, known), *_no_ground_fits(row, known)))
        for row in rows
        if row.by is not Actor.LAW
    )


def obstacles[S: StrEnum](table: Table[S], state: S, known: Known, attempt: Attempt) -> tuple[Obstacle, ...]:
    """Everything that forbids the attempt; empty when it may go on. What is not in the table never may."""
    row = table.find(state, attempt.event)
    if row is None:
        return (Obstacle("niet_in_tabel", f"Dit kan niet zolang de status is: {_words(state)}."),)
    return (
        *_who(row, attempt),
        *_needs(row.needs, known),
        *_grounds(row, known, attempt.grounds),
        *_hearing(row.hearing, attempt.heard),
        *_parameters(row, attempt.parameters),
    )


def due_by_law[S: StrEnum](table: Table[S], state: S, known: Known) -> Transition[S] | None:
    """The transition that happens by itself now, if any."""
    for event in table.events_from(state):
        row = table.cells[state, event]
        if row.by is Actor.LAW and not _needs(row.needs, known):
            return row
    return None


def target_of[S: StrEnum](
    target: Target[S], state: S, *, before: S | None = None, after: S | None = None
) -> S | State:
    """Where a transition leads. `before` and `after` are those of the contested decision."""
    match target:
        case Keep():
            return state
        case To(to):
            return to
        case Stand(standing):
            mark, _ = _held(state)
            return state_of(mark, standing)
        case Become(mark, keep_standing):
            _, standing = _held(state)
            return state_of(mark, standing if keep_standing else Standing.GOOD)
        case Before():
            return _given(before)
        case After():
            return _given(after)
        case _:
            assert_never(target)


def duties_of[S: StrEnum](row: Transition[S], target: StrEnum) -> tuple[Duty, ...]:
    """The duties that follow; where a decision is undone or revives, those of the state that holds again."""
    if not isinstance(row.target, Before | After):
        return row.duties
    held = target.held if isinstance(target, State) else None
    if held is not None:
        return DURING_SUSPENSION if held[1] in SUSPENDED else AFTER_LIFTING
    return _DUTIES_WITHOUT.get(target, ())


def ground_of[S: StrEnum](row: Transition[S], code: str) -> Ground:
    """Raises LookupError for a ground that this transition does not know."""
    for ground in row.grounds:
        if ground.code == code:
            return ground
    raise LookupError(f"{row.event} has no ground {code}")


def unmet(needs: tuple[Need, ...], known: Known) -> tuple[Obstacle, ...]:
    """What these needs still lack, in the words of a refusal."""
    return _needs(needs, known)


def _given[S: StrEnum](state: S | None) -> S:
    if state is None:
        raise ValueError("this transition needs the decision that it undoes")
    return state


def _held(state: StrEnum) -> tuple[Mark, Standing]:
    held = state.held if isinstance(state, State) else None
    if held is None:
        raise ValueError(f"no certificate is held in {state}")
    return held


def _words(state: StrEnum) -> str:
    return str(getattr(state, "words", state.value))


def _who[S: StrEnum](row: Transition[S], attempt: Attempt) -> tuple[Obstacle, ...]:
    if attempt.by is row.by:
        return ()
    return (Obstacle("niet_bevoegd", f"Dit doet {row.by.words}.", row.source),)


def _needs(needs: tuple[Need, ...], known: Known) -> tuple[Obstacle, ...]:
    return tuple(_unmet(need, known) for need in needs if known.get(need.fact) is not need.wanted)


def _unmet(need: Need, known: Known) -> Obstacle:
    if need.fact not in known:
        return Obstacle(f"onbekend:{need.fact}", f"Nog niet vastgesteld: {need.fact.statement}")
    said = "Nodig is" if need.wanted else "In de weg staat"
    return Obstacle(f"feit:{need.fact}", f"{said}: {need.fact.statement}")


def _no_ground_fits[S: StrEnum](row: Transition[S], known: Known) -> tuple[Obstacle, ...]:
    if not row.grounds or any(not _needs(ground.needs, known) for ground in row.grounds):
        return ()
    return (Obstacle("geen_grond", "Geen van de gronden is nu aanwezig.", row.source),)


def _grounds[S: StrEnum](row: Transition[S], known: Known, chosen: tuple[str, ...]) -> tuple[Obstacle, ...]:
    codes = {ground.code: ground for ground in row.grounds}
    if row.grounds and not chosen:
        return (Obstacle("grond_ontbreekt", "Kies ten minste één grond.", row.source),)
    unknown = [code for code in chosen if code not in codes]
    if unknown:
        return (Obstacle("grond_onbekend", f"Dit is hier geen grond: {', '.join(unknown)}.", row.source),)
    return tuple(obstacle for code in chosen for obstacle in _needs(codes[code].needs, known))


def _hearing(demand: Hearing, heard: Heard) -> tuple[Obstacle, ...]:
    accepted = {
        Hearing.NONE: set(Heard),
        Hearing.REQUIRED: {Heard.YES},
        Hearing.UNLESS_URGENT: {Heard.YES, Heard.URGENT},
        Hearing.UNLESS_OWN_DATA: {Heard.YES, Heard.OWN_DATA},
    }[demand]
    if heard in accepted:
        return ()
    return (Obstacle("niet_gehoord", f"Eerst nodig: {demand.words}.", "Awb 4:7, 4:8"),)


def _parameters[S: StrEnum](row: Transition[S], given: Collection[Parameter]) -> tuple[Obstacle, ...]:
    optional = {Parameter.LIFT_AFTER_PLAN}
    return tuple(
        Obstacle(f"ontbreekt:{parameter}", f"Vul in: {parameter.value.replace('_', ' ')}.")
        for parameter in row.parameters
        if parameter not in given and parameter not in optional
    )
