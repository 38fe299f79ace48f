"""The one chance to complete a request, and taking it back."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.service import running as terms
from keurmerk.dispensations.enums import OPEN, State
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.service.evidence import MORE, Files, add_evidence
from keurmerk.dispensations.service.running import (
    COMPLETE,
    DECIDE,
    finish,
    held,
    note,
    running_term,
    start,
    tell,
)
from keurmerk.journal.unit import journaled


@journaled
def ask_more(dispensation_id: int, missing: str, *, by: User, today: date) -> Dispensation:
    """Once, with two weeks to answer; the term to decide stands still meanwhile (Awb 4:5, 4:15)."""
    dispensation = held(dispensation_id, *sorted(OPEN))
    if dispensation.repair_asked_on is not None:
        raise refuse("al_gevraagd", "Er is al een keer om aanvulling gevraagd. Dat kan één keer.", "Awb 4:5")
    if dispensation.state_ is not State.ASKED:
        raise refuse("andere_stand", "Neem het advies eerst terug.")
    if not missing.strip():
        raise refuse("leeg", "Schrijf op wat ontbreekt, zodat de school weet wat nodig is.", "Awb 4:5")
    answer = start(dispensation, COMPLETE, {"vanaf": today.isoformat(), "aantal": COMPLETE.count}, on=today)
    _stop(dispensation, today, None, answer.last_day)
    dispensation.repair_asked, dispensation.repair_asked_on = missing.strip(), today
    dispensation.repair_by, dispensation.state = answer.last_day, State.NEEDS_MORE
    dispensation.save()
    tell(
        dispensation,
        "school_dispensation_more",
        {"missing": dispensation.repair_asked, "repair_by": answer.last_day},
        today=today,
    )
    note(dispensation, "more_asked", by, {"until": answer.last_day.isoformat()})
    return dispensation


@journaled
def complete(dispensation_id: int, text: str, files: Files, *, by: User, today: date) -> Dispensation:
    """Also after the last day while nothing was decided: then it is marked as late, never lost."""
    dispensation = held(dispensation_id, *sorted(OPEN))
    if dispensation.state_ is not State.NEEDS_MORE:
        if dispensation.repaired_on is not None:
            return dispensation  # a button pressed twice
        raise refuse("niet_gevraagd", "Er is niet om een aanvulling gevraagd.")
    if not text.strip() and not any(files.values()):
        raise refuse("leeg", "Schrijf uw aanvulling op of kies een bestand.")
    add_evidence(dispensation, files, by=by)
    dispensation.repair_text, dispensation.repaired_on = text.strip(), today
    dispensation.state = State.ASKED
    dispensation.save()
    answered(dispensation, today)
    note(dispensation, "completed", by, {"files": len(files.get(MORE, ()))})
    return dispensation


@journaled
def withdraw(dispensation_id: int, *, by: User, today: date) -> Dispensation:
    """The school takes it back while nothing was decided. Taking it back twice changes nothing."""
    dispensation = held(dispensation_id, *State)
    if dispensation.state_ is State.WITHDRAWN:
        return dispensation
    if dispensation.state_ not in OPEN:
        raise refuse("al_beslist", f"Er is al beslist over {dispensation.reference}.")
    dispensation.state, dispensation.ended_on, dispensation.ended_by = State.WITHDRAWN, today, by
    dispensation.save()
    finish(dispensation, by=by, on=today)
    note(dispensation, "withdrawn", by, {})
    return dispensation


def answered(dispensation: Dispensation, today: date) -> None:
    """The term to decide runs on, and that of the school ends."""
    if dispensation.repair_by is not None:
        _stop(dispensation, dispensation.repair_asked_on or today, today, dispensation.repair_by)
    answer = running_term(dispensation, COMPLETE)
    if answer is not None:
        terms.end_terms([answer], on=today)
    terms.refresh_next_day([dispensation.case_id])


def _stop(dispensation: Dispensation, since: date, until: date | None, last_day: date) -> None:
    term = running_term(dispensation, DECIDE)
    if term is None:
        return
    stopped = {
        "uitnodiging_op": since.isoformat(),
        "aangevuld_op": until.isoformat() if until else None,
        "hersteltermijn_tot": last_day.isoformat(),
    }
    terms.change_facts(term, {**term.facts, "opschortingen": [stopped]})
    terms.refresh_next_day([dispensation.case_id])
