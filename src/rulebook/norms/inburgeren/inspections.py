"""Norms 2.17.1 to 2.17.4: self-assessment and classroom inspection (§4.21)."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, SCHOOL, Frame, Rule, explain, last_per, months_after
from rulebook.kernel.norm import Explain, Judge, NoLimit, Norm, NormRow, Parameters, School, Sums
from rulebook.kernel.verdict import Counts, Verdict, met
from rulebook.norms.inburgeren.facts import Facts
from rulebook.norms.inburgeren.judging import empty_row

INSPECTION, REINSPECTION, SELF_ASSESSMENT = "toezicht_in_de_klas", "herinspectie", "zelfbeoordeling"
RESULTS = ("goed", "voldoende", "onvoldoende")
"""From best to worst; a missing result is worse still."""
SUFFICIENT = RESULTS[:2]
NO_RESULT_BADNESS = len(RESULTS)

KIND, RESULT = nw.col("kind"), nw.col("result")


def newest(facts: Facts, kinds: tuple[str, ...]) -> Frame:
    """The newest inspection of these kinds up to the end of the period.

    On one day a reinspection is newer; then the worst result (none is worst), then without a plan.
    """
    badness = nw.lit(NO_RESULT_BADNESS)
    for worse, result in enumerate(RESULTS):
        badness = nw.when(nw.lit(result) == RESULT).then(nw.lit(worse)).otherwise(badness)
    return last_per(
        facts.tables["inspections"]
        .filter(nw.col("date") <= facts.period.last, KIND.is_in(kinds))
        .with_columns(
            reinspected=nw.when(nw.lit(REINSPECTION) == KIND).then(nw.lit(1)).otherwise(nw.lit(0)),
            badness=badness,
            without_plan=nw.when(nw.col("plan_approved")).then(nw.lit(0)).otherwise(nw.lit(1)),
        ),
        [SCHOOL],
        ["date", "reinspected", "badness", "without_plan", "inspection_id"],
    )


def self_assessment_recent(facts: Facts, parameters: Parameters) -> Frame:
    end = nw.lit(facts.period.last)
    recent = months_after("date", parameters.whole("self_assessment_months")) >= end
    assessments = facts.tables["inspections"].filter(nw.col("date") <= end, nw.lit(SELF_ASSESSMENT) == KIND)
    return _explained(
        assessments,
        Rule("recente_zelfbeoordeling", recent, Counts.NUMERATOR),
        Rule("te_oude_zelfbeoordeling", ALWAYS, Counts.DENOMINATOR),
    )


def inspection_recent_and_sufficient(facts: Facts, parameters: Parameters) -> Frame:
    end = nw.lit(facts.period.last)
    too_old = months_after("date", parameters.whole("inspection_months")) < end
    return _explained(
        newest(facts, (INSPECTION, REINSPECTION)),
        Rule("te_oud_toezicht", too_old, Counts.DENOMINATOR),
        Rule("toezicht_in_orde", RESULT.is_in(SUFFICIENT), Counts.NUMERATOR),
        Rule("toezicht_niet_voldoende", ALWAYS, Counts.DENOMINATOR),
    )


def plan_after_insufficient_inspection(facts: Facts, _parameters: Parameters) -> Frame:
    insufficient = (nw.lit("onvoldoende") == RESULT).fill_null(value=False)
    return _explained(
        newest(facts, (INSPECTION,)),
        Rule("geen_plan_nodig", ~insufficient, Counts.NOT),
        Rule("plan_akkoord", nw.col("plan_approved"), Counts.NUMERATOR),
        Rule("plan_ontbreekt", ALWAYS, Counts.DENOMINATOR),
    )


def reinspection_sufficient(facts: Facts, _parameters: Parameters) -> Frame:
    return _explained(
        newest(facts, (REINSPECTION,)),
        Rule("herinspectie_in_orde", RESULT.is_in(SUFFICIENT), Counts.NUMERATOR),
        Rule("herinspectie_niet_voldoende", ALWAYS, Counts.DENOMINATOR),
    )


def _explained(inspections: Frame, *rules: Rule) -> Frame:
    return explain(inspections, rules, table="toezicht", key="inspection_id")


def _required(norm: Norm, sums: Sums, _school: School, _parameters: Parameters) -> list[NormRow]:
    """Without any row the demand is not met."""
    return [empty_row(norm, met(sums.total("numerator") > 0))]


def _when_there_is_one(norm: Norm, sums: Sums, school: School, parameters: Parameters) -> list[NormRow]:
    if not sums.total("denominator"):
        return [empty_row(norm, Verdict.NOT_APPLICABLE)]
    return _required(norm, sums, school, parameters)


def _norm(code: str, explain_inspections: Explain, judge: Judge) -> Norm:
    return Norm(
        code,
        paragraph="4.21",
        tables=("inspections",),
        explain=explain_inspections,
        judge=judge,
        limit=NoLimit(),
        unit=None,
    )


NORMS = (
    _norm("2.17.1", self_assessment_recent, _required),
    _norm("2.17.2", inspection_recent_and_sufficient, _required),
    _norm("2.17.3", plan_after_insufficient_inspection, _when_there_is_one),
    _norm("2.17.4", reinspection_sufficient, _when_there_is_one),
)
