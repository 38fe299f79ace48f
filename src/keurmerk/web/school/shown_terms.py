"""Terms as a school sees them, each with its calendar file."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from keurmerk.certification.enums import Subject
from keurmerk.certification.models import Decision, Term
from keurmerk.certification.queries.rights import TO_OBJECT
from keurmerk.web.components.event_words import DONE
from keurmerk.web.components.terms import ShownTerm, shown_term

STARTED_BY = {
    Subject.INTENTION: "Voornemen verzonden",
    Subject.OBJECTION: "Bezwaar ontvangen of beslist",
    Subject.PLAN: "Plan van aanpak",
    Subject.CERTIFICATE: "Besluit",
    Subject.REQUEST: "Verzoek ontvangen of aangevuld",
}


@dataclass(frozen=True, slots=True)
class ToObject:
    """Until when an objection is in time; after that it can still be made, with a reason."""

    term: ShownTerm
    late: bool


def shown(term: Term, today: date, about: str = "") -> ShownTerm:
    """Ask it with the change that started it, or that is one query more. `about` tells it from its likes."""
    made = shown_term(
        term,
        today,
        started_by=_started_by(term),
        ics_url=reverse("school:term-ics", args=[term.public_id]),
    )
    return replace(made, what=f"{made.what} ({about})") if about else made


def to_object(decision: Decision, today: date) -> ToObject | None:
    """Nothing where no objection is open."""
    mine = Term.objects.filter(
        case=decision.case, subject=Subject.OBJECTION, subject_id=decision.pk, code=TO_OBJECT
    )
    term = mine.select_related("change").first()
    if term is None or not decision.open_to_objection:
        return None
    return ToObject(shown(term, today), late=term.last_day < today)


def _started_by(term: Term) -> str:
    if term.code == TO_OBJECT:
        return "Besluit verzonden"
    return DONE[term.change.event_] if term.change is not None else STARTED_BY[Subject(term.subject)]
