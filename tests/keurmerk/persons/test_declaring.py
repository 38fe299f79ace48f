"""What is declared comes into the register, once, and what cannot be comes back with a place and a remedy."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.factories.organisations import make_school
from tests.factories.persons import DAY, account, address, declare_school, owner, person

from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.persons.declaration import (
    DeclarationError,
    DeclaredIdentity,
    DeclaredInterest,
    DeclaredLocation,
    DeclaredOrganisation,
    DeclaredPep,
    DeclaredRelative,
    DeclaredRole,
)
from keurmerk.persons.enums import IdentityKind
from keurmerk.persons.models import Location, Organisation, Person, SameAs, Tie
from keurmerk.persons.service import identity_number
from rulebook.persons.ties import Holding, Management, Relation

pytestmark = pytest.mark.django_db


def problems(**given):
    with pytest.raises(DeclarationError) as caught:
        declare_school(**given)
    assert not Tie.objects.exists()
    return dict(caught.value.problems)


def test_everything_that_is_told_is_in_the_register_with_its_source():
    told = declare_school(
        people=[
            owner(
                "p1",
                addresses=(address(),),
                accounts=(account("nl91 abna 0417 1643 00"),),
                peps=(DeclaredPep(function="wethouder"),),
                family=(DeclaredRelative("p2", Relation.SPOUSE),),
            ),
            person("p2", "Ben Visser", None),
        ],
        organisations=[
            DeclaredOrganisation(
                "h", "Holding B.V.", interests=(DeclaredInterest(Holding.VOTES, Decimal(60)),)
            )
        ],
        locations=(DeclaredLocation(address=address("3512 XY"), lessons=4),),
    )
    anna = told.entities["p1"]
    assert set(told.organisation.ties_here.values_list("kind", flat=True)) == {
        "aandelen",
        "kvk",
        "stemrechten",
    }
    assert anna.accounts.get().iban == "NL91ABNA0417164300"
    assert anna.ties_here.get().kind == "echtgenoot"
    assert {row.source for row in Tie.objects.all()} == {"Aanvraag 1"}
    assert Location.objects.get().lessons == 4


def test_who_is_told_twice_is_one_person():
    told = declare_school(people=[owner("p1"), person("p2", "anna  bákker", None)])
    assert told.entities["p1"] == told.entities["p2"]
    assert Person.objects.count() == 1


def test_namesakes_of_another_birth_date_are_two():
    declare_school(people=[owner("p1"), person("p2", "Anna Bakker", date(1981, 2, 1))])
    assert Person.objects.count() == 2
    assert not SameAs.objects.exists()


def test_the_same_name_and_birth_date_in_two_applications_are_joined():
    one = declare_school(people=[owner("p1", "José Núñez")])
    other = declare_school(people=[owner("p1", "Jose Nunez")])
    said = SameAs.objects.get()
    assert (said.one_id, said.other_id) == (one.entities["p1"].pk, other.entities["p1"].pk)
    assert said.by is None


def test_the_same_number_joins_organisations_whatever_their_name():
    holder = make_school()
    declare_school(organisations=[DeclaredOrganisation("b", "Andere naam", kvk_number=holder.kvk_number)])
    assert Organisation.objects.get(school=holder).pk in SameAs.objects.values_list("one_id", flat=True)


def test_a_next_declaration_ends_what_it_no_longer_tells():
    school = make_school()
    declare_school(school, people=[owner("p1")])
    later = DAY + timedelta(days=30)
    declare_school(school, people=[owner("p1", "Ben Visser")], today=later)
    until = dict(Tie.objects.filter(kind="aandelen").values_list("one__name", "until"))
    assert until == {"Anna Bakker": later - timedelta(days=1), "Ben Visser": None}
    assert Organisation.objects.filter(school=school).count() == 1


def test_the_number_of_an_identity_paper_is_kept_encrypted_and_opened_on_the_record():
    paper = DeclaredIdentity(kind=IdentityKind.PASSPORT, number="NX1234567")
    told = declare_school(people=[owner("p1", identity=paper)])
    found = Person.objects.get(pk=told.entities["p1"].pk)
    assert b"NX1234567" not in bytes(found.identity_sealed)
    assert identity_number(found, opened_by=SYSTEM, ground="onderzoek") == "NX1234567"
    assert Entry.objects.filter(kind="person.identity_opened").count() == 1


def test_the_journal_tells_that_and_not_whom():
    declare_school(people=[owner("p1")])
    line = Entry.objects.get(kind="persons.declared")
    assert "Anna" not in line.payload
    assert "Bakker" not in line.payload


@pytest.mark.parametrize("day", [DAY + timedelta(days=1), date(1899, 12, 31)])
def test_a_birth_date_that_cannot_be_is_refused_with_the_remedy(day):
    assert "Vul een datum tussen 1900 en vandaag in" in problems(people=[owner("p1", birth_date=day)])["p1"]


def test_more_than_all_shares_is_refused():
    assert (
        "Meer dan 100%"
        in problems(people=[owner("p1", percent=60), owner("p2", "Ben Visser", 41)])["aanvrager"]
    )


@pytest.mark.parametrize("percent", ["-1", "100.01"])
def test_a_percentage_outside_its_bounds_is_refused(percent):
    stake = DeclaredInterest(Holding.SHARES, Decimal(percent))
    assert "0 tot en met 100" in problems(people=[person("p1", interests=(stake,))])["p1"]


def test_a_number_that_is_none_is_refused():
    assert "acht cijfers" in problems(organisations=[DeclaredOrganisation("b", "B", kvk_number="1234")])["b"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"roles": (DeclaredRole(Management.DAILY, in_key="weg"),)},
        {"family": (DeclaredRelative("weg", Relation.CHILD),)},
        {"interests": (DeclaredInterest(Holding.SHARES, Decimal(1), in_key="weg"),)},
    ],
)
def test_a_tie_to_somebody_who_is_not_told_of_is_refused(wrong):
    assert "‘weg’ staat niet in deze opgave" in problems(people=[person("p1", **wrong)])["p1"]


def test_an_end_before_the_beginning_is_refused():
    role = DeclaredRole(Management.DAILY, since=DAY, until=DAY - timedelta(days=1))
    assert "einddatum ligt voor" in problems(people=[person("p1", roles=(role,))])["p1"]


def test_nobody_is_family_of_themselves():
    self_tie = replace(person("p1"), family=(DeclaredRelative("p1", Relation.SIBLING),))
    assert "Kies een ander" in problems(people=[self_tie])["p1"]
