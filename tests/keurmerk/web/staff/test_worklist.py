"""The worklist: the nearest legal date first, narrowed and sorted by the database, quick for many."""

from datetime import timedelta
from html import unescape
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Case
from keurmerk.certification.service.cases import assign, close_case
from keurmerk.web.components import dutch
from rulebook.lifecycle.states import State
from tests.factories.accounts import make_user
from tests.factories.case_rows import make_open_case
from tests.factories.many_cases import make_cases
from tests.factories.organisations import make_school

pytestmark = pytest.mark.django_db
LIST = reverse_lazy("staff:worklist")
MOST_QUERIES = 12


@pytest.fixture
def user(db):
    return make_user(Role.STAFF)


@pytest.fixture
def staff(user):
    client = Client()
    client.force_login(user)
    return client


def shown(answer):
    assert answer.status_code == 200
    return " ".join(unescape(answer.text).split())


def case_due(days, **given):
    """A case whose nearest date is so many days away; None is no date."""
    case = make_open_case(**given)
    case.next_day = None if days is None else timezone.localdate() + timedelta(days=days)
    case.next_what = "" if days is None else "Beslissen"
    case.save()
    return case


def found(staff, **asked):
    """The numbers of the cases on the page, in its order."""
    page = shown(staff.get(LIST, asked))
    known = Case.objects.values_list("number", flat=True)
    places = {number: page.find(f">Zaak {number}</a>") for number in known}
    return sorted((number for number, place in places.items() if place >= 0), key=places.__getitem__)


def test_the_nearest_date_comes_first_overdue_before_all_and_without_date_last(staff):
    later, none, over, now = (case_due(days) for days in (30, None, -3, 0))
    assert found(staff) == [over.number, now.number, later.number, none.number]
    page = shown(staff.get(LIST))
    assert "3 dagen verlopen" in page
    assert "vandaag" in page
    assert "nog 30 dagen" in page
    assert dutch.short_day(over.next_day) in page


def test_closed_cases_are_not_work(staff):
    case = make_open_case()
    close_case(case, closed_by=None, today=timezone.localdate())
    assert "Er zijn geen open zaken." in shown(staff.get(LIST))


def test_it_narrows_by_who_handles_it(staff, user):
    mine, nobodys, others = (make_open_case() for _ in range(3))
    assign(mine, user, assigned_by=user)
    assign(others, make_user(Role.STAFF), assigned_by=user)
    assert found(staff, behandelaar="mij") == [mine.number]
    assert found(staff, behandelaar="niemand") == [nobodys.number]
    assert len(found(staff)) == 3


def test_it_narrows_by_kind_status_and_date(staff):
    today = timezone.localdate()
    sunday = 6 - today.weekday()
    warned = case_due(sunday, state=State.INDEFINITE_WARNED)
    applying = case_due(-1, state=State.APPLICATION, kind=CaseKind.APPLICATION)
    later = case_due(sunday + 1)
    undated = case_due(None)
    assert found(staff, soort="aanvraag") == [applying.number]
    assert found(staff, status="gewaarschuwd") == [warned.number]
    assert found(staff, status="aanvraag") == [applying.number]
    assert found(staff, wanneer="te_laat") == [applying.number]
    assert found(staff, wanneer="deze_week") == [warned.number]
    assert found(staff, wanneer="later") == [later.number]
    assert found(staff, wanneer="geen_datum") == [undated.number]
    assert found(staff, wanneer="te_laat", soort="bezwaar") == []


def test_what_is_asked_and_not_known_finds_nothing_and_says_so(staff):
    make_open_case()
    for asked in ({"soort": "x"}, {"status": "x"}, {"wanneer": "x"}, {"behandelaar": "x"}, {"zoek": "x"}):
        assert "Geen open zaak past bij deze keuze." in shown(staff.get(LIST, asked)), asked
    assert len(found(staff, sorteer="onbekend", pagina="999")) == 1


@pytest.mark.parametrize("wrong", ["Zaak 9999999999999", "%", "'", "\N{SUPERSCRIPT TWO}"])
def test_strange_words_are_only_words(staff, wrong):
    make_open_case()
    assert found(staff, zoek=wrong) == []


def test_it_searches_by_school_kvk_number_and_case_number(staff):
    school = make_school(name="Taalschool De Kiem", kvk_number="12345678")
    case = make_open_case(school=school)
    make_open_case()
    for words in ("kiem", "123456", str(case.number), f"Zaak {case.number}", f"Z{case.number:06d}"):
        assert case.number in found(staff, zoek=words), words
    assert found(staff, zoek="Kiem") == [case.number]


def test_it_sorts_both_ways(staff):
    numbers = [case_due(days).number for days in (5, 1, 9)]
    assert found(staff, sorteer="zaak") == sorted(numbers)
    assert found(staff, sorteer="-zaak") == sorted(numbers, reverse=True)
    assert found(staff, sorteer="-datum") == [numbers[2], numbers[0], numbers[1]]
    for column in ("school", "soort", "status", "behandelaar"):
        assert sorted(found(staff, sorteer=column)) == sorted(numbers)


def test_a_page_holds_fifty_and_keeps_what_was_chosen(staff, user):
    make_cases(120, handler=user, today=timezone.localdate())
    assert len(found(staff)) == 50
    assert len(found(staff, pagina=3)) == 20
    page = shown(staff.get(LIST, {"behandelaar": "mij", "zoek": "taal"}))
    assert "behandelaar=mij&zoek=taal&pagina=2" in page


def test_five_thousand_cases_take_no_more_queries_than_five_hundred(staff, user):
    def queries():
        with CaptureQueriesContext(connection) as run:
            assert staff.get(LIST).status_code == 200
        return len(run)

    make_cases(500, handler=user, today=timezone.localdate())
    queries()
    few = queries()
    make_cases(4_500, handler=user, today=timezone.localdate(), first=500)
    assert queries() == few <= MOST_QUERIES


def test_downloads_hold_everything_that_matches(staff, user):
    make_cases(70, handler=user, today=timezone.localdate())
    text = staff.get(reverse("staff:worklist-csv"), {"behandelaar": "mij"}).content.decode("utf-8-sig")
    rows = text.splitlines()
    mine = Case.objects.filter(handler=user).count()
    assert (rows[0].split(";")[0], len(rows)) == ("Zaak", mine + 1)
    book = openpyxl.load_workbook(BytesIO(staff.get(reverse("staff:worklist-xlsx")).content))
    assert book.active.max_row == 71


def test_staff_land_on_the_worklist(staff):
    assert staff.get(reverse("start"), follow=True).redirect_chain == [(str(LIST), 302)]
