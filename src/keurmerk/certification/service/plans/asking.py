"""Asking for an improvement plan, by letter (§5.6, §6.2.2, §7.4.3, §7.6)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.letter_data import plan_request_letter
from keurmerk.certification.models import Case, Certificate, Plan
from keurmerk.certification.queries.plans import open_plan
from keurmerk.certification.service import changes, moving, running
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.certification.service.plans.knowing import known_of
from keurmerk.certification.service.references import hold
from keurmerk.certification.service.telling import tell_school
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.pieces import Actor
from rulebook.lifecycle.states import State
from rulebook.lifecycle.tables.plan import FILE_WITHIN

CLASSROOM, SUSPENSION, NOT_GRANTED = "toezicht_in_de_klas", "schorsing", "niet_toegekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Why a plan is asked, and the facts that the school must know to make one."""

    grounds: tuple[str, ...]
    facts_text: str
    report_received_on: date | None = None


@journaled
def ask(case: Case, question: Question, *, asked_by: User, now: datetime) -> Plan:
    """Ask by sealed letter; four weeks to file, from today or from the day the school got the report."""
    today = timezone.localdate(now)
    certificate = changes.locked(case.certificate_id)
    case = hold(case)
    moving.demand_staff(asked_by)
    _check(case, certificate, question, today)
    since = question.report_received_on or today
    facts: running.Facts = {"vanaf": since.isoformat(), "aantal": FILE_WITHIN.count or 0}
    plan = Plan.objects.create(
        case=case,
        certificate=certificate,
        grounds=list(question.grounds),
        facts_text=question.facts_text.strip(),
        report_received_on=question.report_received_on,
        asked_on=today,
        file_by=running.compute(FILE_WITHIN.kind, facts, FILE_WITHIN.source).last_day,
    )
    move = moving.Move(
        event=PlanEvent.ASK,
        by=Actor.STAFF,
        user=asked_by,
        on=today,
        grounds=question.grounds,
        facts={FILE_WITHIN.code: facts},
    )
    moving.carry_out(plan, move, known_of(plan, today))
    _send(plan, asked_by, now)
    return plan


def _check(case: Case, certificate: Certificate, question: Question, today: date) -> None:
    if case.closed_on is not None:
        raise refuse("zaak_gesloten", "Deze zaak is gesloten. Open een nieuwe zaak.")
    running_plan = open_plan(certificate)
    if running_plan is not None:
        number = running_plan.case.number
        raise refuse("plan_loopt", f"Er loopt al een plan van aanpak, in zaak {number}.", "§7.6")
    if not question.facts_text.strip():
        raise refuse("feiten", "Beschrijf de feiten, zodat de school een plan kan maken.", "§7.6")
    _check_status(certificate, question)
    _check_report(question, today)


def _check_status(certificate: Certificate, question: Question) -> None:
    if SUSPENSION in question.grounds and certificate.suspended_until is None:
        raise refuse("niet_geschorst", "Het Keurmerk is nu niet geschorst.", "§7.4.3, §7.6")
    if NOT_GRANTED in question.grounds and certificate.state != State.NOT_GRANTED:
        raise refuse("wel_toegekend", "De status is nu niet: Keurmerk niet toegekend.", "§7.2.2, §7.6")


def _check_report(question: Question, today: date) -> None:
    received = question.report_received_on
    if received is None:
        return
    if CLASSROOM not in question.grounds:
        raise refuse("rapport", "Een rapport telt alleen bij Toezicht in de Klas.", "§6.2.2")
    if received > today:
        raise refuse("rapport", "De dag van ontvangst van het rapport ligt in de toekomst.", "§6.2.2")
    facts: running.Facts = {"vanaf": received.isoformat(), "aantal": FILE_WITHIN.count or 0}
    if running.compute(FILE_WITHIN.kind, facts, FILE_WITHIN.source).last_day <= today:
        text = (
            "De vier weken na ontvangst van het rapport zijn al voorbij. Laat die dag leeg: dan krijgt de "
            "school vier weken vanaf vandaag."
        )
        raise refuse("rapport", text, "§6.2.2")


def _send(plan: Plan, sender: User, now: datetime) -> None:
    today = timezone.localdate(now)
    reference = letter_reference(plan.case, f"P{plan.case.plans.count()}")
    letter = plan_request_letter(plan, reference=reference, sender=sender, today=today)
    plan.letter = keep_letter(letter, title="Verzoek om een plan van aanpak", case=plan.case, now=now)
    plan.save(update_fields=["letter"])
    tell_school(
        plan.case,
        "school_plan_asked",
        {"school": plan.case.school.name, "reference": reference, "file_by": plan.file_by},
        key=f"plan:{plan.public_id}:asked",
        today=today,
        attachments=[plan.letter],
    )
