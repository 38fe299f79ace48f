"""Handing in: all of it at once, declared to be right and complete, and confirmed at once (§2.3)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.declared import declaration_of
from keurmerk.applications.enums import AgreementKind, ApplicationState
from keurmerk.applications.errors import IncompleteError, NotOpenError
from keurmerk.applications.letter_data import receipt_letter
from keurmerk.applications.models import Agreement, Application, Invoice
from keurmerk.applications.queries.filling import Filled, filled_in
from keurmerk.applications.service.filling import HANDED_IN, held
from keurmerk.applications.service.handing_in import keep_handed_in
from keurmerk.applications.service.telling import named, tell_applicants
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Term
from keurmerk.certification.service import cases, changes
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from keurmerk.persons import service as persons
from keurmerk.persons.declaration import DeclarationError
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor

OF_EARLIER_APPLICATION = (
    Fact.INFORMATION_COMPLETE,
    Fact.COMPLETION_MISSED,
    Fact.REQUIREMENTS_MET,
    Fact.NEW_FACTS,
)
"""What was found of an earlier application says nothing of a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Who declares that all is right and complete."""

    signer: str
    function: str
    place: str
    agreed: bool


@journaled
def submit(application_id: int, declared: Declared, *, by: User, now: datetime) -> Application:
    """Hand it in. Raises IncompleteError with all that is missing; open invoices are refused by number.

    The same button twice hands in once.
    """
    application = held(application_id)
    if application.state == ApplicationState.SUBMITTED:
        return application
    if application.state != ApplicationState.DRAFT:
        raise NotOpenError(HANDED_IN)
    today = timezone.localdate(now)
    filled = filled_in(application, today)
    if filled.missing:
        raise IncompleteError(filled.missing)
    _check(application, declared)
    application.state, application.submitted_at = ApplicationState.SUBMITTED, now
    application.submitted_by, application.signer = by, declared.signer.strip()
    application.function, application.place = declared.function.strip(), declared.place.strip()
    _apply(application, filled, by=by, today=today)
    _confirm(application, filled, today=today, now=now)
    application.save()
    keep_handed_in(application, filled, now=now)
    _tell_of_persons(application, filled, by=by, today=today)
    journal.record(
        actor=by,
        kind="application.submitted",
        subject=application,
        payload={"number": application.number, "attachments": len(filled.attachments)},
        ground="§2.3",
    )
    return application


def open_invoices(school_id: int) -> list[Invoice]:
    """What the school still has to pay, due or not: §2.3 asks that nothing is open."""
    return list(Invoice.objects.filter(school=school_id, paid_on=None))


def _check(application: Application, declared: Declared) -> None:
    if not declared.agreed:
        raise refuse("niet_verklaard", "Verklaar dat alle informatie juist en volledig is.", "§2.2, §2.3")
    asked = {"naam": declared.signer, "functie": declared.function, "plaats": declared.place}
    if missing := [label for label, value in asked.items() if not value.strip()]:
        raise refuse("ontbreekt", f"Vul in: {', '.join(missing)}.")
    concluded = Agreement.objects.filter(school=application.school, scheme_signed_at__isnull=False)
    if concluded.count() < len(AgreementKind):
        raise refuse("geen_overeenkomst", "De overeenkomsten zijn nog niet tot stand gekomen.", "§2.3")
    if invoices := open_invoices(application.school_id):
        numbers = ", ".join(each.told for each in invoices)
        raise refuse(
            "facturen", f"Er staan nog facturen open: {numbers}. Betaal die eerst en dien dan in.", "§2.3"
        )


def _apply(application: Application, filled: Filled, *, by: User, today: date) -> None:
    """The certificate's own event, with the facts that the form itself establishes."""
    case = application.case
    cases.forget_findings(case, OF_EARLIER_APPLICATION)
    new_facts = bool(str(filled.answers.get("netwerk", {}).get("nieuwe_feiten") or "").strip())
    found = {
        Fact.DECLARED_TRUE: (True, "Verklaring bij de aanvraag"),
        Fact.INVOICES_PAID: (True, "Geen openstaande facturen"),
        Fact.NEW_FACTS: (new_facts, "Aanvraagformulier, uw netwerk"),
    }
    for fact, (holds, source) in found.items():
        cases.establish(case, fact, holds=holds, source=source, established_by=by, today=today)
    step = changes.Step(event=Event.APPLY, by=Actor.SCHOOL, user=by)
    changes.make(case.certificate_id, step, case=case, today=today)


def _tell_of_persons(application: Application, filled: Filled, *, by: User, today: date) -> None:
    """Into the register of persons; what cannot be there is refused with its place."""
    try:
        persons.declare(
            application.school,
            declaration_of(filled.answers),
            declared_by=by,
            source=f"Aanvraag {application.number}, {today:%d-%m-%Y}",
            today=today,
        )
    except DeclarationError as error:
        told = " ".join(f"{place}: {text}" for place, text in error.problems)
        raise refuse("personen", f"Controleer wat u over personen en organisaties invulde. {told}") from error


def _confirm(application: Application, filled: Filled, *, today: date, now: datetime) -> None:
    """The receipt: what was handed in, sealed, with the day on which the scheme decides at the latest."""
    case = application.case
    term = Term.objects.filter(case=case, code="aanvraag_awb", ended_on=None).first()
    letter = receipt_letter(
        application, filled, reference=letter_reference(case, f"A{application.number}"), today=today
    )
    application.receipt = keep_letter(letter, title="Ontvangst van uw aanvraag", case=case, now=now)
    tell_applicants(
        case,
        "school_application_received",
        {**named(application), "decide_by": term.last_day if term else None},
        key=f"application:{application.public_id}:received",
        today=today,
        attachments=[application.receipt],
    )
