"""What can happen to the certificate now, what stands in the way, and what happens by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from keurmerk.certification.models import Case
from keurmerk.web.components.event_words import ACTS
from rulebook.lifecycle import machine
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import Actor, Hearing, Transition
from rulebook.lifecycle.states import State
from rulebook.lifecycle.table import CERTIFICATE

FACT_CODES = ("onbekend:", "feit:")
SCREENS = {Actor.STAFF: "staff:change", Actor.SCHOOL: "staff:change"}
"""Of changes without a decision, by who makes them; what a school sent on paper, staff enter."""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why not, and where it can be mended."""

    text: str
    source: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class GroundLine:
    """A ground on which it may rest, and whether what it asks is known to be so."""

    text: str
    source: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Act:
    """An event from the state of now. Its links are empty while it is not possible or the case is closed."""

    title: str
    text: str
    source: str
    who: str
    hearing: str
    hindrances: tuple[Hindrance, ...]
    grounds: tuple[GroundLine, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    @property
    def possible(self) -> bool:
        return not self.hindrances

    @property
    def fitting(self) -> int:
        return sum(ground.fits for ground in self.grounds)


@dataclass(frozen=True, slots=True)
class Acts:
    possible: tuple[Act, ...]
    not_now: tuple[Act, ...]
    by_law: tuple[Act, ...]


def acts_of(case: Case, known: Mapping[Fact, bool]) -> Acts:
    state = case.certificate.state_
    options = [_act(case, option, known) for option in machine.options(CERTIFICATE, state, known)]
    return Acts(
        tuple(act for act in options if act.possible),
        tuple(act for act in options if not act.possible),
        tuple(_by_law(row, known) for row in _rows_of_law(state)),
    )


def act_url(case: Case, event: Event) -> str:
    """Where this is done: a decision to prepare, or a change without one. Empty while there is no screen."""
    row = CERTIFICATE.find(case.certificate.state_, event)
    screen = None if row is None else "staff:decision-new" if row.decision else SCREENS.get(row.by)
    return href(screen, case=case.public_id, event=event.value) if screen else ""


def href(name: str, **kwargs: object) -> str:
    """Empty while there is no such screen."""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""


def _act(case: Case, option: machine.Option[State], known: Mapping[Fact, bool]) -> Act:
    row = option.transition
    event = Event(row.event)
    hindrances = tuple(_hindrance(case, row, each) for each in option.obstacles)
    links = () if hindrances or case.closed_on else tuple(_links(case, row, event))
    grounds = tuple(
        GroundLine(each.text, each.source, all(known.get(need.fact) is need.wanted for need in each.needs))
        for each in row.grounds
    )
    return Act(ACTS[event], row.text, row.source, row.by.words, _hearing(row), hindrances, grounds, links)


def _links(case: Case, row: Transition[State], event: Event) -> list[tuple[str, str]]:
    found = []
    if row.hearing is not Hearing.NONE:
        intend = href("staff:intention-new", case=case.public_id, event=event.value)
        found.append(("Voornemen sturen", intend))
    found.append(("Besluit voorbereiden" if row.decision else "Dit vastleggen", act_url(case, event)))
    return [(label, address) for label, address in found if address]


def _hindrance(case: Case, row: Transition[State], obstacle: Obstacle) -> Hindrance:
    """The paragraph of the transition where the obstacle names none; a link where staff can establish it."""
    return Hindrance(obstacle.text, obstacle.source or row.source, _fact_href(case, obstacle))


def _fact_href(case: Case, obstacle: Obstacle) -> str:
    start, _, code = obstacle.code.partition(":")
    if case.closed_on or f"{start}:" not in FACT_CODES or Fact(code) in DERIVED:
        return ""
    address = href("staff:fact-new", case=case.public_id)
    return address and f"{address}#feit-{code}"


def _hearing(row: Transition[State]) -> str:
    return "" if row.hearing is Hearing.NONE else row.hearing.words


def _rows_of_law(state: State) -> list[Transition[State]]:
    rows = [CERTIFICATE.cells[state, event] for event in CERTIFICATE.events_from(state)]
    return [row for row in rows if row.by is Actor.LAW]


def _by_law(row: Transition[State], known: Mapping[Fact, bool]) -> Act:
    """Each demand that is not met yet, as what is being waited for."""
    waiting = tuple(
        Hindrance(f"{'Pas als' if need.wanted else 'Niet als'}: {need.fact.statement}", row.source)
        for need in row.needs
        if known.get(need.fact) is not need.wanted
    )
    return Act(ACTS[Event(row.event)], row.text, row.source, row.by.words, "", waiting)
