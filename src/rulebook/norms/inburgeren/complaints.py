"""Norm 1.5.8: complaints are settled in time (§3.5)."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, days_after, explain, within
from rulebook.kernel.norm import AtLeast, Norm, Parameters
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.facts import Facts
from rulebook.norms.inburgeren.judging import one_share


def complaints_in_time(facts: Facts, parameters: Parameters) -> Frame:
    settle_by = days_after("received_on", parameters.whole("complaint_settle_days"))
    reject_by = days_after("received_on", parameters.whole("complaint_reject_days"))
    end = nw.lit(facts.period.last)
    closed = [(nw.col(day) <= end).fill_null(value=False) for day in ("settled_on", "rejected_on")]
    still_open = ~(closed[0] | closed[1])
    return explain(
        facts.tables["complaints"].filter(within(facts.period, "received_on")),
        (
            Rule("termijn_loopt_nog", still_open & (settle_by > end), Counts.NOT),
            Rule("op_tijd_afgehandeld", nw.col("settled_on") <= settle_by, Counts.NUMERATOR),
            Rule("op_tijd_afgewezen", nw.col("rejected_on") <= reject_by, Counts.NUMERATOR),
            Rule("niet_op_tijd", ALWAYS, Counts.DENOMINATOR),
        ),
        table="klachten",
        key="complaint_id",
    )


NORMS = (
    Norm(
        "1.5.8",
        paragraph="3.5",
        tables=("complaints",),
        explain=complaints_in_time,
        judge=one_share,
        limit=AtLeast("complaints_share"),
        readings=("I-01",),
    ),
)
