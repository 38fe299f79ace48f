"""Taking names and texts out of old dispensations; that there was one, of which kind and when, stays."""

from datetime import date

from django.db import transaction

from keurmerk.certification.queries.ended_marks import schools_to_forget
from keurmerk.dispensations.models import Dispensation, Establishment, Point
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.models import School

GONE = "(verwijderd, bewaartermijn voorbij)"
TEXTS = (
    "named",
    "code",
    "late_because",
    "repair_asked",
    "repair_text",
    "advice_text",
    "reasons",
    "conditions",
    "letter_html",
    "ended_because",
)


def forget_old(today: date) -> int:
    """Of schools that have been without the mark for as long as cases are kept; returns how many rows."""
    return sum(_forget(school) for school in School.objects.filter(pk__in=schools_to_forget(today)))


@transaction.atomic
def _forget(school: School) -> int:
    """Doing it again finds nothing more to take out."""
    ours = Dispensation.objects.filter(school=school)
    gone = ours.exclude(text=GONE).update(text=GONE, **dict.fromkeys(TEXTS, ""))
    gone += Point.objects.filter(dispensation__in=ours).exclude(note="").update(note="")
    seen = Establishment.objects.filter(dispensation__in=ours)
    gone += seen.exclude(source=GONE).update(source=GONE)
    if gone:
        journal.record(
            actor=SYSTEM, kind="dispensation.texts_deleted", subject=school, payload={"rows": gone}
        )
    return gone
