"""The one way in which an improvement plan or an objection moves: by its table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.db.models import Q

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.enums import Subject
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.models import Objection, Plan, Term
from keurmerk.certification.queries import known_now
from keurmerk.certification.service import running
from keurmerk.certification.service.parameters import as_day
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from rulebook.lifecycle import machine
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Known, Obstacle
from rulebook.lifecycle.pieces import Actor, Parameter, TermRule, Transition
from rulebook.lifecycle.table import OBJECTION, PLAN

OF_ONE = frozenset(
    {
        Fact.PLAN_COMPLETE,
        Fact.BODY_REQUESTED,
        Fact.LATENESS_EXCUSED,
        Fact.INTERESTED_PARTY,
        Fact.HEARING_WAIVED,
    }
)
"""Said of one plan or objection: what was once established of another does not count for it."""

type Moved = Plan | Objection


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Somebody wants this to happen to a plan or an objection."""

    event: StrEnum
    by: Actor
    user: User | None = None
    on: date
    """The day it happened: a letter that staff enter later counts from its day of receipt."""
    grounds: tuple[str, ...] = ()
    values: Mapping[Parameter, str] = field(default_factory=dict)
    facts: Mapping[str, running.Facts] = field(default_factory=dict)
    """Of the terms it starts, by code, where those do not simply count from `on`."""


def subject_of(moved: Moved) -> Subject:
    return Subject.PLAN if isinstance(moved, Plan) else Subject.OBJECTION


def known_with(moved: Moved, own: Known, today: date) -> dict[Fact, bool]:
    """What is known of its certificate, with what is known of this one itself."""
    shared = known_now(moved.case.certificate, today)
    return {**{fact: holds for fact, holds in shared.items() if fact not in OF_ONE}, **own}


def obstacles(moved: Moved, move: Move, known: Known) -> tuple[Obstacle, ...]:
    """Everything that stands in the way; empty when `carry_out` would do it."""
    attempt = machine.Attempt(
        event=move.event,
        by=move.by,
        grounds=move.grounds,
        parameters=frozenset(name for name, value in move.values.items() if value),
    )
    if isinstance(moved, Plan):
        found = machine.obstacles(PLAN, moved.state_, known, attempt)
    else:
        found = machine.obstacles(OBJECTION, moved.state_, known, attempt)
    return (*_person(moved, move), *found) or _days(move)


@journaled
def carry_out(moved: Moved, move: Move, known: Known) -> None:
    """Move a row that is held: state, terms, worklist and journal, or NotPossibleError and nothing.

    Fields that the caller set on the row are stored with it.
    """
    if found := obstacles(moved, move, known):
        raise NotPossibleError(*found)
    was, row = moved.state, _row(moved, move.event)
    moved.state = machine.target_of(row.target, moved.state_)
    moved.save()
    end_terms(moved, row.ends, on=move.on)
    for rule in row.starts:
        start_term(moved, rule, move.facts.get(rule.code) or _facts(rule, move), on=move.on)
    running.refresh_next_day([moved.case_id])
    tell(moved, str(move.event), move.user, payload={"from": was, "to": moved.state}, grounds=move.grounds)


def start_term(moved: Moved, rule: TermRule, facts: running.Facts, *, on: date) -> Term:
    return running.start_term(
        rule, facts, case=moved.case, on=on, subject=subject_of(moved), subject_id=moved.pk
    )


def terms_of(moved: Moved, *codes: str) -> list[Term]:
    """Its terms that run."""
    mine = Q(case_id=moved.case_id, code__in=codes)
    return list(running.running_terms(mine, subject_of(moved), moved.pk))


def end_terms(moved: Moved, codes: tuple[str, ...], *, on: date) -> None:
    running.end_terms(terms_of(moved, *codes), on=on)


def tell(
    moved: Moved,
    what: str,
    user: User | None,
    *,
    payload: Mapping[str, str | int | bool] | None = None,
    grounds: tuple[str, ...] = (),
) -> None:
    journal.record(
        actor=user or SYSTEM,
        kind=f"{'plan' if isinstance(moved, Plan) else 'objection'}.{what}",
        subject=moved,
        payload={"case": moved.case.number, **(payload or {})},
        ground=", ".join(grounds)[:300],
    )


def demand_party(moved: Moved, user: User) -> None:
    """Staff, or somebody who acts for the school."""
    if user.role != Role.STAFF and not _acts_for(moved, user):
        raise refuse("niet_bevoegd", "Dit kunt u niet doen in deze zaak.")


def demand_staff(user: User) -> None:
    if user.role != Role.STAFF:
        raise refuse("niet_bevoegd", "Dit doet een medewerker van Blik op Werk.")


def _row(moved: Moved, event: StrEnum) -> Transition:
    if isinstance(moved, Plan):
        return PLAN.cells[moved.state_, event]
    return OBJECTION.cells[moved.state_, event]


def _person(moved: Moved, move: Move) -> tuple[Obstacle, ...]:
    """What the school does, staff may enter for it; what the scheme does, a school never does."""
    user = move.user
    if user is None or user.role == Role.STAFF:
        return ()
    if move.by is Actor.SCHOOL and _acts_for(moved, user):
        return ()
    return (Obstacle("niet_bevoegd", "Dit kunt u niet doen in deze zaak."),)


def _acts_for(moved: Moved, user: User) -> bool:
    mine = School.objects.for_user(user).filter(pk=moved.case.school_id)
    return user.role == Role.SCHOOL and mine.exists()


def _days(move: Move) -> tuple[Obstacle, ...]:
    until = move.values.get(Parameter.UNTIL)
    day = as_day(until) if until else None
    if until and (day is None or day <= move.on):
        return (Obstacle("waarde:tot_en_met", "De laatste dag moet na vandaag liggen."),)
    return ()


def _facts(rule: TermRule, move: Move) -> running.Facts:
    match rule.kind:
        case running.CHOSEN_DAY:
            return {running.CHOSEN_DAY: move.values[Parameter.UNTIL]}
        case "bezwaar":
            return {"verzonden_op": move.on.isoformat()}
        case _:
            return {"vanaf": move.on.isoformat(), "aantal": rule.count or 0}
