"""Which attempts belong to the school: from the first start until some time after the last lesson (§4.20)."""

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import FIRST_DATE, LAST_DATE, Frame, last_per, months_after
from rulebook.kernel.norm import Parameters
from rulebook.norms.inburgeren.facts import LEARNER, Facts

AFTER_EXIT, AFTER_SIX_MONTHS = "na_uittrede", "na_zes_maanden"


def attribution(facts: Facts, parameters: Parameters) -> Frame:
    """Per learner with tracks: `since`, `until`, `until_reason`, `elsewhere`, `left_out` and `all_b1`.

    `since` is null when no track that counts has started; `left_out` is filled when every track is left out.
    """
    started = facts.counting_tracks.filter(~nw.col("started_on").is_null())
    spans = started.group_by(*LEARNER).agg(
        nw.col("started_on").min().alias("since"),
        nw.col("last_lesson").is_null().any().alias("open"),
        nw.col("taught_elsewhere_from").min().alias("elsewhere"),
    )
    per_learner = facts.tracks.group_by(*LEARNER).agg(
        nw.col("left_out").is_null().any().alias("counts"),
        (nw.col("left_out").is_null() & nw.col("all_language_exams_b1")).any().alias("all_b1"),
    )
    until = nw.when(nw.col("open").fill_null(value=True)).then(nw.lit(LAST_DATE)).otherwise(nw.col("ends_on"))
    left_out = nw.when(~nw.col("counts")).then(nw.col("last_left_out"))
    return (
        per_learner.join(spans, on=LEARNER, how="left")
        .join(_end_of_last_track(started, parameters), on=LEARNER, how="left")
        .join(_reason_of_last_started(facts.tracks), on=LEARNER, how="left")
        .select(
            *LEARNER,
            "since",
            "elsewhere",
            "until_reason",
            "all_b1",
            until.alias("until"),
            left_out.alias("left_out"),
        )
    )


def _end_of_last_track(started: Frame, parameters: Parameters) -> Frame:
    """Until when attempts count after the track with the latest last lesson; its last day counts."""
    last = last_per(started.filter(~nw.col("last_lesson").is_null()), LEARNER, ["last_lesson", "track_id"])
    left_early = (nw.col("ending") == "voortijdig").fill_null(value=False) & ~nw.col(
        "exit_statement_on"
    ).is_null()
    after_exit = (
        nw.when(nw.col("not_exam_ready"))
        .then(nw.col("exit_statement_on"))
        .otherwise(months_after("exit_statement_on", parameters.whole("exit_window_months")))
    )
    ends_on = (
        nw.when(left_early)
        .then(after_exit)
        .otherwise(months_after("last_lesson", parameters.whole("attempt_window_months")))
    )
    reason = nw.when(left_early).then(nw.lit(AFTER_EXIT)).otherwise(nw.lit(AFTER_SIX_MONTHS))
    return last.select(*LEARNER, ends_on.alias("ends_on"), reason.alias("until_reason"))


def _reason_of_last_started(tracks: Frame) -> Frame:
    """The reason of the track that started last; tracks without a start come before all others."""
    started = nw.col("started_on")
    ordered = tracks.with_columns(
        started.fill_null(FIRST_DATE).alias("order_started"),
        nw.when(started.is_null())
        .then(nw.col("registered_on"))
        .otherwise(nw.lit(FIRST_DATE))
        .alias("order_registered"),
    )
    last = last_per(ordered, LEARNER, ["order_started", "order_registered", "track_id"])
    return last.select(*LEARNER, nw.col("left_out").alias("last_left_out"))
