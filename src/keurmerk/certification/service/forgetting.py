"""Taking the texts out of old cases: who wrote what goes, that there was a decision and when stays."""

from datetime import date
from typing import Any

from django.db import models, transaction

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
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.models import School

GONE = "(verwijderd, bewaartermijn voorbij)"
IN_CASE = "case__in"
TEXTS: dict[type[models.Model], tuple[str, dict[str, Any]]] = {
    Decision: (IN_CASE, {"facts_text": GONE, "details": {}}),
    Motivation: ("decision__case__in", {"facts": GONE}),
    Intention: (IN_CASE, {"facts_text": GONE, "details": {}, "motivations": [], "hearing_place": ""}),
    Objection: (IN_CASE, {"arguments": GONE, "objector": ""}),
    CourtCase: ("objection__case__in", {"consequence": GONE}),
    Plan: (IN_CASE, {"causes": GONE}),
    Request: (IN_CASE, {"text": GONE}),
    Finding: (IN_CASE, {"source": GONE}),
    Task: (IN_CASE, {"note": ""}),
    Paper: (IN_CASE, {"html": ""}),
}
"""How a row leads to its case, and what its fields become. The first tells whether it was done already;
text fields that are not named become empty."""


def forget_old(today: date) -> int:
    """Of every school that has been without the mark for as long as cases are kept; returns how many rows."""
    return sum(_forget(school) for school in School.objects.filter(pk__in=schools_to_forget(today)))


@transaction.atomic
def _forget(school: School) -> int:
    """Doing it again finds nothing more to take out."""
    cases = Case.objects.filter(school=school)
    gone = Note.objects.filter(case__in=cases).delete()[0]
    for model, (path, values) in TEXTS.items():
        done = dict([next(iter(values.items()))])
        rows = model._default_manager.filter(**{path: cases}).exclude(**done)  # noqa: SLF001
        gone += rows.update(**{**dict.fromkeys(_text_fields(model), ""), **values})
    if gone:
        journal.record(actor=SYSTEM, kind="case.texts_deleted", subject=school, payload={"rows": gone})
    return gone


def _text_fields(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.local_fields if isinstance(field, models.TextField)]  # noqa: SLF001
