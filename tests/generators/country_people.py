"""Learners, tracks, attempts and what else hangs on a learner, for many schools at once."""

from datetime import date

import polars as pl

from tests.generators.draws import ROW, Draws, key, rows, when

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
LANGUAGE = ("lezen", "luisteren", "schrijven", "spreken")
BILLION = 10**9


def make_learners(draws: Draws, schools: int, first_school: int, count: int) -> pl.DataFrame:
    """Learners in order of school; the first school is far larger than the last."""
    share = pl.col(ROW) / count
    old_act = draws.chance(0.45)
    return (
        rows(count)
        .with_columns(
            school=(share.pow(1.6) * schools).floor().cast(pl.Int64) + first_school,
            act=pl.when(old_act).then(pl.lit("Wi2013")).otherwise(pl.lit("Wi2021")),
        )
        .with_columns(
            learner_id=key("c"),
            residence=draws.pick(
                ("asielstatushouder", "asielstatushouder", "gezinsmigrant", "overige_migrant")
            ),
            profile=when(
                pl.col("act") == "Wi2013", draws.pick(("analfabeet", "laag", "laag", "midden", "hoog"))
            ),
            route=when(pl.col("act") == "Wi2021", draws.pick(("B1",) * 11 + ("Z",) * 6 + ("onderwijs",))),
            literate_on=when(draws.chance(0.1), draws.day(FIRST, -300, 300)),
            died_on=when(draws.chance(0.004), draws.day(FIRST, 0, 364)),
            survey_consent=when(draws.chance(0.97), draws.chance(0.8)),
        )
    )


def one_each(learners: pl.DataFrame, draws: Draws, count: int) -> pl.DataFrame:
    """As many rows as asked, each of a learner drawn at random."""
    owners = rows(count).with_columns(owner=draws.below(len(learners)))
    known = learners.select(pl.col(ROW).alias("owner"), "school", "learner_id", "act", "route")
    return owners.join(known, on="owner", how="left", maintain_order="left")


def make_tracks(draws: Draws, learners: pl.DataFrame) -> pl.DataFrame:
    """A track for every learner and a second one for some."""
    second = one_each(learners, draws, len(learners) // 7).drop(ROW, "owner")
    first = learners.select("school", "learner_id", "act", "route")
    return (
        pl.concat([first, second])
        .with_row_index(ROW)
        .with_columns(pl.col(ROW).cast(pl.Int64), registered_on=draws.day(FIRST, -400, 330))
        .with_columns(track_id=key("t"), started_on=pl.col("registered_on") + draws.days(5, 64))
        .with_columns(agreed_end=pl.col("started_on") + draws.days(180, 420))
        .with_columns(ended_on=pl.col("agreed_end") + draws.days(-40, 12))
        .with_columns(
            ended_on=when(pl.col("ended_on") <= date(2026, 2, 28), pl.col("ended_on")),
            started_on=when(draws.chance(0.97), pl.col("started_on")),
        )
        .with_columns(ended_on=when(pl.col("started_on").is_not_null(), pl.col("ended_on")))
        .with_columns(
            kind=draws.pick(("nt2", "nt2", "nt2", "nt2", "alfabetisering", "knm", "ona")),
            location=draws.pick(("Utrecht", "Amersfoort", None)),
            self_registered=draws.chance(0.4),
            start_by=when(draws.chance(0.92), pl.col("registered_on") + pl.duration(days=60)),
            ending=when(
                pl.col("ended_on").is_not_null(),
                draws.pick(("afgerond",) * 16 + ("voortijdig",) * 3 + ("wanprestatie",)),
            ),
            last_lesson=pl.col("ended_on"),
            not_exam_ready=draws.chance(0.3),
            taught_elsewhere_from=when(draws.chance(0.02), pl.col("ended_on")),
            goal_recorded=draws.chance(0.97),
            effort_recorded=draws.chance(0.95),
            all_language_exams_b1=draws.chance(0.7),
            duo_loan=draws.chance(0.5),
        )
        .with_columns(
            exit_statement_on=when((pl.col("ending") == "voortijdig") & draws.chance(0.8), pl.col("ended_on"))
        )
    )


def make_attempts(draws: Draws, learners: pl.DataFrame, count: int) -> pl.DataFrame:
    return (
        one_each(learners, draws, count)
        .with_columns(exam=draws.pick((*LANGUAGE, *LANGUAGE, "knm", "ona")))
        .with_columns(
            attempt_id=key("p"),
            level=when(pl.col("exam").is_in(LANGUAGE), draws.pick(("A2", "B1", "B1", "B1", "B2"))),
            date=draws.day(FIRST, -200, 430),
            passed=draws.chance(0.68),
            second_attempt_follows=draws.pick(("ja", "nee", "onbekend", None)),
        )
    )


def make_practice_hours(draws: Draws, learners: pl.DataFrame) -> pl.DataFrame:
    return one_each(learners, draws, len(learners) // 4).with_columns(
        practice_id=key("x"),
        date=draws.day(FIRST, -100, 364),
        hours=(1 + draws.below(12)) * BILLION,
        evidenced=draws.chance(0.95),
    )


def make_hours_statements(draws: Draws, learners: pl.DataFrame) -> pl.DataFrame:
    return one_each(learners, draws, len(learners) // 2).with_columns(
        statement_id=key("u"),
        kind=draws.pick(("nt2", "nt2", "ona")),
        hours=draws.below(40) * BILLION // 2,
        issued_on=draws.day(FIRST, 180, 420),
    )


def make_invoices(draws: Draws, learners: pl.DataFrame) -> pl.DataFrame:
    return (
        one_each(learners, draws, len(learners))
        .with_columns(
            invoice_id=key("f"),
            recipient=draws.pick(("cursist", "duo", "duo", "gemeente")),
            period_from=draws.day(FIRST, -60, 364),
            lesson_days=when(draws.chance(0.99), 1 + draws.below(12)),
            hours=(3 + draws.below(30)) * BILLION,
            amount=(30_000 + draws.below(90_000)) * (BILLION // 100),
            approved_by=when(draws.chance(0.97), pl.lit("cursist")),
        )
        .with_columns(period_until=pl.col("period_from") + pl.duration(days=27))
        .with_columns(
            approved_on=when(
                pl.col("approved_by").is_not_null() & (pl.col("recipient") != "gemeente"),
                pl.col("period_until") + draws.days(0, 20),
            )
        )
    )
