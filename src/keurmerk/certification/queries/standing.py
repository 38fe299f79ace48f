"""Which changes a certificate stands by, and which of them were annulled or are held up by a court."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from keurmerk.certification.enums import CourtMatter, CourtOutcome
from keurmerk.certification.models import Certificate, Change, Objection
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.states import ObjectionState

RESTORING = frozenset({Event.ANNUL, Event.STAY, Event.REVIVE, Event.CORRECT_LAPSE})
"""They bring nothing of their own: what stood before stands again."""
UNDOABLE = frozenset(
    {
        Event.LEAVE_ASIDE,
        Event.REJECT,
        Event.NOT_GRANT,
        Event.LAPSE,
        Event.SUSPEND_FOR_INQUIRY,
        Event.PROLONG_SUSPENSION,
        Event.SUSPEND_AS_SANCTION,
        Event.WITHDRAW,
        Event.WITHDRAW_FOR_A_TIME,
        Event.WITHDRAW_AT_REQUEST,
    }
)
"""What burdens. A grant contested with success is replaced by a better one, never undone (Awb 7:11)."""


@dataclass(frozen=True, slots=True)
class Contested:
    """Of some changes (ids) those whose decision fell, and what a court did with their effect."""

    annulled: frozenset[int] = frozenset()
    """Revoked on objection, or annulled by a court."""
    stayed: frozenset[int] = frozenset()
    freed: frozenset[int] = frozenset()
    """A court held them up, and that has ended."""


def standing_changes(certificate: Certificate, changes: Iterable[Change]) -> list[Change]:
    """What brought the certificate where it is, the newest first; undoing another does not move the status.

    A prolonged suspension stands by both changes, and so does a suspension during which the certificate was
    extended.
    """
    found: list[Change] = []
    wanted = certificate.state
    for each in reversed(list(changes)):
        if not each.counts or each.event in RESTORING or each.after != wanted:
            continue
        if each.event_ in UNDOABLE:
            found.append(each)
        if each.event == Event.EXTEND:
            wanted = each.before
        elif each.before != each.after:
            return found
    return found


def held_up(changes: Collection[Change]) -> Change | None:
    """Of all changes of a certificate the one whose effect is stayed now."""
    stays = [each.pk for each in changes if each.event == Event.STAY and each.counts]
    if not stays:
        return None
    return next((each for each in changes if each.undone_by_id == stays[-1] and not each.annulled_on), None)


def contested(changes: Collection[Change]) -> Contested:
    """What was said of these, in one read; in none when there are none."""
    if not changes:
        return Contested()
    courts = ("matter", "outcome", "annuls", "ended_on")
    rows = Objection.objects.filter(decision__change__in=[each.pk for each in changes]).values_list(
        "decision__change_id", "state", *(f"court_cases__{name}" for name in courts)
    )
    annulled, stayed, freed = set[int](), set[int](), set[int]()
    for change, state, matter, outcome, annuls, ended_on in rows.order_by():
        granted = outcome == CourtOutcome.GRANTED
        if state == ObjectionState.FOUNDED or (granted and matter == CourtMatter.APPEAL and annuls):
            annulled.add(change)
        if granted and matter == CourtMatter.INTERIM_RELIEF:
            (freed if ended_on else stayed).add(change)
    return Contested(frozenset(annulled), frozenset(stayed), frozenset(freed))
