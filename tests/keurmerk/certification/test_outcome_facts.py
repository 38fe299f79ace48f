"""What the computed norms establish, and what they leave to an auditor."""

import pytest

from keurmerk.certification.outcome_facts import facts_of_outcome
from rulebook.lifecycle.facts import Fact


def outcome(*rows):
    """Rows as (norm, group, verdict, material)."""
    return {
        "normen": [
            {"norm": norm, "groep": group, "oordeel": verdict, "materieel": material}
            for norm, group, verdict, material in rows
        ]
    }


def test_one_computed_norm_that_is_not_met_is_enough_to_fail():
    known = facts_of_outcome(outcome(("2.13", None, "voldoet_niet", False)))
    assert (known[Fact.NORM_FAILED], known[Fact.NORMS_MET]) == (True, False)
    assert known[Fact.MATERIAL_NORM_FAILED] is False


def test_that_all_norms_are_met_is_for_an_auditor_to_say():
    known = facts_of_outcome(outcome(("2.13", None, "voldoet", False)))
    assert Fact.NORMS_MET not in known
    assert Fact.NORM_FAILED not in known


@pytest.mark.parametrize("norm", ["3.1.1", "2.16", "2.17", "2.17.1", "2.17.2"])
def test_a_material_norm_for_which_a_plan_comes_first_is_no_ground_by_itself(norm):
    known = facts_of_outcome(outcome((norm, None, "voldoet_niet", True)))
    assert known[Fact.MATERIAL_NORM_FAILED] is False


def test_another_material_norm_is():
    assert facts_of_outcome(outcome(("2.9.2", None, "voldoet_niet", True)))[Fact.MATERIAL_NORM_FAILED]


@pytest.mark.parametrize(
    ("this", "before", "again"),
    [("3.1.1", "3.1.1", True), ("2.16", "2.16", True), ("3.1.1", "2.16", False), ("2.13", "2.13", False)],
)
def test_failing_again_is_the_same_norm_of_the_two_twice(this, before, again):
    now, earlier = (outcome((norm, None, "voldoet_niet", False)) for norm in (this, before))
    assert facts_of_outcome(now, earlier)[Fact.FAILED_AGAIN] is again
    assert facts_of_outcome(now)[Fact.FAILED_AGAIN] is False


def test_one_profile_of_several_below_is_known_from_the_rows_of_the_pass_rate():
    rows = [("2.15", "hoog", "voldoet", True), ("2.15", "laag", "voldoet_niet", True)]
    known = facts_of_outcome(outcome(*rows))
    assert (known[Fact.SEVERAL_PROFILES], known[Fact.ONE_PROFILE_BELOW]) == (True, True)
    assert known[Fact.ONLY_PASS_RATES_FAILED]


@pytest.mark.parametrize(("verdict", "enough"), [("voldoet", True), ("voldoet_niet", False)])
def test_enough_tracks_is_norm_7_2_1(verdict, enough):
    assert facts_of_outcome(outcome(("7.2.1", None, verdict, False)))[Fact.ENOUGH_TRACKS] is enough


def test_a_table_that_is_missing_establishes_nothing():
    known = facts_of_outcome(outcome(("7.2.1", None, "geen_gegevens", False)))
    assert Fact.ENOUGH_TRACKS not in known
    assert Fact.SURVEY_NORMS_MET not in known
