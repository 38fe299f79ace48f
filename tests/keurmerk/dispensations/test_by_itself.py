"""What happens without anybody pressing a button: a mail before it ends, and texts that go."""

from datetime import date, timedelta

import pytest

from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.service.forgetting import GONE, forget_old
from keurmerk.dispensations.service.reminding import remind
from keurmerk.messaging.models import Message
from rulebook.dispensations import Code
from tests.factories.certification import make_case, noon, withdrawn
from tests.factories.dispensations import make_granted
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
UNTIL = date(2026, 5, 31)
ENDING = "dispensations.school_dispensation_ending"


def granted(until=UNTIL):
    return make_granted(today=TODAY, advised={"valid_until": until})


@pytest.mark.parametrize(("days", "told"), [(31, False), (30, True), (1, True), (0, True), (-1, False)])
def test_a_school_hears_within_thirty_days_before_it_ends(days, told):
    granted()
    assert remind(noon(UNTIL - timedelta(days=days))) == told
    assert Message.objects.filter(kind=ENDING).exists() == told


def test_it_hears_once():
    granted()
    for day in (30, 29, 1):
        remind(noon(UNTIL - timedelta(days=day)))
    assert Message.objects.filter(kind=ENDING).count() == 1


def test_what_has_no_end_is_not_told_of():
    granted(until=None)
    assert remind(noon(UNTIL)) == 0


def test_names_and_texts_go_seven_years_after_the_mark_and_that_it_was_there_stays():
    school = make_school()
    make_school_user(school)
    made = make_granted(school, Code.ONA_TEACHER, today=TODAY)
    withdrawn(make_case(made.case.certificate, today=TODAY), today=TODAY)
    school.cases.update(closed_on=TODAY)
    assert forget_old(date(2033, 3, 1)) == 0
    assert forget_old(date(2033, 3, 3)) > 0
    made = Dispensation.objects.get()
    assert (made.text, made.named, made.reasons, made.letter_html) == (GONE, "", "", "")
    assert (made.reference, made.valid_from, made.decided_on) == (made.reference, TODAY, TODAY)
    assert not made.points.exclude(note="").exists()
    assert forget_old(date(2033, 3, 3)) == 0
