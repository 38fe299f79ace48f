"""Pass rates and survey outcomes: entered by staff, never overwritten, told in the journal."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from keurmerk.accounts.enums import Role
from keurmerk.journal.models import Entry
from keurmerk.results import service
from keurmerk.results.errors import InvalidEntryError
from keurmerk.results.models import AnnouncedPassRate, SurveyOutcome
from keurmerk.results.queries import deliverable_periods, pass_rates_on, survey_outcome_of
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school
from tests.factories.results import PERIOD

pytestmark = pytest.mark.django_db


def announce(percentage, *, profile="hoog", valid_from=date(2025, 1, 1), source="brief"):
    return service.announce_pass_rate(
        profile=profile,
        valid_from=valid_from,
        percentage=Decimal(percentage),
        source=source,
        entered_by=make_user(Role.STAFF),
    )


def add(numbers, school=None):
    return service.add_survey_outcome(
        school=school or make_school(),
        period=PERIOD,
        numbers=numbers,
        source="rapport",
        entered_by=make_user(Role.STAFF),
    )


def test_the_rate_of_a_day_is_the_newest_that_holds():
    announce("70", valid_from=date(2024, 1, 1))
    announce("72.5")
    announce("60", profile="laag")
    announce("80", valid_from=date(2026, 1, 1))
    assert pass_rates_on(date(2024, 12, 31)) == {"hoog": 70 * 10**9}
    assert pass_rates_on(date(2025, 1, 1)) == {"hoog": 725 * 10**8, "laag": 60 * 10**9}


def test_a_correction_is_a_new_row():
    announce("72")
    announce("73")
    assert pass_rates_on(date(2025, 6, 1)) == {"hoog": 73 * 10**9}
    assert AnnouncedPassRate.objects.count() == 2
    assert Entry.objects.filter(kind="pass_rate.announced").count() == 2


@pytest.mark.parametrize(
    ("percentage", "changed"),
    [("0", {}), ("100.000000001", {}), ("75", {"profile": "gemiddeld"}), ("75", {"source": ""})],
)
def test_a_rate_that_cannot_be_is_refused(percentage, changed):
    with pytest.raises(InvalidEntryError):
        announce(percentage, **changed)
    assert not AnnouncedPassRate.objects.exists()


@pytest.mark.parametrize(
    "numbers",
    [
        service.SurveyNumbers(10, 11, 0),
        service.SurveyNumbers(10, 9, 10, Decimal(8)),
        service.SurveyNumbers(10, 9, 9),
        service.SurveyNumbers(10, 9, 0, Decimal(8)),
        service.SurveyNumbers(10, 9, 9, Decimal("10.1")),
        service.SurveyNumbers(10, 9, 9, Decimal(8), Decimal("0.9")),
        service.SurveyNumbers(-1, 0, 0),
    ],
)
def test_an_outcome_that_cannot_be_is_refused(numbers):
    with pytest.raises(InvalidEntryError):
        add(numbers)


def test_the_newest_outcome_of_a_period_holds():
    school = make_school()
    add(service.SurveyNumbers(10, 9, 9, Decimal(7)), school)
    second = add(service.SurveyNumbers(10, 9, 9, Decimal(8)), school)
    assert survey_outcome_of(school, PERIOD) == second
    assert survey_outcome_of(make_school(), PERIOD) is None
    assert Entry.objects.filter(kind="survey_outcome.added").count() == 2


def test_the_database_refuses_it_too():
    outcome = add(service.SurveyNumbers(10, 9, 9, Decimal(7)))
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyOutcome.objects.filter(pk=outcome.pk).update(mean_grade=None)


def test_periods_open_three_weeks_before_they_end():
    newest = [period.first for period in deliverable_periods(date(2025, 12, 10))[:2]]
    assert newest == [date(2025, 1, 1), date(2024, 9, 1)]
    assert deliverable_periods(date(2025, 12, 9))[0].first == date(2024, 9, 1)
