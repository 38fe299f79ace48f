"""The application goes with its certificate: decided, or open again after a decision was annulled."""

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import Application
from keurmerk.certification.models import Change
from keurmerk.organisations import service as organisations
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.states import State


def follow(change: Change) -> None:
    """In the transaction of the change; who applied for a school manages it from the grant on."""
    newest = Application.objects.filter(case__certificate=change.certificate_id).order_by("-pk").first()
    if newest is None or newest.submitted_at is None:
        return
    if change.after == State.APPLICATION and not newest.is_open:
        _set(newest, ApplicationState.SUBMITTED)
    elif change.after != State.APPLICATION and newest.is_open:
        _set(newest, ApplicationState.DECIDED)
    if change.event == Event.GRANT_FIXED:
        organisations.applicants_become_managers(newest.school)


def _set(application: Application, state: ApplicationState) -> None:
    application.state = state
    application.save(update_fields=["state"])
