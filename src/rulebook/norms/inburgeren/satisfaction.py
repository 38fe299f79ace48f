"""Norms 3.1.1 and 3.1.2 (§5.3 to §5.5), and whether the result may be published (§5.7)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, explain
from rulebook.kernel.norm import AtLeast, Norm, NormRow, Parameters, School, Sums
from rulebook.kernel.numbers import from_billionths, share
from rulebook.kernel.verdict import Counts, Unit, Verdict, met
from rulebook.norms.inburgeren.facts import Facts
from rulebook.norms.inburgeren.judging import limit_of


def survey_outcome(facts: Facts, _parameters: Parameters) -> Frame:
    """The survey gives sums, not persons: there is one row to show."""
    audited = ~nw.col("client_audit_grade").is_null()
    return explain(
        facts.tables["satisfaction"],
        (
            Rule("clientenaudit", audited, Counts.NOT),
            Rule("tevredenheidsonderzoek", ALWAYS, Counts.NOT),
        ),
        table="tevredenheid",
        key=nw.lit("1"),
    )


def enough_response(row: Mapping[str, Any], parameters: Parameters) -> Verdict:
    """Judge 3.1.2: enough learners answered, or there was a client audit (§5.4)."""
    if row["client_audit_grade"] is not None:
        return Verdict.MET
    response = share(row["completed"], row["invited"])
    if response is None:
        return Verdict.NOT_APPLICABLE
    enough_persons = row["completed"] >= parameters.whole("min_responses")
    return met(enough_persons and response >= parameters.number("response_share"))


def satisfaction_grade(row: Mapping[str, Any]) -> Fraction | None:
    """The grade of the client audit where there was one, else the mean of the survey."""
    audited = from_billionths(row["client_audit_grade"])
    return audited if audited is not None else from_billionths(row["mean_grade"])


def may_publish(row: Mapping[str, Any], parameters: Parameters) -> bool:
    """§5.7, table 2: the share that must have answered falls as more were invited (I-08)."""
    invited, completed = row["invited"], row["completed"]
    if row["client_audit_grade"] is not None:
        return True
    response = share(completed, invited)
    if response is None or completed < parameters.whole("publication_min_responses"):
        return False
    enough_forms = completed >= parameters.whole("publication_min_forms")
    return enough_forms or response >= parameters.scale("publication_response").at(invited)


def _response(norm: Norm, _sums: Sums, school: School, parameters: Parameters) -> list[NormRow]:
    row = _survey(school)
    return [
        NormRow(
            norm.code,
            enough_response(row, parameters),
            numerator=row["completed"],
            denominator=row["invited"],
            value=share(row["completed"], row["invited"]),
            limit=limit_of(norm, parameters),
            unit=norm.unit,
        )
    ]


def _grade(norm: Norm, _sums: Sums, school: School, parameters: Parameters) -> list[NormRow]:
    row, limit = _survey(school), parameters.number("satisfaction_grade")
    grade = satisfaction_grade(row)
    if grade is None:
        verdict = Verdict.NOT_APPLICABLE
    elif enough_response(row, parameters) is Verdict.NOT_MET:
        verdict = Verdict.INSUFFICIENT_DATA
    else:
        verdict = met(grade >= limit)
    return [NormRow(norm.code, verdict, value=grade, limit=limit, unit=norm.unit)]


def _survey(school: School) -> Mapping[str, Any]:
    if school.satisfaction is None:
        raise ValueError("a norm on satisfaction is judged only where the survey's outcome is there")
    return school.satisfaction


NORMS = (
    Norm(
        "3.1.1",
        paragraph="5.5",
        tables=("satisfaction",),
        explain=survey_outcome,
        judge=_grade,
        limit=AtLeast("satisfaction_grade"),
        unit=Unit.GRADE,
    ),
    Norm(
        "3.1.2",
        paragraph="5.4",
        tables=("satisfaction",),
        explain=survey_outcome,
        judge=_response,
        limit=AtLeast("response_share"),
    ),
)
