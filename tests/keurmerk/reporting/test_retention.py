"""Names and texts go when their time is over; that there was a report, and when, stays."""

import pytest

from keurmerk.journal.models import Entry
from keurmerk.reporting.models import Manager, Report, Statement, Vog
from keurmerk.reporting.service.forgetting import GONE, forget
from rulebook.application.reports import ReportKind
from tests.factories.files import own_store
from tests.factories.reporting import make_manager, make_report, make_statement, make_vog

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


def test_texts_and_names_go_and_days_stay():
    report = make_report(ReportKind.OWNERS)
    make_statement(report.school)
    make_vog(make_manager(report.school))
    other = make_report()
    assert forget([report.school_id]) == 4
    assert (Report.objects.get(pk=report.pk).text, Report.objects.get(pk=report.pk).details) == (GONE, {})
    assert Statement.objects.get().signer_name == GONE
    assert {Manager.objects.get().name, Vog.objects.get().name} == {GONE}
    assert Report.objects.get(pk=report.pk).happened_on == report.happened_on
    assert Report.objects.get(pk=other.pk).text == other.text
    assert Entry.objects.filter(kind="report.texts_deleted").count() == 1


def test_doing_it_again_finds_nothing():
    report = make_report()
    forget([report.school_id])
    assert forget([report.school_id]) == 0
