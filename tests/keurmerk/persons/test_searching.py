"""Searching: by whatever is known, near matches with why, in as few queries however large the register."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.accounts import make_user
from tests.factories.certification import make_certificate
from tests.factories.organisations import make_school
from tests.factories.persons import DAY, account, address, declare_school, owner
from tests.keurmerk.persons.crowd import Crowd

from keurmerk.accounts.enums import Role
from keurmerk.persons.declaration import DeclaredOrganisation, SamePersonError
from keurmerk.persons.models import Person
from keurmerk.persons.queries import Question, investigate, search
from keurmerk.persons.queries.searching import question_of
from keurmerk.persons.service import say_same, undo_same

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    declare_school(
        make_school(name="Lingua Noord", kvk_number="71234567"),
        people=[
            owner("p1", "Mohamed Yilmaz", 50, addresses=(address("3511 AB", "12"),), accounts=(account(),)),
            owner("p2", "Тарас Шевченко", 50, birth_date=date(1975, 3, 9)),
        ],
    )


def names(**asked):
    return [(each.entity.name, each.score) for each in search(Question(**asked))]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({"name": "Mohamed Yilmaz"}, "Mohamed Yilmaz"),
        ({"name": "muhammad yılmaz"}, "Mohamed Yilmaz"),
        ({"name": "Yilmaz Mohamed"}, "Mohamed Yilmaz"),
        ({"name": "Yilmaz"}, "Mohamed Yilmaz"),
        ({"name": "Taras Sjevtsjenko"}, "Тарас Шевченко"),
        ({"name": "Lingua Nord"}, "Lingua Noord"),
        ({"kvk_number": "71234567"}, "Lingua Noord"),
        ({"birth_date": date(1975, 3, 9)}, "Тарас Шевченко"),
        ({"birth_date": date(1975, 9, 3)}, "Тарас Шевченко"),
        ({"postcode": "3511ab", "number": "12"}, "Mohamed Yilmaz"),
        ({"iban": "nl91 abna 0417 1643 00"}, "Mohamed Yilmaz"),
    ],
)
def test_it_is_found_by(register, asked, name):
    (found,) = search(Question(**asked))
    assert found.entity.name == name
    assert found.why
    assert found.detail


def test_every_part_that_is_asked_must_fit(register):
    assert names(name="Mohamed Yilmaz", birth_date=date(1980, 2, 1)) == [("Mohamed Yilmaz", 100)]
    assert names(name="Mohamed Yilmaz", birth_date=date(1981, 2, 1)) == []
    assert names(name="Mohamed Yilmaz", kvk_number="71234567") == []


def test_nothing_asked_is_nothing_found(register):
    assert search(Question()) == ()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("71234567", Question(kvk_number="71234567")),
        ("NL91 ABNA 0417 1643 00", Question(iban="NL91ABNA0417164300")),
        ("Anna Bakker 1-2-1980", Question(name="Anna Bakker", birth_date=date(1980, 2, 1))),
        ("3511 AB 12", Question(postcode="3511 AB", number="12")),
        ("Anna 31-2-1980", Question(name="Anna 31-2-1980")),
        ("  Taalhuis   De Brug ", Question(name="Taalhuis De Brug")),
    ],
)
def test_one_box_understands(text, question):
    assert question_of(text) == question


@pytest.mark.one_database
def test_the_number_of_queries_does_not_grow_with_the_register():
    counts = []
    crowd = Crowd(7)
    declare_school(people=[owner(name="Jan de Vries")])
    for size in (2, 40):
        for _ in range(size):
            declare_school(make_school(name=crowd.school_name()), people=crowd.owners())
        with CaptureQueriesContext(connection) as seen:
            assert search(Question(name="de Vries"))
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 9


@pytest.mark.one_database
def test_the_number_of_queries_of_an_inquiry_does_not_grow_with_the_holders():
    counts = []
    applicant = make_school(name="Taalmeesters")
    for size in (1, 12):
        declare_school(applicant, people=[owner()])
        for _ in range(size):
            holder = make_school()
            declare_school(holder, people=[owner()])
            make_certificate(holder)
        with CaptureQueriesContext(connection) as seen:
            leads = investigate(applicant, DAY)
        counts.append(len(seen))
    assert len(leads) == 13
    assert counts[0] == counts[1]


def near_pair():
    holder = make_school(name="Lingua Noord")
    declare_school(holder, people=[owner(name="Anna Bakker")])
    make_certificate(holder)
    applicant = make_school(name="Taalmeesters")
    declare_school(applicant, people=[owner(name="Anna Backer")])
    return applicant, *Person.objects.order_by("pk")


def test_confirmed_as_the_same_a_near_lead_becomes_certain_and_undone_near_again():
    applicant, one, other = near_pair()
    staff = make_user(Role.STAFF)
    said = say_same(one, other, same=True, reason="Zelfde legitimatiebewijs", by=staff, today=DAY)
    assert [lead.strength for lead in investigate(applicant, DAY)] == ["verbonden"]
    undo_same(said, reason="Toch een nicht", by=staff, today=DAY)
    assert [lead.strength for lead in investigate(applicant, DAY)] == ["mogelijk"]


def test_rejected_as_the_same_it_is_no_lead_any_more():
    applicant, one, other = near_pair()
    say_same(other, one, same=False, reason="Andere ouders", by=make_user(Role.STAFF), today=DAY)
    assert investigate(applicant, DAY) == ()


def test_what_cannot_be_the_same_is_refused():
    told = declare_school(people=[owner()], organisations=[DeclaredOrganisation("b", "Anna Bakker")])
    anna, body, staff = told.entities["p1"], told.entities["b"], make_user(Role.STAFF)
    for one, other, reason in ((anna, anna, "x"), (anna, body, "x"), (body, told.organisation, " ")):
        with pytest.raises(SamePersonError):
            say_same(one, other, same=True, reason=reason, by=staff, today=DAY)
