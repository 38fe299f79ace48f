"""Taking the texts out of old cases: who wrote what goes, that there was a decision and when stays."""

from datetime import date

from keurmerk.certification.models import (
    Case,
    CourtCase,
    Decision,
    Finding,
    Intention,
    Motivation,
    Note,
    Objection,
    Paper,
    Plan,
    Request,
    Task,
)
from keurmerk.certification.queries.ended_marks import schools_to_forget
from keurmerk.journal.unit import journaled

GONE = "(verwijderd, bewaartermijn voorbij)"


def forget_old(today: date) -> int:
    """Of every school that has been without the mark for as long as cases are kept; returns how many."""
    return sum(_forget(school) for school in schools_to_forget(today))


@journaled
def _forget(school_id: int) -> int:
    """Doing it again finds nothing more to take out."""
    cases = Case.objects.filter(school_id=school_id)
    notes = Note.objects.filter(case__in=cases).delete()[0]
    Paper.objects.filter(case__in=cases).exclude(html="").update(html="")
    Motivation.objects.filter(decision__case__in=cases).exclude(facts="").update(facts="")
    Finding.objects.filter(case__in=cases).exclude(source=GONE).update(source=GONE)
    Task.objects.filter(case__in=cases).exclude(note="").update(note="")
    return notes + sum(
        (
            Decision.objects.filter(case__in=cases)
            .exclude(facts_text=GONE)
            .update(
                facts_text=GONE,
                weighing="",
                heard_reason="",
                returned_because="",
                letter_html="",
                details={},
            ),
            Intention.objects.filter(case__in=cases)
            .exclude(facts_text=GONE)
            .update(
                facts_text=GONE,
                view="",
                report="",
                letter_html="",
                details={},
                motivations=[],
                hearing_place="",
            ),
            Objection.objects.filter(case__in=cases)
            .exclude(arguments=GONE)
            .update(
                arguments=GONE,
                objector="",
                address="",
                late_reason="",
                report="",
                hearing_waived="",
                committee_advice="",
            ),
            CourtCase.objects.filter(objection__case__in=cases)
            .exclude(consequence=GONE)
            .update(consequence=GONE),
            Plan.objects.filter(case__in=cases)
            .exclude(causes=GONE)
            .update(causes=GONE, measures="", body_advice="", end_reason="", facts_text=""),
            Request.objects.filter(case__in=cases).exclude(text=GONE).update(text=GONE),
        )
    )
