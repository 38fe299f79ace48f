"""Every exam attempt with the reason for which it counts, or does not, under its own norm (§4.20)."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, Frame, Rule, explain, months_after, within
from rulebook.kernel.norm import Parameters
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.attribution import AFTER_EXIT, AFTER_SIX_MONTHS, attribution
from rulebook.norms.inburgeren.facts import LANGUAGE_EXAMS, LEARNER, Facts

WI2013 = nw.col("act") == "Wi2013"
B1_ROUTE = (nw.col("act") == "Wi2021") & (nw.col("route") == "B1")
IS_ONA = nw.col("exam") == "ona"
LANGUAGE_AT_B1 = nw.col("exam").is_in(LANGUAGE_EXAMS) & (nw.col("level") == "B1")

BELONGS = "hoort_bij_school"
"""Not an outcome: these attempts are put in order before their reason is known."""

DATE = nw.col("date")
AFTER_UNTIL = nw.col("until") < DATE

ATTRIBUTION_RULES = (
    Rule("overleden", nw.col("left_out") == "overleden", Counts.NOT),
    Rule("wanprestatie", nw.col("left_out") == "wanprestatie", Counts.NOT),
)
BELONGING_RULES = (
    Rule("voor_start_bij_school", nw.col("since").is_null() | (nw.col("since") > DATE), Counts.NOT),
    Rule("elders_geschoold", nw.col("elsewhere") <= DATE, Counts.NOT),
    Rule(AFTER_EXIT, AFTER_UNTIL & (nw.col("until_reason") == AFTER_EXIT), Counts.NOT),
    Rule(AFTER_SIX_MONTHS, AFTER_UNTIL, Counts.NOT),
    Rule(BELONGS, ALWAYS, Counts.NOT),
)
RULES = (
    Rule("ona_telt_niet", IS_ONA, Counts.NOT),
    Rule("andere_norm", ~(WI2013 | B1_ROUTE.fill_null(value=False)), Counts.NOT),
    Rule("niveau_telt_niet", B1_ROUTE & ~LANGUAGE_AT_B1.fill_null(value=False), Counts.NOT),
    *ATTRIBUTION_RULES,
    Rule("niet_alle_examens_b1", B1_ROUTE & ~nw.col("all_b1").fill_null(value=False), Counts.NOT),
    *BELONGING_RULES,
)

JUDGED = [*LEARNER, "attempt_id", "exam", "act", "route", "profile", "table", "id", "counts", "reason"]
PART = [*LEARNER, "exam", "level"]
"""Attempts are put in order per learner, exam part and level (I-17)."""


class JudgedAttempts:
    """Attempts of all learners with their own norm's reason, and those that belong to the school."""

    def __init__(self, facts: Facts, parameters: Parameters) -> None:
        learners = facts.all_learners.select(*LEARNER, "act", "profile", "route")
        attempts = (
            facts.tables["attempts"]
            .with_columns(nw.col("level").fill_null(""))
            .join(learners, on=LEARNER, how="inner")
            .join(attribution(facts, parameters), on=LEARNER, how="left")
        )
        explained = facts.keep(explain(attempts, RULES, table="examenpogingen", key="attempt_id"))
        counted = _counted(explained.filter(nw.col("reason") == BELONGS), facts, parameters)
        settled = explained.filter(nw.col("reason") != BELONGS).select(*JUDGED)
        rows = nw.concat([settled, counted.select(*JUDGED)], how="vertical")
        counting = nw.when(nw.col("counts") != Counts.NOT.value).then(nw.col("attempt_id"))
        first = nw.col("attempt_id") == counting.min().over(*LEARNER)
        self.rows = facts.keep(rows.with_columns(first_of_learner=first.fill_null(value=False)))
        """Every attempt under the norm that judges its learner; one counting attempt per learner is first."""
        self.belonging_on_b1_route = facts.keep(_belonging_on_b1_route(explained))
        """Attempts of the B1-route, of any part and level, that belong to the school."""


def _belonging_on_b1_route(explained: Frame) -> Frame:
    candidates = explained.filter(B1_ROUTE)
    belongs = explain(candidates, BELONGING_RULES, table="examenpogingen", key="attempt_id")
    return belongs.filter(nw.col("reason") == BELONGS).select(*LEARNER, "exam", "level", "date", "passed")


def judged_attempts(facts: Facts, parameters: Parameters) -> JudgedAttempts:
    """The attempts of these schools, judged once for both norms of an edition."""
    return facts.once(f"judged attempts {parameters.edition}", lambda: JudgedAttempts(facts, parameters))


def _counted(attempts: Frame, facts: Facts, parameters: Parameters) -> Frame:
    """First and second attempts, and which of the two is counted in which measuring period."""
    months, period = parameters.whole("second_attempt_months"), facts.period
    order = ["date", "attempt_id"]
    passed = nw.when(nw.col("passed")).then(nw.lit(1)).otherwise(nw.lit(0))
    ordered = attempts.with_columns(passed_number=passed).with_columns(
        nw.col("attempt_id").cum_count().over(*PART, order_by=order).alias("number"),
        nw.col("passed_number").cum_sum().over(*PART, order_by=order).alias("passed_so_far"),
        nw.col("date").shift(-1).over(*PART, order_by=order).alias("next_date"),
    )
    in_period, last = within(period, "date"), nw.lit(period.last)
    next_date, announced = nw.col("next_date"), nw.col("second_attempt_follows") == "ja"
    first_failed = (nw.col("number") == 1) & ~nw.col("passed")
    put_off = (
        (nw.lit(period.first) > DATE)
        & (months_after("date", months) >= period.first)
        & announced.fill_null(value=False)
        & (next_date.is_null() | (next_date > last))
    )
    second_soon_after = next_date <= months_after(nw.lit(period.last), months)
    follows = second_soon_after.fill_null(value=False) | announced.fill_null(value=False)
    rules = (
        Rule("al_geslaagd", nw.col("passed_so_far") - nw.col("passed_number") > 0, Counts.NOT),
        Rule(
            "derde_of_latere_poging",
            nw.col("number") > parameters.whole("counted_attempts"),
            Counts.NOT,
        ),
        Rule("uitgesteld", first_failed & put_off, Counts.DENOMINATOR),
        Rule("buiten_meetperiode", ~in_period, Counts.NOT),
        Rule("vervangen_door_tweede_poging", first_failed & (next_date <= last), Counts.NOT),
        Rule("tweede_poging_volgt", first_failed & follows, Counts.NOT),
        Rule("telt_mee_geslaagd", nw.col("passed"), Counts.NUMERATOR),
        Rule("telt_mee", ALWAYS, Counts.DENOMINATOR),
    )
    explained = explain(ordered, rules, table="examenpogingen", key="attempt_id")
    return explained.with_columns(
        nw.when(nw.col("reason") == "telt_mee_geslaagd")
        .then(nw.lit("telt_mee"))
        .otherwise(nw.col("reason"))
        .alias("reason")
    )
