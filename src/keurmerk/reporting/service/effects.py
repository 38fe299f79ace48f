"""What a report does by itself: a member of the management enters or leaves, a location, an inquiry."""

from datetime import date, timedelta

from keurmerk.accounts.models import User
from keurmerk.persons.service import add_location
from keurmerk.reporting.locations import location_of
from keurmerk.reporting.models import Manager, Report
from keurmerk.reporting.service import tasks
from keurmerk.reporting.service.managers import end_manager, enter_manager
from rulebook.application.report_kinds import NEW_MANAGER
from rulebook.application.reports import Clock, Follow, ReportKind
from rulebook.application.vog import SOURCE, same_name

WEEKS_FOR_VOG = 4
"""To ask for a certificate takes a few weeks; the handbook gives no term (RP-6)."""
LEFT = "weg"


def carry_out(report: Report, *, by: User, today: date) -> None:
    """In the transaction of the report."""
    follow = report.duty.follow
    if report.kind_ is ReportKind.MANAGEMENT:
        _management(report, by, today)
        return
    if report.kind_ is ReportKind.LEARNERS and report.clock != Clock.BEFORE:
        return
    if report.kind_ is ReportKind.LOCATION:
        source = f"Melding in zaak {report.case.number}"
        add_location(report.school, location_of(report), told_by=by, source=source, today=today)
    if follow is not Follow.JUDGE:
        tasks.follow_up(report.case, follow, source=report.duty.source, today=today)


def _management(report: Report, by: User, today: date) -> None:
    change, name = report.details["wat"], report.details["naam"]
    known = _known(report, name)
    if change == NEW_MANAGER:
        manager = known or enter_manager(
            report.school,
            name=name,
            function=report.details["functie"],
            since=report.happened_on,
            entered_by=by,
        )
        tasks.for_school(
            report.case,
            tasks.code_of_manager(manager.pk),
            f"Lever de VOG van het nieuwe lid van het Management aan: {manager.function}.",
            source=SOURCE,
            due=max(today, report.happened_on) + timedelta(weeks=WEEKS_FOR_VOG),
        )
    elif change == LEFT and known is not None:
        end_manager(known, until=report.happened_on, by=by, today=today)


def _known(report: Report, name: str) -> Manager | None:
    now = Manager.objects.filter(school=report.school, until=None)
    return next((each for each in now if same_name(each.name, name)), None)
