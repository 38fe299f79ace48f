"""A signed decision on an objection takes effect; terms that nobody used end."""

from dataclasses import replace
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Decision, Term
from keurmerk.certification.service import moving, running, undoing
from keurmerk.certification.service.objections.knowing import (
    answer,
    held,
    is_other_signer,
    known_of,
    objection_of,
    obstacles_for,
)
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.facts import Fact

OF_THE_TREATMENT = ("ingebrekestelling", "te_laat_uitleggen", "bezwaar_herstellen")
RIGHTS = ("bezwaar", "beroep")
"""Terms in which one may do something and need not: that they pass is nobody's fault."""


@journaled
def decided(decision: Decision, *, by: User, today: date) -> None:
    """Carry out a signed decision on an objection. A founded one undoes the contested decision."""
    objection = held(objection_of(decision).pk)
    decision.objection = objection
    if found := obstacles_for(decision, today, signer=by):
        raise NotPossibleError(*found)
    known = known_of(objection, today) | {Fact.OTHER_SIGNER: is_other_signer(objection, by)}
    objection.ended_on = today
    move = answer(decision, today, by)
    moving.carry_out(objection, replace(move, user=by), known)
    moving.end_terms(objection, OF_THE_TREATMENT, on=today)
    running.refresh_next_day([objection.case_id])
    if move.event is ObjectionEvent.FOUND:
        undoing.annul(objection.decision, case=objection.case, by=by, today=today)


def end_unused_rights(today: date) -> int:
    """Terms to object or appeal that have passed; returns how many."""
    passed = list(Term.objects.filter(code__in=RIGHTS, ended_on=None, last_day__lt=today))
    if passed:
        with journaled():
            running.end_terms(passed, on=today)
            running.refresh_next_day({term.case_id for term in passed})
    return len(passed)
