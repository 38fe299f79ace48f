from datetime import date, timedelta

import pytest

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Term
from keurmerk.dispensations import service
from keurmerk.dispensations.enums import State
from keurmerk.dispensations.models import Dispensation
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from rulebook.dispensations import CATALOGUE, Code, kinds_to_ask
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.states import State as CertificateState
from tests.factories.case_rows import put_in
from tests.factories.dispensations import make_asked, wish
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
DECIDED_BY = date(2026, 4, 28)
"""Eight weeks on is King's Day: a free day moves the term."""
P2026 = MeasuringPeriod.starting(date(2026, 1, 1))


@pytest.fixture
def school():
    school = make_school()
    put_in(CertificateState.INDEFINITE, school=school)
    return school


def asked(school, code=Code.ONA_TEACHER, *, today=TODAY, **given):
    return service.ask(school, wish(code, today=today, **given), by=make_school_user(school), today=today)


def refused(school, code=Code.ONA_TEACHER, **given):
    with pytest.raises(NotPossibleError) as error:
        asked(school, code, **given)
    return error.value.codes


@pytest.mark.parametrize("kind", kinds_to_ask(TODAY), ids=lambda kind: kind.code)
def test_every_kind_that_can_be_asked_opens_a_case_with_a_term_of_eight_weeks(school, kind):
    made = asked(school, kind.code)
    assert made.state_ is State.ASKED
    assert made.case.kind == CaseKind.REQUEST
    assert made.reference == f"K-{made.case.number:06d}"
    assert set(made.norms.values_list("norm", flat=True)) == set(kind.norms or ["2.13"])
    term = Term.objects.get(case=made.case)
    assert (term.code, term.last_day) == ("ontheffing_beslissen", DECIDED_BY)
    made.case.refresh_from_db()
    assert made.case.next_day == term.last_day


def test_the_school_hears_that_it_was_received_and_the_journal_tells_no_name(school):
    made = asked(school)
    mail = Message.objects.get(kind="dispensations.school_dispensation_received")
    assert made.reference in mail.subject
    line = Entry.objects.get(kind="dispensation.asked")
    assert "Voorbeeld" not in line.payload
    assert "Voorbeeld" not in line.subject_label


def test_what_was_handed_in_lies_in_the_case_under_what_was_asked(school):
    made = asked(school)
    codes = set(made.evidence.values_list("code", flat=True))
    assert codes == {each.code for each in made.kind_.evidence if each.required}
    assert made.case.papers.count() == len(codes)


@pytest.mark.parametrize("kind", [k for k in CATALOGUE if k.in_force_until], ids=lambda kind: kind.code)
def test_a_measure_whose_force_ended_cannot_be_asked(school, kind):
    assert refused(school, kind.code) == ("verlopen",)


def test_everything_that_is_missing_is_told_at_once(school):
    assert refused(school, named=" ", text="", wanted_from=None, files={}) == (
        "named",
        "text",
        "stuk:diplomas",
        "stuk:cv",
        "wanted_from",
    )


def test_a_dispensation_is_not_asked_for_days_that_are_over(school):
    assert refused(school, wanted_from=TODAY - timedelta(days=1)) == ("wanted_from",)


def test_an_exception_of_the_handbook_may_have_begun_before_it_is_told(school):
    made = asked(school, Code.SHORT_COURSE, wanted_from=date(2026, 1, 5), wanted_until=date(2026, 2, 5))
    assert made.wanted_from == date(2026, 1, 5)


def test_an_exception_cannot_begin_before_the_rule_did(school):
    assert refused(school, Code.SHORT_COURSE, wanted_from=date(2024, 12, 31)) == ("wanted_from",)


@pytest.mark.parametrize(
    ("until", "possible"), [(date(2026, 9, 2), True), (date(2026, 9, 3), False), (None, False)]
)
def test_a_trainee_stands_before_the_class_for_six_months_at_most(school, until, possible):
    if possible:
        assert asked(school, Code.TRAINEE, wanted_until=until).wanted_until == until
    else:
        assert refused(school, Code.TRAINEE, wanted_until=until) == ("wanted_until",)


def test_the_last_day_is_not_before_the_first(school):
    assert refused(school, wanted_until=TODAY - timedelta(days=1)) == ("wanted_until",)


def test_four_months_before_the_end_is_in_time(school):
    made = asked(school, Code.SHRINKING, today=date(2026, 8, 31), period=P2026)
    assert (made.ask_by, made.late) == (date(2026, 8, 31), False)
    assert made.period == P2026


def test_a_day_later_is_late_and_asks_why(school):
    late = {"today": date(2026, 9, 1), "period": P2026}
    assert refused(school, Code.SHRINKING, **late) == ("late_because",)
    made = asked(school, Code.SHRINKING, **late, late_because="De gemeente stopte pas in augustus.")
    assert made.late


def test_over_a_period_that_is_over_it_cannot_be_asked_any_more(school):
    assert refused(school, Code.SHRINKING, today=date(2027, 1, 1), period=P2026, late_because="Te laat.") == (
        "period",
    )


@pytest.mark.parametrize("norms", [[], ["9.9.9"]])
def test_a_shrinking_school_names_norms_that_exist(school, norms):
    assert refused(school, Code.SHRINKING, norms=norms) == ("norms",)


def test_pressing_twice_is_one_request(school):
    assert asked(school) == asked(school)
    assert Dispensation.objects.count() == 1
    assert Message.objects.filter(kind="dispensations.school_dispensation_received").count() == 1


def test_for_another_teacher_it_is_another_request(school):
    assert asked(school) != asked(school, named="B. Voorbeeld")


def test_a_second_request_on_the_same_day_gets_a_case_of_its_own(school):
    assert asked(school).case != asked(school, named="B. Voorbeeld").case


def test_without_an_agreement_nothing_can_be_asked():
    with pytest.raises(NotPossibleError) as error:
        asked(make_school())
    assert error.value.codes == ("geen_keurmerk",)


def test_who_lost_the_mark_asks_nothing(school):
    put_in(CertificateState.WITHDRAWN, school=school)
    assert refused(school) == ("geen_houder",)


def test_who_applies_may_ask():
    applicant = make_school()
    put_in(CertificateState.APPLICATION, school=applicant)
    assert make_asked(applicant).state_ is State.ASKED
