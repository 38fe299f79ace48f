"""The letter of an intended decision."""

from datetime import date

from django.utils import timezone

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.certification.counting import compute
from keurmerk.certification.enums import Subject
from keurmerk.certification.letter_data.frame import composed, frame, sent_by
from keurmerk.certification.letter_data.reasons import grounds_of
from keurmerk.certification.letter_data.wording import Data, norm_rows, paragraphs, term_slot
from keurmerk.certification.letter_kinds import INTENDED
from keurmerk.certification.models import Intention, Term
from keurmerk.letters.letter import in_words
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.table import CERTIFICATE

WEEK = 7


def intention_letter(intention: Intention, *, sender: User, today: date) -> letters.Letter:
    """Composed before the intention is stored: its term is counted here as it will be started."""
    row = CERTIFICATE.cells[intention.case.certificate.state_, Event(intention.event)]
    data = {
        **frame(intention.case, intention.reference, today),
        **sent_by(sender),
        "intended": INTENDED.get(intention.kind_),
        "grounds": grounds_of(row, intention.grounds),
        "facts": paragraphs(intention.facts_text),
        **norm_rows([{name: str(value) for name, value in each.items()} for each in intention.motivations]),
        "weighing": intention.details.get("weighing"),
        "remarks": intention.details.get("remarks"),
        "hearing_at": _hearing_at(intention),
        "view_term": _view_term(intention),
    }
    return composed("voornemen", data)


def _hearing_at(intention: Intention) -> str | None:
    if intention.hearing_on is None:
        return None
    moment = timezone.localtime(intention.hearing_on)
    place = f", {intention.hearing_place}" if intention.hearing_place else ""
    return f"{in_words(moment.date())} om {moment:%H.%M} uur{place}"


def _view_term(intention: Intention) -> Data:
    started = Term.objects.filter(
        case_id=intention.case_id, subject=Subject.INTENTION, subject_id=intention.pk or 0, code="zienswijze"
    ).first()
    if started is not None:
        return term_slot(started)
    weeks = (intention.respond_by - intention.sent_on).days // WEEK
    facts = {"vanaf": intention.sent_on.isoformat(), "aantal": weeks}
    return term_slot(compute("weken", facts, "Awb 4:8, 4:9"))
