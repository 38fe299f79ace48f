"""Connected persons of a school, with the path."""

from rulebook.persons.connected import Manner
from rulebook.persons.ties import Holding, Relation
from tests.rulebook.persons.build import (
    DAY,
    connections,
    employs,
    graph,
    holds,
    kin,
    manages,
    together,
)

ENDED = DAY.replace(year=2020)


def found(*ties, start="Nieuw", people="Anna Ben Cas Dora", bodies="Nieuw Oud Top Ander"):
    return connections(graph(people, bodies, *ties), start)


def told(connection):
    return [step.text for step in connection.steps]


def test_a_body_is_connected_with_who_controls_it_and_whom_it_controls():
    all_found = found(holds("Top", "Nieuw", 60), holds("Nieuw", "Ander", 60))
    assert (all_found["Top"].manner, all_found["Ander"].manner) == (Manner.OVER, Manner.UNDER)


def test_the_other_body_of_the_owner_is_connected():
    path = found(holds("Anna", "Nieuw", 100), holds("Anna", "Oud", 51))["Oud"]
    assert path.manner is Manner.HELD_BY_PERSON
    assert told(path) == [
        "Anna houdt 100% van de aandelen in Nieuw.",
        "Anna houdt 51% van de aandelen in Oud.",
    ]


def test_a_body_of_the_owners_family_is_connected_with_each_step():
    path = found(
        holds("Anna", "Nieuw", 100),
        kin("Ben", Relation.SPOUSE, "Anna"),
        kin("Cas", Relation.SIBLING, "Ben"),
        holds("Cas", "Oud", 60),
    )["Oud"]
    assert path.manner is Manner.HELD_BY_FAMILY
    assert told(path) == [
        "Anna houdt 100% van de aandelen in Nieuw.",
        "Ben is echtgenoot of echtgenote van Anna.",
        "Cas is broer of zus van Ben.",
        "Cas houdt 60% van de aandelen in Oud.",
    ]


def test_an_in_laws_holding_is_followed_down():
    ties = [manages("Anna", "Nieuw"), kin("Ben", Relation.CHILD, "Anna"), kin("Cas", Relation.SPOUSE, "Ben")]
    ties += [holds("Cas", "Top", 100), holds("Top", "Oud", 75)]
    path = found(*ties)["Oud"]
    assert [step.by for step in path.steps] == [
        "Management",
        "bloedverwant in de eerste graad",
        "aanverwant in de eerste graad",
        "Zeggenschap onder c",
        "Zeggenschap onder c",
    ]


def test_what_the_person_and_family_hold_counts_jointly():
    ties = [
        holds("Anna", "Nieuw", 100),
        kin("Ben", Relation.SPOUSE, "Anna"),
        holds("Anna", "Oud", 30),
        holds("Ben", "Oud", 30),
    ]
    assert told(found(*ties)["Oud"])[-1] == "Samen is dat 60% van de aandelen in Oud: meer dan de helft."


def test_half_of_a_relative_is_not_enough():
    ties = [holds("Anna", "Nieuw", 100), kin("Ben", Relation.SPOUSE, "Anna"), holds("Ben", "Oud", 50)]
    assert "Oud" not in found(*ties)


def test_a_manager_of_a_body_that_others_own_does_not_connect_it():
    assert "Oud" not in found(manages("Anna", "Nieuw"), manages("Anna", "Oud"))


def test_an_owner_of_a_quarter_is_looked_from():
    assert "Oud" in found(holds("Anna", "Nieuw", 25), holds("Anna", "Oud", 100))
    assert "Oud" not in found(holds("Anna", "Nieuw", 24), holds("Anna", "Oud", 100))


def test_the_director_of_the_top_holding_is_looked_from():
    ties = [holds("Top", "Nieuw", 100), manages("Anna", "Top"), holds("Anna", "Oud", 100)]
    assert told(found(*ties)["Oud"])[1] == "Anna is bestuurder volgens de KvK van Top."


def test_bodies_under_one_holding_are_connected():
    assert found(holds("Top", "Nieuw", 60), holds("Top", "Oud", 60))["Oud"].manner is Manner.SISTER


def test_the_employer_of_the_owner_is_connected():
    path = found(holds("Anna", "Nieuw", 100), employs("Oud", "Anna"))["Oud"]
    assert path.manner is Manner.EMPLOYER
    assert path.steps[-1].by == "Zeggenschap onder d"


def test_the_employer_of_a_relative_is_not_connected():
    ties = [holds("Anna", "Nieuw", 100), kin("Ben", Relation.SPOUSE, "Anna"), employs("Oud", "Ben")]
    assert "Oud" not in found(*ties)


def test_who_acts_together_with_the_owner_in_a_holder_connects_it():
    ties = [
        holds("Anna", "Nieuw", 100),
        holds("Anna", "Oud", 30, Holding.VOTES),
        holds("Ben", "Oud", 30, Holding.VOTES),
    ]
    assert "Oud" not in found(*ties)
    assert "Oud" in found(*ties, together("Oud", "Anna", "Ben"))


def test_a_natural_person_who_applies_is_looked_from():
    ties = [kin("Ben", Relation.COHABITANT, "Anna"), holds("Ben", "Oud", 100)]
    assert "Oud" in found(*ties, start="Anna")


def test_what_ended_is_known_as_former():
    ties = [holds("Anna", "Nieuw", 100), holds("Anna", "Oud", 100, until=ENDED)]
    path = found(*ties)["Oud"]
    assert path.former
    assert told(path)[-1] == "Anna houdt 100% van de aandelen in Oud (tot en met 1-11-2020)."


def test_what_has_yet_to_begin_does_not_count():
    assert "Oud" not in found(
        holds("Anna", "Nieuw", 100), holds("Anna", "Oud", 100, since=DAY.replace(year=2027))
    )
