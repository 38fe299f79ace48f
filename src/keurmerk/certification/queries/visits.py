"""The audits in the phase for a fixed term: which are planned when, and which were held (§2.5)."""

from dataclasses import dataclass
from datetime import date

from keurmerk.certification.models import Certificate, Task
from rulebook.application.visits import Moment, Visit, Window, windows
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.states import Mark


@dataclass(frozen=True, slots=True)
class Planned:
    """`held_on` is the day on which the duty of the scheme was ticked."""

    window: Window
    moment: Moment
    held_on: date | None


def planned_visits(certificate: Certificate | None, today: date) -> tuple[Planned, ...]:
    """Counted from the grant that stands; none once the mark is for good, or not held."""
    if certificate is None:
        return ()
    held = certificate.state_.held
    if held is None or held[0] is Mark.INDEFINITE:
        return ()
    grants = certificate.changes.filter(event=Event.GRANT_FIXED, undone_by=None, annulled_on=None)
    grant = grants.order_by("-number").first()
    if grant is None:
        return ()
    done = dict(
        Task.objects.filter(
            change=grant, code__in=[each.value for each in Visit], done_on__isnull=False
        ).values_list("code", "done_on")
    )
    return tuple(Planned(each, each.moment(today), done.get(each.visit.value)) for each in windows(grant.on))
