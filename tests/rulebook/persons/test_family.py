"""Family: the partner, and blood relatives and in-laws to the second degree."""

import pytest

from rulebook.persons.family import family_of
from rulebook.persons.ties import Relation
from tests.rulebook.persons.build import DAY, kin, view

ENDED = DAY.replace(year=2020)


def family(start, *ties):
    return family_of(view("Ego A B C D", "", *ties), start)


@pytest.mark.parametrize("relation", [Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.COHABITANT])
def test_a_partner_is_family(relation):
    assert family("Ego", kin("A", relation, "Ego"))["A"].degree == 0


@pytest.mark.parametrize(
    ("first", "second", "degree"),
    [
        (Relation.PARENT, Relation.PARENT, 2),  # grandparent
        (Relation.CHILD, Relation.CHILD, 2),  # grandchild
        (Relation.PARENT, Relation.CHILD, 2),  # brother or sister
    ],
)
def test_blood_relatives_are_counted_up_to_a_forebear_and_down(first, second, degree):
    found = family("Ego", kin("A", first, "Ego"), kin("B", second, "A"))
    assert (found["A"].degree, found["B"].degree) == (1, degree)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Relation.CHILD, Relation.PARENT),  # the other parent of a child: no relative at all
        (Relation.SIBLING, Relation.CHILD),  # a nephew is in the third degree
        (Relation.PARENT, Relation.SIBLING),  # an uncle too
        (Relation.GRANDPARENT, Relation.PARENT),
    ],
)
def test_who_is_farther_or_no_blood_relative_is_left_out(first, second):
    assert "B" not in family("Ego", kin("A", first, "Ego"), kin("B", second, "A"))


@pytest.mark.parametrize(
    "relation", [Relation.PARENT, Relation.CHILD, Relation.SIBLING, Relation.GRANDPARENT]
)
def test_relatives_of_the_spouse_and_spouses_of_relatives_are_in_laws(relation):
    theirs = family("Ego", kin("A", Relation.SPOUSE, "Ego"), kin("B", relation, "A"))
    ours = family("Ego", kin("A", relation, "Ego"), kin("B", Relation.SPOUSE, "A"))
    assert theirs["B"].by.startswith("aanverwant")
    assert ours["B"].by.startswith("aanverwant")


def test_the_spouse_of_a_relative_of_the_spouse_is_no_family():
    ties = [kin("A", Relation.SPOUSE, "Ego"), kin("B", Relation.SIBLING, "A"), kin("C", Relation.SPOUSE, "B")]
    assert "C" not in family("Ego", *ties)


def test_living_together_makes_family_of_the_partner_only():
    found = family("Ego", kin("A", Relation.COHABITANT, "Ego"), kin("B", Relation.SIBLING, "A"))
    assert set(found) == {"A"}


def test_a_marriage_that_ended_leaves_the_in_laws():
    found = family("Ego", kin("A", Relation.SPOUSE, "Ego", until=ENDED), kin("B", Relation.PARENT, "A"))
    assert set(found) == {"B"}


def test_a_declared_in_law_counts_without_who_is_in_between():
    assert family("Ego", kin("A", Relation.SIBLING_IN_LAW, "Ego"))["A"].degree == 2


def test_every_step_says_who_is_what_of_whom():
    found = family("Ego", kin("A", Relation.SPOUSE, "Ego"), kin("B", Relation.SIBLING, "A"))
    assert [step.text for step in found["B"].steps] == [
        "A is echtgenoot of echtgenote van Ego.",
        "B is broer of zus van A.",
    ]
