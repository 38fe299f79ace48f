import pytest

from keurmerk.assessments.models import Assessment
from keurmerk.organisations.models import School
from keurmerk.web.outcomes.school_lines import with_newest
from keurmerk.web.outcomes.school_page import newest_per_delivery
from keurmerk.web.outcomes.standing import standing_of
from tests.factories.organisations import make_school
from tests.factories.results import PERIOD, make_assessment, shuffled_workbook, small_tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice():
    """The same school, its period delivered and judged twice."""
    school = make_school()
    first = make_assessment(school)
    second = make_assessment(school, shuffled_workbook(small_tables(school)))
    assert first.delivery_id < second.delivery_id
    return school, first, second


def test_the_newest_delivery_of_a_period_is_where_a_school_stands(twice):
    school, _, second = twice
    assert standing_of(school, PERIOD).assessment == second


def test_of_a_school_page_only_the_newest_delivery_holds(twice):
    _, first, second = twice
    lines = newest_per_delivery(Assessment.objects.all(), "staff")
    assert [(line.assessment, line.holds) for line in lines] == [(second, True), (first, False)]


def test_the_list_of_schools_shows_the_newest_judgement(twice):
    school, _, second = twice
    assert Assessment.objects.first() == second
    assert with_newest(School.objects.all()).get(pk=school.pk).newest == second.pk
