"""The dates of table 1 in a calendar: a school's own periods; for an auditor the last day of the audit."""

from collections.abc import Iterator
from datetime import date

from django.utils.text import slugify

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.models import Certificate
from keurmerk.certification.queries.feeds import Appointment
from keurmerk.certification.queries.school import own_periods
from keurmerk.web.components import dutch
from keurmerk.web.outcomes.periods import AUDIT, deadlines

SOURCE = "Handleiding Inburgeren, §1.5.3, tabel 1"


def period_dates(user: User, today: date) -> Iterator[Appointment]:
    """Nothing for staff: they would get those of every school."""
    if user.role == Role.STAFF:
        return
    for certificate in (
        Certificate.objects.for_user(user).select_related("school").prefetch_related("changes")
    ):
        yield from _of(certificate, today, only_audit=user.role == Role.AUDITOR)


def _of(certificate: Certificate, today: date, *, only_audit: bool) -> Iterator[Appointment]:
    changes = list(certificate.changes.all())
    for own in own_periods(certificate, changes, today):
        for line in deadlines(own.period, today):
            if line.over or (only_audit and line.what != AUDIT):
                continue
            yield Appointment(
                uid=f"{certificate.public_id}-{own.period.first}-{slugify(line.what)}",
                day=line.last,
                what=line.what,
                about=f"Meetperiode vanaf {dutch.day(own.period.first)}",
                revision=certificate.version,
                changed_at=changes[-1].created_at if changes else certificate.created_at,
                case="",
                school=str(certificate.school.public_id),
                source=SOURCE,
            )
