"""Who showed interest, and what is known of a KvK number already."""

from collections.abc import Iterable
from dataclasses import dataclass

from keurmerk.applications.enums import InterestState
from keurmerk.applications.models import Interest
from keurmerk.certification.models import Certificate, Change
from keurmerk.organisations.models import School
from rulebook.lifecycle.states import State

LOST = frozenset({State.WITHDRAWN, State.WITHDRAWN_FOR_A_TIME})
"""Taken away as a measure: that counts at a new application (§2.2, §7.7)."""
ENDED = LOST | {State.WITHDRAWN_AT_REQUEST, State.NOT_GRANTED, State.LAPSED, State.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    interest: Interest
    school: School | None
    """The one with this KvK number, when it is registered."""
    certificate: Certificate | None
    history: tuple[Change, ...] = ()
    """Changes of the status, the newest first."""

    @property
    def waits(self) -> bool:
        return self.interest.state == InterestState.CONFIRMED

    @property
    def lost(self) -> tuple[Change, ...]:
        """Withdrawals that were not annulled."""
        return tuple(each for each in self.history if each.counts and each.after_ in LOST)

    @property
    def was_lost(self) -> bool:
        """Also where the withdrawal was taken over from before the system."""
        return bool(self.lost) or (self.certificate is not None and self.certificate.state_ in LOST)

    @property
    def ended(self) -> bool:
        """The mark is not held any more, whatever the reason, or an application was rejected."""
        return self.certificate is not None and self.certificate.state_ in ENDED


def interest_lines(state: str = "") -> list[Line]:
    """Those in a state, or all but those that wait for the applicant; the longest waiting first."""
    found = Interest.objects.select_related("handled_by")
    found = found.filter(state=state) if state in InterestState.values else found
    waiting = (InterestState.CONFIRMED, InterestState.ASKED)
    interests = sorted(found, key=lambda each: (each.state not in waiting, each.state, each.pk))
    return _with_school(interests)


def line_of(interest: Interest) -> Line:
    """One of them, with all that happened to the mark of that school."""
    line = _with_school([interest])[0]
    if line.certificate is None:
        return line
    changes = tuple(line.certificate.changes.order_by("-number").select_related("decision"))
    moved = tuple(each for each in changes if each.before != each.after)
    return Line(interest=interest, school=line.school, certificate=line.certificate, history=moved)


def _with_school(interests: Iterable[Interest]) -> list[Line]:
    asked = list(interests)
    schools = {
        each.kvk_number: each
        for each in School.objects.filter(kvk_number__in={each.kvk_number for each in asked})
    }
    held = {each.school_id: each for each in Certificate.objects.filter(school__in=schools.values())}
    lines = []
    for interest in asked:
        school = schools.get(interest.kvk_number)
        lines.append(
            Line(interest=interest, school=school, certificate=held.get(school.pk) if school else None)
        )
    return lines
