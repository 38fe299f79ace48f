"""What the staff's page of a school says about its reports, statement and certificates of conduct."""

from datetime import date
from typing import Any

from keurmerk.organisations.models import School
from keurmerk.reporting.models import Report
from keurmerk.reporting.queries.statements import asked_of, newest_signed
from keurmerk.reporting.queries.vogs import lines_of


def reporting_on(school: School, today: date) -> dict[str, Any]:
    return {
        "reports": Report.objects.filter(school=school).count(),
        "signed": newest_signed(school),
        "asked": asked_of(school),
        "vogs": lines_of(school, today),
    }
