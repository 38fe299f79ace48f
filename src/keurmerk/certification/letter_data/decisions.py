"""The letter of a decision: each slot that it asks for, from the system or from what staff filled in."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.certification.details import details_for, event_of, given_details
from keurmerk.certification.enums import Subject
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.letter_data import of_certificate, of_objection, of_plan, reasons
from keurmerk.certification.letter_data.effects import Effects, done, projected
from keurmerk.certification.letter_data.frame import composed, frame, signed
from keurmerk.certification.letter_data.source import Source
from keurmerk.certification.letter_data.wording import Data, is_filled
from keurmerk.certification.letter_kinds import FORMS, fixed_of, needs_of
from keurmerk.certification.models import Change, Decision, Mandate
from keurmerk.certification.queries import Situation, situation_of
from rulebook.lifecycle.events import Event, ObjectionEvent, PlanEvent
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import Transition
from rulebook.lifecycle.table import OBJECTION, PLAN

NOT_SIGNED_YET = "volgt bij ondertekening"
REASONS: Mapping[str, Callable[[Source], object]] = {
    "grounds": reasons.grounds,
    "facts": reasons.facts,
    "norms": reasons.norms,
    "motivations": reasons.motivations,
    "weighing": reasons.weighing,
    "heard": reasons.heard,
    "hearing": reasons.hearing,
}
FILLED: Mapping[Subject, Mapping[str, Callable[[Source], object]]] = {
    Subject.CERTIFICATE: {**REASONS, **of_certificate.FILLED},
    Subject.PLAN: {**REASONS, **of_plan.FILLED},
    Subject.OBJECTION: {**REASONS, **of_objection.FILLED},
}


def decision_letter(
    decision: Decision, change: Change | None, *, signer: User, mandate: Mandate, today: date
) -> letters.Letter:
    """As it is signed. Without `change`, as it would be when it was signed today.

    Raises LetterError where something is missing.
    """
    effects = done(change) if change else _projected(decision, situation_of(decision.case.certificate, today))
    return _letter(decision, effects, signed(signer, mandate), today)


def letter_obstacles(decision: Decision, situation: Situation) -> tuple[Obstacle, ...]:
    """Why no letter can be made of this decision yet; for what is still empty see `missing_details`."""
    try:
        effects = _projected(decision, situation)
        _letter(decision, effects, signed(User(), Mandate(source=NOT_SIGNED_YET)), situation.today)
    except letters.LetterError as error:
        return (no_letter(error),)
    except NotPossibleError as error:
        return error.obstacles
    return ()


def no_letter(error: letters.LetterError) -> Obstacle:
    return Obstacle("brief", f"De brief kan nog niet worden gemaakt: {error}.", "Awb 3:46")


def _projected(decision: Decision, situation: Situation) -> Effects | None:
    return projected(decision, situation) if decision.subject == Subject.CERTIFICATE else None


def _letter(decision: Decision, effects: Effects | None, signature: Data, today: date) -> letters.Letter:
    if decision.subject == Subject.CERTIFICATE and effects is None:
        raise letters.LetterError("dit besluit kan niet vanuit de status van nu")
    kind, event = decision.kind_, event_of(decision)
    source = Source(
        decision=decision,
        row=effects.row if effects else _row(event),
        details=given_details(decision, today),
        effects=effects,
        today=today,
    )
    needs = needs_of(kind, event)
    asked = {each.name: source.details.get(each.name) for each in details_for(kind, event)}
    filled = {name: fill(source) for name, fill in FILLED[Subject(decision.subject)].items() if name in needs}
    data = {
        **asked,
        **{name: value for name, value in filled.items() if is_filled(value)},
        **fixed_of(kind, event),
        **frame(decision.case, decision.reference, today),
        **signature,
    }
    return composed(FORMS[kind].letter, data)


def _row(event: Event | PlanEvent | ObjectionEvent) -> Transition[Any]:
    """Of a plan or an objection; its state may have moved on already."""
    table = PLAN if isinstance(event, PlanEvent) else OBJECTION
    return next(row for row in table.rows if row.event == event)
