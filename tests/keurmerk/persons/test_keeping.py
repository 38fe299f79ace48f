"""What goes when its time is over, what stays, and locations that come up later."""

from datetime import date

import pytest
from tests.factories.organisations import make_school
from tests.factories.persons import DAY, address, declare_school, owner

from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.models import School
from keurmerk.persons.declaration import DeclaredLocation
from keurmerk.persons.models import Address, Location, Organisation, Person, SearchKey, Tie
from keurmerk.persons.queries import Question, search
from keurmerk.persons.service import add_location, forget_old, keeping, know_schools

pytestmark = pytest.mark.django_db


def test_people_go_with_the_file_of_their_school_and_its_number_stays(monkeypatch):
    old, running = make_school(), make_school()
    for school in (old, running):
        declare_school(school, people=[owner(addresses=(address(),))])
    monkeypatch.setattr(keeping, "schools_to_forget", lambda _today: [old.pk])
    assert forget_old(DAY) > 0
    assert set(Person.objects.values_list("told_for", flat=True)) == {running.pk}
    assert set(Address.objects.values_list("told_for", flat=True)) == {running.pk}
    assert set(Tie.objects.values_list("told_for", flat=True)) == {running.pk}
    assert Organisation.objects.filter(school=old).exists()
    assert search(Question(kvk_number=old.kvk_number))
    assert forget_old(DAY) == 0


def test_a_reported_location_is_entered_once():
    school = make_school()
    place = DeclaredLocation(address=address(), first_lesson=date(2026, 10, 1), lessons=4)
    for lessons in (4, 5):
        told = DeclaredLocation(address=place.address, first_lesson=place.first_lesson, lessons=lessons)
        add_location(school, told, told_by=SYSTEM, source="Melding 1", today=DAY)
    assert Location.objects.get().lessons == 5


def test_a_school_that_never_declared_is_found_by_its_number():
    school = make_school()
    assert know_schools() == School.objects.count()
    assert know_schools() == 0
    (found,) = search(Question(kvk_number=school.kvk_number))
    assert found.entity.organisation.school == school


def test_keys_go_with_their_record():
    declare_school(people=[owner()])
    Person.objects.get().delete()
    assert not SearchKey.objects.filter(key__startswith="dob:").exists()
