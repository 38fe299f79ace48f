"""A new application by a school whose agreements stand: after a draft that expired, or a decision."""

from datetime import datetime

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.enums import AgreementKind
from keurmerk.applications.models import Agreement, Application
from keurmerk.applications.service.agreements import application_case
from keurmerk.applications.service.filling import start
from keurmerk.certification.errors import refuse
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School


@journaled
def begin_application(school: School, *, by: User, now: datetime) -> Application:
    """Empty, but for name and number; the one that is open when there is one."""
    concluded = Agreement.objects.filter(school=school, scheme_signed_at__isnull=False)
    if concluded.count() < len(AgreementKind):
        raise refuse(
            "geen_overeenkomst", "Teken eerst beide overeenkomsten en wacht op Blik op Werk.", "§2.3"
        )
    case = application_case(school, by=by, today=timezone.localdate(now))
    return start(school, case, by=by, now=now)
