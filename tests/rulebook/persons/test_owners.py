"""Ultimate owners: 25% or more, directly or along a chain, or control in another way; else the directors."""

from fractions import Fraction

import pytest

from rulebook.persons.owners import interests, owners_of, top_holdings
from rulebook.persons.ties import Holding, Management, Relation
from tests.rulebook.persons.build import decides, holds, kin, manages, together, view


def owners(*ties, people="Anna Ben Cas", bodies="Brug Top Tussen Ander"):
    return {each.person: each for each in owners_of(view(people, bodies, *ties), "Brug")}


@pytest.mark.parametrize("what", [Holding.SHARES, Holding.VOTES, Holding.BENEFICIARY, Holding.SPECIAL])
@pytest.mark.parametrize(("percent", "is_owner"), [("24.99", False), ("25", True), ("25.01", True)])
def test_a_quarter_exactly_makes_an_owner(what, percent, is_owner):
    assert ("Anna" in owners(holds("Anna", "Brug", percent, what))) is is_owner


def test_a_chain_is_the_product():
    found = owners(holds("Anna", "Top", 50), holds("Top", "Brug", 50))
    assert found["Anna"].total[Holding.SHARES] == 25
    assert found["Anna"].direct[Holding.SHARES] == 0


def test_chains_are_summed():
    ties = [holds("Anna", "Top", 50), holds("Top", "Brug", 30), holds("Anna", "Brug", 10)]
    assert owners(*ties)["Anna"].total[Holding.SHARES] == 25
    assert not owners(*ties[:2])


def test_a_sum_of_thirds_is_exact():
    known = view(
        "Anna",
        "Brug Een Twee Drie",
        *(holds("Anna", name, 25) for name in ("Een", "Twee", "Drie")),
        *(holds(name, "Brug", "33.3333") for name in ("Een", "Twee", "Drie")),
    )
    assert interests(known, "Brug", Holding.SHARES)["Anna"] == Fraction("24.999975")
    assert not owners_of(known, "Brug")


def test_control_along_a_chain_makes_an_owner_below_a_quarter():
    ties = [holds("Anna", "Top", 60), holds("Top", "Tussen", 60), holds("Tussen", "Brug", 60)]
    assert "feitelijke zeggenschap" in owners(*ties)["Anna"].reasons


def test_who_decides_in_another_way_is_an_owner():
    found = owners(decides("Ben", "Brug", "volmacht van de eigenaar"))
    assert found["Ben"].steps[0].text == "Ben beslist feitelijk in Brug: volmacht van de eigenaar."


def test_acting_together_makes_owners_of_both():
    ties = [holds("Anna", "Brug", 20), holds("Ben", "Brug", 20, Holding.SHARES), holds("Cas", "Brug", 20)]
    assert not owners(*ties)
    assert set(owners(*ties, together("Brug", "Anna", "Ben", "Cas"))) == {"Anna", "Ben", "Cas"}


def test_family_alone_does_not_add_up_for_an_owner():
    ties = [holds("Anna", "Brug", 20), holds("Ben", "Brug", 20), kin("Anna", Relation.SPOUSE, "Ben")]
    assert not owners(*ties)


def test_without_an_owner_the_directors_of_the_top_holding_are_it():
    ties = [
        holds("Top", "Tussen", 100),
        holds("Tussen", "Brug", 100),
        manages("Anna", "Top"),
        manages("Ben", "Tussen"),
        manages("Cas", "Brug"),
    ]
    found = owners(*ties)
    assert {person: owner.pseudo for person, owner in found.items()} == {"Anna": True}


def test_without_a_holding_the_directors_of_the_body_are_it():
    found = owners(manages("Anna", "Brug"), manages("Ben", "Brug", Management.DAILY))
    assert set(found) == {"Anna"}


def test_a_ring_of_holdings_ends():
    ties = [holds("Top", "Brug", 60), holds("Brug", "Top", 60), holds("Anna", "Top", 40)]
    found = owners(*ties)
    assert found["Anna"].total[Holding.SHARES] >= 24
    assert set(top_holdings(view("Anna", "Brug Top", *ties), "Brug")) == {"Top"}
