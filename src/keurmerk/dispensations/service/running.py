"""What every verb on a dispensation shares: holding it, its terms, its mail and its journal."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from keurmerk.accounts.models import User
from keurmerk.certification.enums import Subject
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Term
from keurmerk.certification.service import cases
from keurmerk.certification.service import running as terms
from keurmerk.certification.service.telling import tell_school
from keurmerk.dispensations.enums import State
from keurmerk.dispensations.models import Dispensation
from keurmerk.documents.models import Document
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party
from rulebook.lifecycle.pieces import Side, TermRule

PACKAGE = "keurmerk.dispensations"
DECIDE = TermRule("ontheffing_beslissen", "Beslis op het verzoek om ontheffing", "Awb 4:13", "aanvraag_awb")
COMPLETE = TermRule(
    "ontheffing_aanvullen",
    "Vul uw verzoek om ontheffing aan",
    "Awb 4:5",
    "weken",
    count=2,
    side=Side.SCHOOL,
)


def held(dispensation_id: int, *states: State) -> Dispensation:
    """Locked, so that of two who act at once the second sees what the first did."""
    found = (
        Dispensation.objects.select_for_update(no_key=True, of=("self",))
        .select_related("school", "case__school", "case__certificate")
        .get(pk=dispensation_id)
    )
    if found.state_ not in states:
        raise refuse("andere_stand", f"Dit kan niet meer: {found.reference} is {found.get_state_display()}.")
    return found


def start(dispensation: Dispensation, rule: TermRule, facts: terms.Facts, *, on: date) -> Term:
    term = terms.start_term(
        rule, facts, case=dispensation.case, on=on, subject=Subject.REQUEST, subject_id=dispensation.pk
    )
    terms.refresh_next_day([dispensation.case_id])
    return term


def running_term(dispensation: Dispensation, rule: TermRule) -> Term | None:
    return _running(dispensation).filter(code=rule.code).first()


def _running(dispensation: Dispensation) -> QuerySet[Term]:
    return Term.objects.filter(
        case_id=dispensation.case_id,
        subject=Subject.REQUEST,
        subject_id=dispensation.pk,
        ended_on=None,
    )


def finish(dispensation: Dispensation, *, by: User, on: date) -> None:
    """Nothing waits any more: its terms end and the case closes, unless something else runs in that."""
    terms.end_terms(_running(dispensation), on=on)
    case = dispensation.case
    terms.refresh_next_day([case.pk])
    waits = (
        case.terms.filter(ended_on=None).exists()
        or case.tasks.filter(done_on=None, ended_on=None, due__isnull=False).exists()
    )
    if not waits:
        cases.close_case(case, closed_by=by, today=on)


def tell(
    dispensation: Dispensation,
    text: str,
    context: Mapping[str, Any],
    *,
    today: date,
    attachments: tuple[Document, ...] = (),
) -> None:
    """Once for each text, however often the verb is called."""
    tell_school(
        dispensation.case,
        text,
        {
            "school": dispensation.school.name,
            "reference": dispensation.reference,
            "nature": dispensation.nature,
            "title": dispensation.kind_.title,
            **context,
        },
        key=f"dispensation:{dispensation.public_id}:{text}",
        today=today,
        attachments=attachments,
        package=PACKAGE,
    )


def note(
    dispensation: Dispensation, verb: str, by: User | Party, payload: Mapping[str, Any], ground: str = ""
) -> None:
    """A line in the journal, without what it names or what anybody wrote about a person."""
    journal.record(
        actor=by,
        kind=f"dispensation.{verb}",
        subject=dispensation,
        payload={"case": dispensation.case.number, **payload},
        ground=ground,
    )
