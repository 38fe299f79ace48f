"""Filling in: all that is typed is kept, of two writers the second is told, drafts expire."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.applications import attach, make_agreements, make_applicant
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school_user

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.errors import EditedMeanwhileError, NotOpenError
from keurmerk.applications.models import Answer, Application
from keurmerk.applications.service import agreements, filling
from keurmerk.applications.service.expiring import look_after_drafts
from keurmerk.applications.terms import DRAFT_DAYS, REMIND_DAYS
from keurmerk.certification.errors import NotPossibleError
from keurmerk.documents.models import Document
from keurmerk.messaging.models import Message

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(timezone.datetime(2026, 3, 2, 12))
TODAY = timezone.localdate(NOW)
PAGE, TYPED = "vestigingen", {"vestigingen": [{"id": "a", "naam": "Noord", "postcode": "geen postcode"}]}


@pytest.fixture
def draft():
    school, member = make_agreements(now=NOW)
    return agreements.conclude(school, by=make_staff(), now=NOW), member


def save(draft, values=TYPED, *, seen=0, by=None, now=NOW, page=PAGE):
    application, member = draft
    return filling.save_page(application.pk, page, values, seen=seen, by=by or member, now=now)


def expiry_of(application):
    return Application.objects.get(pk=application.pk).expires_on


def test_what_is_typed_is_kept_as_typed_also_when_it_is_wrong(draft):
    save(draft)
    assert Answer.objects.get(page=PAGE).values == TYPED


def test_what_is_typed_of_persons_is_not_readable_in_the_database(draft):
    save(draft)
    raw = Answer.objects.filter(page=PAGE).extra(select={"raw": '"values"'}).values_list("raw", flat=True)[0]
    assert b"Noord" not in bytes(raw)


def test_the_same_again_is_no_change(draft):
    first = save(draft)
    assert save(draft, seen=first.revision).revision == first.revision


def test_of_two_people_the_second_is_told_what_the_first_wrote(draft):
    application, _member = draft
    other = make_school_user(application.school)
    save(draft, by=other)
    with pytest.raises(EditedMeanwhileError) as told:
        save(draft, {"vestigingen": []}, seen=0)
    assert (told.value.by, told.value.values) == (other, TYPED)
    assert Answer.objects.get(page=PAGE).values == TYPED


def test_a_page_can_be_too_large(draft):
    with pytest.raises(NotPossibleError) as refused:
        save(draft, {"tekst": "x" * (filling.LARGEST_PAGE + 1)})
    assert refused.value.codes == ("te_groot",)


def test_a_school_has_one_open_application(draft):
    application, _member = draft
    again = filling.start(application.school, application.case, by=None, now=NOW)
    assert again == application


def test_what_was_handed_in_does_not_change_any_more():
    made = make_applicant(now=NOW)
    with pytest.raises(NotOpenError):
        save((made.application, made.member))


def test_of_a_chance_only_the_pages_that_were_asked_are_open():
    made = make_applicant(ApplicationState.COMPLETING, now=NOW)
    draft = made.application, made.member
    with pytest.raises(NotOpenError):
        save(draft)
    assert save(draft, {"x": "y"}, page="organisatieplan", now=NOW).values == {"x": "y"}


def test_the_last_day_of_a_chance_is_still_in_time_and_the_day_after_is_not():
    made = make_applicant(ApplicationState.COMPLETING, now=NOW)
    draft = made.application, made.member
    last = NOW + timedelta(weeks=4)
    save(draft, {"x": "1"}, page="organisatieplan", now=last)
    with pytest.raises(NotOpenError):
        save(draft, {"x": "2"}, seen=1, page="organisatieplan", now=last + timedelta(days=1))


def test_a_draft_lives_ninety_days_from_its_last_edit(draft):
    assert expiry_of(draft[0]) == TODAY + timedelta(days=DRAFT_DAYS)
    save(draft, now=NOW + timedelta(days=10))
    assert expiry_of(draft[0]) == TODAY + timedelta(days=DRAFT_DAYS + 10)


def test_before_it_goes_everybody_is_reminded_once(draft):
    remind_on = expiry_of(draft[0]) - timedelta(days=REMIND_DAYS)
    assert look_after_drafts(remind_on - timedelta(days=1)) == 0
    assert look_after_drafts(remind_on) == 1
    assert look_after_drafts(remind_on) == 0
    assert Message.objects.filter(kind__endswith="school_application_reminder").count() == 1


def test_on_its_last_day_a_draft_is_there_and_the_day_after_all_in_it_is_gone(draft):
    application, member = draft
    save(draft)
    document = attach(application, by=member, now=NOW).document
    last = expiry_of(application)
    look_after_drafts(last)
    assert Application.objects.get(pk=application.pk).state == ApplicationState.DRAFT
    look_after_drafts(last + timedelta(days=1))
    assert Application.objects.get(pk=application.pk).state == ApplicationState.EXPIRED
    assert not Answer.objects.filter(application=application).exists()
    assert not Document.objects.present().filter(pk=document.pk).exists()


def test_after_a_draft_that_went_a_new_one_begins_with_the_next_number(draft):
    application, _member = draft
    look_after_drafts(expiry_of(application) + timedelta(days=1))
    again = agreements.conclude(application.school, by=make_staff(), now=NOW)
    assert (again.number, again.state) == (2, ApplicationState.DRAFT)


def test_somebody_of_another_school_sees_nothing_of_it(draft):
    application, member = draft
    assert list(Application.objects.for_user(member)) == [application]
    assert not Application.objects.for_user(make_school_user()).exists()
    assert Application.objects.for_user(make_staff()).exists()
