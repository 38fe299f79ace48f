"""Who may sign: given for kinds of decisions and a time, ended by a day."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.models import Mandate
from keurmerk.certification.service.mandates import mandate_for
from keurmerk.journal.models import Entry
from rulebook.lifecycle.pieces import DecisionKind
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
LIST, NEW = reverse_lazy("staff:mandates"), reverse_lazy("staff:mandate-new")


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(make_user(Role.STAFF))
    return client


@pytest.fixture
def decider():
    return make_user(Role.STAFF)


def shown(answer):
    assert answer.status_code == 200
    return " ".join(unescape(answer.text).split())


def given(user, **more):
    return {
        "user": user.pk,
        "kinds": ["intrekking"],
        "valid_from": "1-1-2026",
        "valid_until": "",
        "source": "Mandaatbesluit 2026",
    } | more


def test_a_mandate_holds_for_the_kinds_it_names(staff, decider):
    for _ in range(2):
        answer = staff.post(NEW, given(decider), follow=True)
    assert "Intrekking van het Keurmerk" in shown(answer)
    today = timezone.localdate()
    assert mandate_for(decider, DecisionKind.WITHDRAWAL, today) == Mandate.objects.get()
    assert mandate_for(decider, DecisionKind.WARNING, today) is None
    assert Entry.objects.filter(kind="mandate.given").count() == 1


def test_without_kinds_it_holds_for_all(staff, decider):
    staff.post(NEW, given(decider, kinds=[]))
    assert "Alle soorten besluiten" in shown(staff.get(LIST))
    assert mandate_for(decider, DecisionKind.WARNING, timezone.localdate()) is not None


def test_only_staff_can_get_one_and_the_days_are_in_order(staff, decider):
    assert "Dit klopt nog niet" in shown(staff.post(NEW, given(make_user(Role.SCHOOL))))
    page = shown(staff.post(NEW, given(decider, valid_until="1-12-2025")))
    assert "De laatste dag ligt voor de eerste." in page
    assert 'value="Mandaatbesluit 2026"' in page
    assert Mandate.objects.count() == 0


def test_nobody_gives_a_mandate_to_oneself(staff):
    me = User.objects.get(pk=staff.session["_auth_user_id"])
    page = shown(staff.post(NEW, given(me)))
    assert "U kunt uzelf geen mandaat geven." in page
    assert Mandate.objects.count() == 0


def test_ending_asks_once_and_holds_from_tomorrow(staff, decider):
    staff.post(NEW, given(decider))
    where = reverse("staff:mandate-end", args=[Mandate.objects.get().public_id])
    assert "kan" in shown(staff.get(where))
    for _ in range(2):
        staff.post(where)
    today = timezone.localdate()
    assert mandate_for(decider, DecisionKind.WITHDRAWAL, today) is not None
    assert mandate_for(decider, DecisionKind.WITHDRAWAL, today + timedelta(days=1)) is None
    assert Entry.objects.filter(kind="mandate.ended").count() == 1


def test_those_that_are_over_stay_to_be_read(staff, decider):
    assert "Niemand heeft mandaat" in shown(staff.get(LIST))
    staff.post(NEW, given(decider, valid_from="1-1-2020", valid_until="31-12-2020"))
    page = shown(staff.get(LIST))
    assert "Geëindigde mandaten (1)" in page
    assert "Niemand heeft mandaat" in page
    assert staff.get(reverse("staff:mandate-end", args=[make_uuid()])).status_code == 404


def make_uuid():
    return "00000000-0000-0000-0000-000000000000"
