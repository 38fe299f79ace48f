"""An exception turns a failing norm lawful, visibly; the verdict stays as it was computed."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.cache import caches
from django.urls import reverse

from keurmerk.accounts.enums import Role
from keurmerk.certification.queries import findings_of
from keurmerk.certification.service import deciding
from keurmerk.dispensations import service
from keurmerk.dispensations.service import NormAdvice
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.service import assign_auditor
from keurmerk.web.outcomes.body import KEPT
from rulebook.dispensations import Code, Effect
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import State
from tests.factories.accounts import make_user
from tests.factories.case_rows import put_in
from tests.factories.certification import make_case, make_decider, make_staff
from tests.factories.dispensations import make_granted
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import PERIOD, make_assessment

pytestmark = pytest.mark.django_db
ASKED_ON = date(2025, 3, 3)
TODAY = date(2026, 3, 2)
ALLOWED = "Niet voldaan, maar toegestaan"


@pytest.fixture
def school():
    school = make_school()
    put_in(State.INDEFINITE, school=school, period_first=date(2025, 1, 1))
    return school


@pytest.fixture
def assessment(school):
    return make_assessment(school)


def failing(assessment):
    return sorted({row["norm"] for row in assessment.outcome["normen"] if row["oordeel"] == "voldoet_niet"})


def grant(school, norms, *, period=PERIOD, effect=Effect.NOT_APPLIED, limit=None, **given):
    return make_granted(
        school,
        Code.SHRINKING,
        today=ASKED_ON,
        period=period,
        norms=norms,
        advised={"norms": [NormAdvice(norm, effect, limit) for norm in norms], **given},
    )


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def as_school(client, school):
    client.force_login(make_school_user(school))
    return client


def as_staff(client, _school):
    client.force_login(make_user(Role.STAFF))
    return client


def as_auditor(client, school):
    auditor = make_user(Role.AUDITOR)
    assign_auditor(school, auditor, assigned_by=SYSTEM, today=TODAY)
    client.force_login(auditor)
    return client


AUDIENCES = [("school", as_school), ("staff", as_staff), ("auditor", as_auditor)]


@pytest.mark.parametrize(("namespace", "signed_in"), AUDIENCES)
def test_granted_after_the_page_was_kept_it_stands_there_all_the_same(
    client, school, assessment, namespace, signed_in
):
    signed_in(client, school)
    outcome = reverse(f"{namespace}:outcome", args=[assessment.public_id])
    before = page(client, outcome)
    assert ALLOWED not in before
    assert caches[KEPT].get(f"outcome:{namespace}:{assessment.public_id}")
    granted = grant(school, failing(assessment))
    after = page(client, outcome)
    assert after.count(granted.reference) >= 2 * len(failing(assessment))
    assert ALLOWED in after
    assert "1 januari 2025 tot en met 31 december 2025" in after
    assert "De school meldt het als de docent vertrekt." in after
    assert after.count("voldoet niet") >= before.count("voldoet niet")


@pytest.mark.parametrize(("namespace", "signed_in"), AUDIENCES)
def test_on_the_page_that_tells_why_too(client, school, assessment, namespace, signed_in):
    norm = failing(assessment)[0]
    grant(school, [norm])
    address = reverse(f"{namespace}:explanation", args=[assessment.public_id, norm])
    assert ALLOWED in page(signed_in(client, school), address)


def test_on_the_first_page_of_the_school_and_on_the_page_of_the_school_for_others(client, school, assessment):
    granted = grant(school, failing(assessment))
    home = reverse("school:school", args=[school.public_id])
    assert ALLOWED in page(as_school(client, school), home)
    assert granted.reference in page(
        as_staff(client, school), reverse("staff:school", args=[school.public_id])
    )
    seen = page(as_auditor(client, school), reverse("auditor:school", args=[school.public_id]))
    assert granted.reference in seen
    assert "De school meldt het als de docent vertrekt." in seen


def test_ended_early_it_covers_a_part_and_the_page_says_so(client, school, assessment):
    norms = failing(assessment)
    granted = grant(school, norms)
    decider = make_decider()
    service.end(granted.pk, "De groep groeit weer.", from_day=date(2025, 6, 1), by=decider, today=ASKED_ON)
    seen = page(as_school(client, school), reverse("school:outcome", args=[assessment.public_id]))
    assert ALLOWED not in seen
    assert "Niet voldaan, deels toegestaan" in seen
    assert "1 januari 2025 tot en met 31 mei 2025" in seen


def test_what_is_still_to_be_established_is_allowed_once_staff_did(client, school, assessment):
    norm = failing(assessment)[0]
    granted = grant(school, [norm], effect=Effect.OTHER_LIMIT, limit=Decimal(5))
    address = reverse("school:outcome", args=[assessment.public_id])
    as_school(client, school)
    assert "nog vast te stellen of dat is toegestaan" in page(client, address)
    staff = make_staff()
    service.establish(
        granted.pk, norm, PERIOD, holds=True, source="Auditrapport, blad 4.", by=staff, today=TODAY
    )
    seen = page(client, address)
    assert ALLOWED in seen
    assert "Auditrapport, blad 4." in seen


def test_another_school_is_not_touched(client, school, assessment):
    other = make_school()
    put_in(State.INDEFINITE, school=other)
    grant(other, failing(assessment))
    seen = page(as_school(client, school), reverse("school:outcome", args=[assessment.public_id]))
    assert "toegestaan:</strong>" not in seen


def test_another_period_is_not_touched(client, school, assessment):
    later = MeasuringPeriod.starting(date(2025, 9, 1))
    grant(school, failing(assessment), period=later)
    seen = page(as_school(client, school), reverse("school:outcome", args=[assessment.public_id]))
    assert ALLOWED not in seen
    assert "deels toegestaan" in seen


def test_certification_does_not_hold_it_against_the_school(school, assessment):
    certificate = put_in(State.INDEFINITE, school=school, period_first=date(2025, 1, 1))
    assert findings_of(certificate)[Fact.NORM_FAILED]
    grant(school, failing(assessment))
    known = findings_of(certificate)
    assert Fact.NORM_FAILED not in known
    assert not known[Fact.MATERIAL_NORM_FAILED]


def test_a_decision_does_not_rest_on_it(school, assessment):
    norms = failing(assessment)
    grant(school, norms[:1])
    case = make_case(put_in(State.INDEFINITE, school=school, period_first=date(2025, 1, 1)), today=TODAY)
    decision = deciding.prepare(case, Event.WARN, prepared_by=make_staff())
    motivated = set(decision.motivations.values_list("norm", flat=True))
    assert motivated == set(norms) - set(norms[:1])


def test_the_outcome_itself_stays_byte_for_byte(school, assessment):
    before = assessment.outcome_text
    grant(school, failing(assessment))
    assessment.refresh_from_db()
    assert assessment.outcome_text == before


def test_the_number_of_queries_does_not_grow_with_what_was_granted(
    client, school, assessment, django_assert_max_num_queries, django_assert_num_queries
):
    as_school(client, school)
    address = reverse("school:outcome", args=[assessment.public_id])
    client.get(address)
    grant(school, failing(assessment))
    with django_assert_max_num_queries(30) as one:
        client.get(address)
    for first in (date(2025, 4, 1), date(2025, 9, 1)):
        grant(school, failing(assessment), period=MeasuringPeriod.starting(first))
    with django_assert_num_queries(len(one)):
        client.get(address)
