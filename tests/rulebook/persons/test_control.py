"""Control: more than half, of one of four things, alone or jointly, directly or through what one controls."""

import pytest

from rulebook.persons.control import Controlled, controllers_of
from rulebook.persons.ties import Holding
from tests.rulebook.persons.build import DAY, employs, holds, together, view


@pytest.mark.parametrize("what", [Holding.SHARES, Holding.VOTES, Holding.BOARD])
@pytest.mark.parametrize(
    ("percent", "controls"), [("50", False), ("50.01", True), ("100", True), ("0", False)]
)
def test_exactly_half_is_no_control_and_a_little_more_is(what, percent, controls):
    known = view("Anna", "Brug", holds("Anna", "Brug", percent, what))
    assert ("Brug" in Controlled(known, {"Anna"})) is controls


@pytest.mark.parametrize("what", [Holding.BENEFICIARY, Holding.SPECIAL])
def test_a_claim_on_the_assets_is_no_control(what):
    assert "Brug" not in Controlled(view("Anna", "Brug", holds("Anna", "Brug", 100, what)), {"Anna"})


def test_shares_and_votes_are_not_added_up():
    known = view("Anna", "Brug", holds("Anna", "Brug", 40), holds("Anna", "Brug", 40, Holding.VOTES))
    assert "Brug" not in Controlled(known, {"Anna"})


def test_what_a_controlled_body_holds_counts_whole():
    known = view("Anna", "Top Brug", holds("Anna", "Top", 51), holds("Top", "Brug", 51))
    assert "Brug" in Controlled(known, {"Anna"})


def test_what_a_body_holds_that_is_not_controlled_does_not_count():
    known = view("Anna", "Top Brug", holds("Anna", "Top", 50), holds("Top", "Brug", 100))
    assert "Brug" not in Controlled(known, {"Anna"})


def test_two_controlled_bodies_together_give_control():
    ties = [
        holds("Anna", "Een", 60),
        holds("Anna", "Twee", 60),
        holds("Een", "Brug", 26),
        holds("Twee", "Brug", 26),
    ]
    controlled = Controlled(view("Anna", "Een Twee Brug", *ties), {"Anna"})
    assert controlled.bodies["Brug"].total == 52
    assert [step.source for step in controlled.steps_to("Brug")] == ["Anna", "Anna", "Een", "Twee", "Twee"]


def test_who_act_together_each_control():
    ties = [holds("Anna", "Brug", 30), holds("Ben", "Brug", 30), holds("Cas", "Brug", 40)]
    apart, joined = (
        view("Anna Ben Cas", "Brug", *ties),
        view("Anna Ben Cas", "Brug", *ties, together("Brug", "Anna", "Ben")),
    )
    assert not controllers_of(apart, "Brug")
    assert set(controllers_of(joined, "Brug")) == {"Anna", "Ben"}


def test_an_agreement_counts_in_the_body_it_is_about():
    ties = [holds("Anna", "Brug", 30), holds("Ben", "Brug", 30), together("Ander", "Anna", "Ben")]
    assert not controllers_of(view("Anna Ben", "Brug Ander", *ties), "Brug")


def test_the_employer_controls_the_employee_but_not_what_the_employee_holds():
    known = view("Anna", "Werk Brug", employs("Werk", "Anna"), holds("Anna", "Brug", 100))
    controlled = Controlled(known, {"Werk"})
    assert set(controlled.employees) == {"Anna"}
    assert "Brug" not in controlled


def test_holdings_in_a_ring_end():
    ties = [holds("Een", "Twee", 60), holds("Twee", "Drie", 60), holds("Drie", "Een", 60)]
    assert set(Controlled(view("", "Een Twee Drie", *ties), {"Een"}).bodies) == {"Twee", "Drie"}


def test_a_tie_counts_from_its_first_day_to_its_last():
    def controls(**dates):
        return "Brug" in Controlled(view("Anna", "Brug", holds("Anna", "Brug", 60, **dates)), {"Anna"})

    assert controls(since=DAY)
    assert controls(until=DAY)
    assert not controls(since=DAY.replace(day=2))
    assert not controls(until=DAY.replace(month=10))
