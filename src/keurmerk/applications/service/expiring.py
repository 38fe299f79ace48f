"""Drafts that nobody works on: reminded, then deleted with all that is in them."""

from datetime import date, timedelta

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import Application
from keurmerk.applications.service.filling import held
from keurmerk.applications.service.telling import named, tell_applicants
from keurmerk.applications.terms import REMIND_DAYS
from keurmerk.documents import service as documents
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled


def look_after_drafts(today: date) -> int:
    """For the worker; returns how many were reminded or deleted. Doing it twice does nothing more."""
    drafts = Application.objects.filter(state=ApplicationState.DRAFT)
    soon = drafts.filter(expires_on__lte=today + timedelta(days=REMIND_DAYS), expires_on__gte=today)
    reminded = sum(
        _remind(pk, today) for pk in list(soon.filter(reminded_on=None).values_list("pk", flat=True))
    )
    over = list(drafts.filter(expires_on__lt=today).values_list("pk", flat=True))
    return reminded + sum(_expire(pk, today) for pk in over)


@journaled
def _remind(application_id: int, today: date) -> bool:
    application = held(application_id)
    if application.reminded_on is not None or application.state != ApplicationState.DRAFT:
        return False
    application.reminded_on = today
    application.save(update_fields=["reminded_on"])
    tell_applicants(
        application.case,
        "school_application_reminder",
        {**named(application), "expires_on": application.expires_on},
        key=f"application:{application.public_id}:reminder:{application.expires_on}",
        today=today,
    )
    return True


@journaled
def _expire(application_id: int, today: date) -> bool:
    """Answers and attachments go; that there was a draft stays, so that nobody wonders."""
    application = held(application_id)
    if application.state != ApplicationState.DRAFT or application.expires_on >= today:
        return False
    for attachment in application.attachments.select_related("document"):
        document = attachment.document
        attachment.delete()
        documents.discard(document, by=SYSTEM)
    application.references.all().delete()
    application.answers.all().delete()
    application.state = ApplicationState.EXPIRED
    application.save(update_fields=["state"])
    tell_applicants(
        application.case,
        "school_application_expired",
        named(application),
        key=f"application:{application.public_id}:expired",
        today=today,
    )
    journal.record(actor=SYSTEM, kind="application.expired", subject=application, payload={})
    return True
