"""A contested decision is revoked, annulled, held up or works again: what that does to the certificate."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.models import Case, Change, Decision
from keurmerk.certification.queries.standing import UNDOABLE, standing_changes
from keurmerk.certification.service import changes
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Actor
from rulebook.lifecycle.table import CERTIFICATE


@journaled
def annul(contested: Decision, *, case: Case, by: User, today: date) -> Change | None:
    """Call it once the objection or the court says so; returns the change of status, if there was one.

    Where the certificate still stands as the decision brought it, the status of before holds again. Where it
    has moved on, or a court holds the decision up already, it only counts for nothing any more.
    """
    if contested.change is None or contested.change.event_ not in UNDOABLE:
        return None
    if is_standing(contested.change, Event.ANNUL):
        return _make(contested.change, Event.ANNUL, case, by, today)
    changes.mark_annulled(contested.change, on=today)
    journal.record(
        actor=by,
        kind="certificate.decision_annulled",
        subject=case.certificate,
        payload={"contested": contested.reference, "case": case.number},
    )
    return None


@journaled
def stay(contested: Decision, *, case: Case, by: User, today: date) -> Change | None:
    """The court holds the decision up; None where the certificate no longer stands as it brought it."""
    if contested.change is None or not is_standing(contested.change, Event.STAY):
        return None
    return _make(contested.change, Event.STAY, case, by, today)


@journaled
def revive(contested: Decision, *, case: Case, by: User, today: date) -> Change | None:
    """What was held up works again; None where it was annulled meanwhile."""
    change = contested.change
    if change is None or change.annulled_on is not None or change.undone_by is None:
        return None
    if change.undone_by.event != Event.STAY:
        return None
    return _make(change, Event.REVIVE, case, by, today)


def is_standing(change: Change, event: Event) -> bool:
    certificate = changes.locked(change.certificate_id)
    told = standing_changes(certificate, certificate.changes.all())
    return change in told and CERTIFICATE.find(certificate.state_, event) is not None


def _make(change: Change, event: Event, case: Case, by: User, today: date) -> Change:
    step = changes.Step(event=event, by=Actor.STAFF, user=by)
    return changes.make(change.certificate_id, step, case=case, today=today)
