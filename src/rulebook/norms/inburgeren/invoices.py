"""Norms 2.4.1 to 2.4.3: the learner approves afterwards, a municipality sees days and hours (§4.8)."""

from functools import partial

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, explain, within
from rulebook.kernel.norm import Explain, NoneAllowed, Norm, Parameters
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.facts import LEARNER, Facts
from rulebook.norms.inburgeren.judging import one_share

WI2013 = nw.col("act") == "Wi2013"
WI2021_WITHOUT_ASYLUM_STATUS = (nw.col("act") == "Wi2021") & nw.col("residence").is_in(
    ["gezinsmigrant", "overige_migrant"]
)


def approved_by_the_learner_afterwards(facts: Facts, _parameters: Parameters, *, of: nw.Expr) -> Frame:
    by_learner = (nw.col("approved_by") == "cursist").fill_null(value=False)
    return explain(
        _invoices(facts, ("cursist", "duo")).filter(of),
        (
            Rule("nog_niet_geaccordeerd", nw.col("approved_on").is_null(), Counts.DENOMINATOR),
            Rule("niet_door_cursist", ~by_learner, Counts.NUMERATOR),
            Rule("vooraf_geaccordeerd", nw.col("approved_on") < nw.col("period_until"), Counts.NUMERATOR),
            Rule("achteraf_geaccordeerd", ALWAYS, Counts.DENOMINATOR),
        ),
        table="facturen",
        key="invoice_id",
    )


def municipal_invoices_name_days_and_hours(facts: Facts, _parameters: Parameters) -> Frame:
    days = nw.col("lesson_days")
    return explain(
        _invoices(facts, ("gemeente",)),
        (
            Rule("geen_lesdagen", days.is_null() | (days == 0), Counts.NUMERATOR),
            Rule("geen_uren", nw.col("hours") == 0, Counts.NUMERATOR),
            Rule("lesdagen_en_uren", ALWAYS, Counts.DENOMINATOR),
        ),
        table="facturen",
        key="invoice_id",
    )


def _invoices(facts: Facts, recipients: tuple[str, ...]) -> Frame:
    return (
        facts.tables["invoices"]
        .filter(nw.col("recipient").is_in(recipients), within(facts.period, "period_until"))
        .join(facts.learners.select(*LEARNER, "act", "residence"), on=LEARNER, how="inner")
    )


def _norm(code: str, explain_invoices: Explain) -> Norm:
    return Norm(
        code,
        paragraph="4.8",
        tables=("invoices",),
        explain=explain_invoices,
        judge=one_share,
        limit=NoneAllowed(),
    )


NORMS = (
    _norm("2.4.1", partial(approved_by_the_learner_afterwards, of=WI2013)),
    _norm("2.4.2", municipal_invoices_name_days_and_hours),
    _norm("2.4.3", partial(approved_by_the_learner_afterwards, of=WI2021_WITHOUT_ASYLUM_STATUS)),
)
