"""What can be done with an improvement plan or an objection: each act with its form, or with why not."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django import forms
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.web.components.obstacles import LinkOf, Missing, missing
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Known, Obstacle, options
from rulebook.lifecycle.pieces import Transition
from rulebook.lifecycle.table import Table


@dataclass(frozen=True, slots=True)
class Given:
    """What an act gets: the clean form, who, and when."""

    values: Mapping[str, Any]
    by: User
    now: datetime

    @property
    def today(self) -> Any:
        return timezone.localdate(self.now)


type Do = Callable[[Any, Given], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """`events`: the rows of the table that this does; none where no state changes.

    `fills` are facts that the form itself brings about, so that they are no reason why not.
    """

    code: str
    title: str
    told: str
    do: Do
    events: tuple[StrEnum, ...] = ()
    text: str = ""
    source: str = ""
    form: Callable[..., forms.Form] | None = None
    fills: frozenset[Fact] = frozenset()
    when: Callable[[Any], bool] = lambda _moved: True
    danger: bool = False
    files: bool = False


@dataclass(frozen=True, slots=True)
class ActLine:
    act: Act
    text: str
    source: str
    form: forms.Form | None
    why_not: tuple[Missing, ...]

    @property
    def open(self) -> bool:
        return bool(self.form is not None and self.form.is_bound and self.form.errors)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision that can be prepared, with what is missing before it can be signed."""

    event: str
    title: str
    source: str
    why_not: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Acts:
    now: list[ActLine] = field(default_factory=list)
    not_now: list[ActLine] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)


def acts_of(
    acts: Iterable[Act],
    moved: Any,
    table: Table[Any],
    known: Known,
    *,
    link: LinkOf,
    bound: tuple[str, forms.Form] | None = None,
) -> Acts:
    """`bound` is the form that was just sent and is shown again."""
    from_here = {each.transition.event: each for each in options(table, moved.state_, known)}
    found = Acts()
    for act in acts:
        rows = [from_here[event].transition for event in act.events if event in from_here]
        if (act.events and not rows) or not act.when(moved):
            continue
        row = rows[0] if rows else None
        why_not = lacking(from_here[row.event].obstacles, act.fills) if row else ()
        line = ActLine(
            act,
            act.text or (row.text if row else ""),
            act.source or (row.source if row else ""),
            form_of(act, bound),
            tuple(missing(why_not, link)),
        )
        (found.not_now if line.why_not else found.now).append(line)
    for option in from_here.values():
        if option.transition.decision is not None:
            found.outcomes.append(outcome_of(option.transition, option.obstacles, link))
    return found


def form_of(act: Act, bound: tuple[str, forms.Form] | None) -> forms.Form | None:
    """Several forms stand on one page: the names of their fields in it must differ."""
    if bound and bound[0] == act.code:
        found = bound[1]
    elif act.form is None:
        return None
    else:
        found = act.form()
    found.auto_id = f"id_{act.code}_%s"
    return found


def typed(bound: tuple[str, forms.Form] | None) -> list[tuple[str, str]]:
    """What was filled in for an act that is refused: to copy, also where its form is not there any more."""
    if bound is None:
        return []
    values = ((str(field.label), field.value()) for field in bound[1] if not hasattr(field.field, "accepts"))
    return [(label, value) for label, value in values if isinstance(value, str) and value.strip()]


def outcome_of(row: Transition[Any], obstacles: Iterable[Obstacle], link: LinkOf) -> Outcome:
    of_who_signs = {Fact.OTHER_SIGNER}
    why_not = tuple(missing(lacking(obstacles, of_who_signs), link))
    return Outcome(row.event.value, row.text, row.source, why_not)


def lacking(obstacles: Iterable[Obstacle], without: Collection[Fact]) -> list[Obstacle]:
    codes = {f"{start}{fact.value}" for fact in without for start in ("onbekend:", "feit:")}
    return [each for each in obstacles if each.code not in codes]


@journaled
def carry_out(act: Act, moved: Any, given: Given) -> None:
    act.do(moved, given)


def attached(
    given: Given, *, title: str, kind: DocumentKind, school: School, name: str = "document"
) -> Document | None:
    """The file of a form, stored; inside the transaction of the act."""
    files = given.values.get(name)
    if not files:
        return None
    return documents.add_examined(files[0], title=title, kind=kind, school=school, added_by=given.by)
