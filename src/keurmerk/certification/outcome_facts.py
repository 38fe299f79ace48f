"""What the computed norms of a delivery establish. What they cannot show, staff establish."""

from collections.abc import Mapping
from typing import Any

from rulebook.kernel.verdict import Verdict
from rulebook.lifecycle.facts import Fact

PASS_RATES = ("2.15", "2.16")
REPEATED = ("3.1.1", "2.16")
ENOUGH_TRACKS = "7.2.1"
PLAN_FIRST = frozenset({"3.1.1", "2.16", "2.17", "2.17.1", "2.17.2"})
"""Material norms for which a plan comes before a suspension (§5.6, §4.20, §6.2.2)."""
SURVEY = ("3.1.1", "3.1.2")

type Outcome = Mapping[str, Any]


def facts_of_outcome(outcome: Outcome, previous: Outcome | None = None) -> dict[Fact, bool]:
    """Facts of one outcome; `previous` is that of the measuring period before, for what failed again.

    All norms met is never computed: some norms only an auditor can judge. That one failed is.
    """
    failed = _failed(outcome)
    known = {
        Fact.SATISFACTION_FAILED: "3.1.1" in failed,
        Fact.B1_PASS_RATE_FAILED: "2.16" in failed,
        Fact.FAILED_AGAIN: previous is not None and bool(failed & _failed(previous) & set(REPEATED)),
        Fact.MATERIAL_NORM_FAILED: any(
            row["materieel"] and row["norm"] not in PLAN_FIRST
            for row in outcome["normen"]
            if row["oordeel"] == Verdict.NOT_MET
        ),
        **_profiles(outcome),
    }
    if failed:
        known |= {
            Fact.NORMS_MET: False,
            Fact.NORM_FAILED: True,
            Fact.ONLY_PASS_RATES_FAILED: failed <= set(PASS_RATES),
        }
    tracks = _verdict(outcome, ENOUGH_TRACKS)
    if tracks in {Verdict.MET, Verdict.NOT_MET}:
        known[Fact.ENOUGH_TRACKS] = tracks == Verdict.MET
    survey = {_verdict(outcome, norm) for norm in SURVEY}
    if survey <= {Verdict.MET, Verdict.NOT_MET}:
        known[Fact.SURVEY_NORMS_MET] = survey == {Verdict.MET}
    return known


def _failed(outcome: Outcome) -> set[str]:
    return {str(row["norm"]) for row in outcome["normen"] if row["oordeel"] == Verdict.NOT_MET}


def _verdict(outcome: Outcome, norm: str) -> str | None:
    return next((row["oordeel"] for row in outcome["normen"] if row["norm"] == norm), None)


def _profiles(outcome: Outcome) -> dict[Fact, bool]:
    verdicts = [row["oordeel"] for row in outcome["normen"] if row["norm"] == "2.15" and row["groep"]]
    return {
        Fact.SEVERAL_PROFILES: len(verdicts) > 1,
        Fact.ONE_PROFILE_BELOW: verdicts.count(Verdict.NOT_MET) == 1,
    }
