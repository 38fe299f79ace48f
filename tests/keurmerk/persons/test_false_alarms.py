"""Who has nothing to do with a holder raises no alarm, however common the name."""

from datetime import date

import pytest
from tests.factories.certification import make_certificate
from tests.factories.organisations import make_school
from tests.factories.persons import DAY, declare_school, owner
from tests.keurmerk.persons.crowd import Crowd

from keurmerk.persons.queries import investigate

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
HOLDERS, APPLICANTS = 60, 200


def test_two_hundred_unconnected_applicants_raise_no_alarm():
    crowd = Crowd(seed=4)
    for _ in range(HOLDERS):
        holder = make_school(name=crowd.school_name())
        _declare(holder, crowd)
        make_certificate(holder)
    alarms = []
    for _ in range(APPLICANTS):
        applicant = make_school(name=crowd.school_name())
        _declare(applicant, crowd)
        alarms += [
            (applicant.name, lead.holder.name, lead.why, lead.steps) for lead in investigate(applicant, DAY)
        ]
    assert alarms == []


@pytest.mark.parametrize("name", ["Mohamed Ali", "J. de Vries", "Тарас Шевченко", "Fatma Yılmaz"])
@pytest.mark.parametrize("day", [date(1981, 2, 1), date(1980, 2, 2), date(1980, 12, 1), None])
def test_a_namesake_of_another_birth_date_raises_no_alarm(name, day):
    holder = make_school(name="Lingua Noord")
    declare_school(holder, people=[owner(name=name)])
    make_certificate(holder)
    told = declare_school(make_school(name="Taalmeesters"), people=[owner(name=name, birth_date=day)])
    assert investigate(told.organisation.school, DAY) == ()


def test_twins_are_not_one_person():
    holder = make_school(name="Lingua Noord")
    declare_school(holder, people=[owner(name="Hassan Saidi")])
    make_certificate(holder)
    told = declare_school(make_school(name="Taalmeesters"), people=[owner(name="Omar Saidi")])
    assert investigate(told.organisation.school, DAY) == ()


def _declare(school, crowd):
    declare_school(
        school,
        people=crowd.owners(),
        of_own={"addresses": (crowd.address(),), "accounts": (crowd.account(),)},
    )
