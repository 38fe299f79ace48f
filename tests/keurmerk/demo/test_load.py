"""The demo's database: through the real services, whole per school, and once."""

import pytest

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.assessments.models import Assessment
from keurmerk.assessments.queries import compare
from keurmerk.demo import load as loading
from keurmerk.demo.generator import SCHOOLS, school_named
from keurmerk.demo.scenes import OF_THE_AUDITOR, OF_THE_SCHOOL_ACCOUNT, SEND_WORKBOOKS
from keurmerk.journal import service as journal
from keurmerk.journal.models import Entry
from keurmerk.organisations import demo as accounts
from keurmerk.organisations.models import School
from keurmerk.results.models import AnnouncedPassRate, Delivery, Upload

pytestmark = pytest.mark.django_db


def load(key):
    accounts.load("een-lang-wachtwoord")
    loading.load([school_named(key)])
    return School.objects.get(kvk_number=school_named(key).kvk_number)


def states(school):
    return [upload.state for upload in school.uploads.order_by("number")]


def not_met(school):
    """Per committed upload what fails, by number."""
    found = Assessment.objects.filter(delivery__school=school).order_by("pk")
    return [assessment.outcome["advies"]["norm_niet_voldaan"] for assessment in found]


def test_a_school_has_its_three_periods_judged_as_its_profile_says():
    school = load("de-iep")

    assert school.fictional
    assert states(school) == ["committed"] * 3
    assert not_met(school) == [[], [], ["7.2.1"]]
    assert Delivery.objects.filter(school=school).count() == 3


def test_loading_again_changes_nothing():
    load("de-iep")
    before = Entry.objects.count()
    load("de-iep")
    assert (Entry.objects.count(), School.objects.filter(name__contains="De Iep").count()) == (before, 1)
    assert journal.verify().holds


def test_pass_rates_are_announced_for_every_year_and_said_to_be_made_up():
    load("de-iep")
    assert AnnouncedPassRate.objects.count() == 12
    assert set(AnnouncedPassRate.objects.values_list("source", flat=True)) == {"Demo (verzonnen)"}


def test_staff_add_what_the_survey_found():
    school = load("de-iep")
    norms = Assessment.objects.get(delivery__school=school, delivery__period_first="2025-04-01").norms
    assert norms.get(norm="3.1.1").verdict == "voldoet"


def test_a_school_by_hand_first_refused_then_with_two_versions_to_compare():
    school = load("de-els")

    assert states(school) == ["committed", "committed", "refused", "committed", "committed"]
    refused, before, after = school.uploads.order_by("number")[2:]
    assert refused.problem_count == 10
    compared = compare(before, after)
    assert [moved.label for moved in compared.norms if moved.label == "2.9.2"] == ["2.9.2"]
    assert {difference.table for difference in compared.tables} >= {"aanwezigheid", "examenpogingen"}


def test_an_upload_waits_in_its_dry_run_with_warnings():
    school = load("de-linde")

    waiting = Upload.objects.get(school=school, state="checked")
    assert len(waiting.warnings) == 4
    assert not waiting.ticks.exists()
    assert waiting.preview.outcome["advies"]["norm_niet_voldaan"]


def test_every_role_sees_what_is_its_own(monkeypatch):
    for name in ("OF_THE_SCHOOL_ACCOUNT", "OF_THE_AUDITOR"):
        monkeypatch.setattr(loading, name, ("de-iep",))
    own, other = load("de-iep"), load("de-hazelaar")
    seen = {
        role: set(School.objects.for_user(User.objects.get(email=email))) & {own, other}
        for role, (email, _) in accounts.SIGN_INS.items()
    }
    assert seen == {Role.SCHOOL: {own}, Role.STAFF: {own, other}, Role.AUDITOR: {own}}


def test_every_key_in_the_scenes_is_a_school():
    assert {*OF_THE_AUDITOR, *OF_THE_SCHOOL_ACCOUNT, *SEND_WORKBOOKS} <= {school.key for school in SCHOOLS}


def test_a_scene_that_ends_otherwise_stops_the_demo(monkeypatch):
    monkeypatch.setattr(loading.assessments, "check_upload", lambda _pk: None)
    with pytest.raises(loading.DemoError):
        load("de-iep")
    assert not Upload.objects.exists()
