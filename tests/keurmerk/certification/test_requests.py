"""What a school asks by itself: one case and one dated task, however often it is asked."""

import threading
from datetime import date

import pytest
from django.db import connections

from keurmerk.certification.enums import CaseKind, RequestKind
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Request, Task
from keurmerk.certification.queries import known_now
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.certification.service.requests import Asked, file_request
from keurmerk.journal.models import Entry
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Side
from tests.factories.certification import make_certificate
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
END = Asked(kind=RequestKind.END, text="Wij stoppen.", wanted_on=date(2026, 6, 30), signed=True)
PERIOD = Asked(kind=RequestKind.PERIOD, text="Te weinig Trajecten.", wanted_on=date(2027, 3, 31))


def file(certificate, asked=END):
    return file_request(certificate, asked, by=make_school_user(certificate.school), today=TODAY)


def test_a_request_opens_a_case_with_a_task_to_answer_within_eight_weeks():
    request = file(make_certificate())
    assert (request.case.kind, request.case.handler) == (CaseKind.REQUEST, None)
    task = Task.objects.get()
    assert (task.side, task.due, task.source) == (Side.SCHEME, date(2026, 4, 28), "Awb 4:13")
    request.case.refresh_from_db()
    assert request.case.next_day == task.due
    assert Entry.objects.filter(kind="request.filed").count() == 1


def test_ending_in_the_portal_is_itself_the_signed_form():
    certificate = make_certificate()
    assert Fact.REQUEST_SIGNED not in known_now(certificate, TODAY)
    file(certificate)
    assert known_now(certificate, TODAY)[Fact.REQUEST_SIGNED]


def test_whether_a_reason_is_good_stays_for_the_scheme():
    certificate = make_certificate()
    before = known_now(certificate, TODAY)
    file(certificate, PERIOD)
    assert known_now(certificate, TODAY) == before


@pytest.mark.parametrize(
    "asked",
    [
        Asked(kind=RequestKind.END, text="Wij stoppen.", signed=False),
        Asked(kind=RequestKind.CONTROL, text="  "),
    ],
)
def test_what_is_not_whole_is_refused(asked):
    with pytest.raises(NotPossibleError):
        file(make_certificate(), asked)
    assert not Request.objects.exists()


def test_who_holds_nothing_can_ask_nothing_about_it():
    with pytest.raises(NotPossibleError, match="zolang de school het Keurmerk heeft"):
        file(certificate_of(make_school()))


def test_the_same_wish_twice_is_one_case_and_another_wish_another():
    certificate = make_certificate()
    assert file(certificate) == file(certificate)
    assert file(certificate, PERIOD) != file(certificate)
    assert Request.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_asking_twice_at_once_opens_one_case():
    certificate = make_certificate()
    user = make_school_user(certificate.school)

    def press():
        try:
            file_request(certificate, END, by=user, today=TODAY)
        finally:
            connections.close_all()

    presses = [threading.Thread(target=press) for _ in range(4)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert Request.objects.count() == 1
