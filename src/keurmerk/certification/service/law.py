"""What happens by itself on a date, done by the worker, each in its own transaction."""

import logging
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from keurmerk.certification.enums import CaseKind, IntentionState
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Case, Certificate, Intention
from keurmerk.certification.models.certificate import FIXED_TERM, SUSPENDED
from keurmerk.certification.queries import known_now
from keurmerk.certification.service import cases, changes, intending, objections, plans
from keurmerk.certification.service.telling import tell_school
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
        done += _quietly(certificate.pk, today)
    done += plans.miss_due(today) + objections.miss_repairs(today)
    for intention in Intention.objects.filter(state=IntentionState.SENT, respond_by__lt=today):
        intending.let_pass(intention.pk, by=None, today=today)
        done += 1
    return done


def due_certificates(today: date) -> list[Certificate]:
    lapsing = Certificate.objects.filter(state__in=[s.value for s in FIXED_TERM], fixed_until__lt=today)
    ending = Certificate.objects.filter(state__in=[s.value for s in SUSPENDED], suspended_until__lt=today)
    return list(lapsing.union(ending))


def _quietly(certificate_id: int, today: date) -> int:
    """One certificate that cannot move must not hold up the others."""
    try:
        return by_law(certificate_id, today)
    except NotPossibleError:
        logger.exception("a change by law was refused for certificate %s", certificate_id)
        return 0


@transaction.atomic
def by_law(certificate_id: int, today: date) -> int:
    """Do what the table says happens by itself now, step after step; returns how many steps."""
    steps = 0
    while True:
        certificate = changes.locked(certificate_id)
        row = due_by_law(CERTIFICATE, certificate.state_, known_now(certificate, today))
        if row is None:
            return steps
        case = running_case(certificate, today)
        event = Event(row.event)
        changes.make(certificate.pk, changes.Step(event=event, by=Actor.LAW), case=case, today=today)
        certificate.refresh_from_db()
        tell_school(
            case,
            "school_by_law",
            {"school": case.school.name, "what": row.text, "status": certificate.state_.words, "on": today},
            key=f"law:{certificate.public_id}:{certificate.version}",
            today=today,
        )
        steps += 1


def running_case(certificate: Certificate, today: date) -> Case:
    """The newest running case of this certificate, else a new one to hold what follows."""
    found = certificate.cases.filter(closed_on=None).exclude(kind=CaseKind.OBJECTION).order_by("-pk").first()
    return found or cases.open_case(
        certificate, CaseKind.SUPERVISION, title="Van rechtswege", opened_by=None, today=today
    )
