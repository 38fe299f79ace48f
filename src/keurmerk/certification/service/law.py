"""What happens by itself on a date, done by the worker, each in its own transaction."""

import logging
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from keurmerk.certification.enums import CaseKind, IntentionState
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.letter_data import lapse_letter
from keurmerk.certification.models import Case, Certificate, Change, Intention
from keurmerk.certification.models.certificate import FIXED_TERM, SUSPENDED
from keurmerk.certification.queries import known_now
from keurmerk.certification.service import cases, changes, intending, objections, plans, running
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.certification.service.telling import tell_school
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.machine import due_by_law
from rulebook.lifecycle.pieces import Actor
from rulebook.lifecycle.table import CERTIFICATE

logger = logging.getLogger(__name__)


def carry_out_law(now: datetime) -> int:
    """Everything whose day has passed; returns how much happened. Doing it twice changes nothing more."""
    today = timezone.localdate(now)
    done = 0
    for certificate in due_certificates(today):
        done += _quietly(certificate.pk, now)
    done += plans.miss_due(today) + objections.miss_repairs(today) + objections.end_unused_rights(today)
    unanswered = Intention.objects.filter(state=IntentionState.SENT, respond_by__lt=today)
    for intention_id in list(unanswered.values_list("pk", flat=True)):
        intending.let_pass(intention_id, by=None, today=today)
        done += 1
    return done


def due_certificates(today: date) -> list[Certificate]:
    lapsing = Q(state__in=[s.value for s in FIXED_TERM], fixed_until__lt=today)
    ending = Q(state__in=[s.value for s in SUSPENDED], suspended_until__lt=today)
    return list(Certificate.objects.filter(lapsing | ending))


def _quietly(certificate_id: int, now: datetime) -> int:
    """One certificate that cannot move must not hold up the others."""
    try:
        return by_law(certificate_id, now)
    except NotPossibleError:
        logger.exception("a change by law was refused for certificate %s", certificate_id)
        return 0


@journaled
def by_law(certificate_id: int, now: datetime) -> int:
    """Do what the table says happens by itself now, step after step; returns how many steps."""
    today, steps = timezone.localdate(now), 0
    while True:
        certificate = changes.locked(certificate_id)
        row = due_by_law(CERTIFICATE, certificate.state_, known_now(certificate, today))
        if row is None:
            return steps
        case = running_case(certificate, today)
        step = changes.Step(event=Event(row.event), by=Actor.LAW)
        _tell(changes.make(certificate.pk, step, case=case, today=today), row.text, now)
        steps += 1


def _tell(change: Change, what: str, now: datetime) -> None:
    """That a fixed term ran out has many consequences, so a letter tells them; an end is told by mail."""
    case, today = change.case, timezone.localdate(now)
    papers = []
    if change.event == Event.LAPSE:
        letter = lapse_letter(change, reference=letter_reference(case, f"A{change.number}"), today=today)
        papers = [keep_letter(letter, title="Aflopen van het Keurmerk", case=case, now=now)]
        change.tasks.filter(code="aflopen_melden").update(done_on=today, note="Automatisch per brief gemeld.")
        running.refresh_next_day([case.pk])
    tell_school(
        case,
        "school_by_law",
        {
            "school": case.school.name,
            "what": what,
            "status": change.after_.words,
            "on": change.on,
            "letter": bool(papers),
        },
        key=f"law:{change.certificate.public_id}:{change.number}",
        today=today,
        attachments=papers,
    )


def running_case(certificate: Certificate, today: date) -> Case:
    """The newest running case of this certificate, else a new one to hold what follows."""
    found = certificate.cases.filter(closed_on=None).exclude(kind=CaseKind.OBJECTION).order_by("-pk").first()
    return found or cases.open_case(
        certificate, CaseKind.SUPERVISION, title="Van rechtswege", opened_by=None, today=today
    )
