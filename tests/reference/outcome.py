"""The whole outcome of judging a dossier, by the Handleiding Inburgeren 2025."""

from datetime import date
from typing import Any

from tests.reference.advice import judge_advice
from tests.reference.attempts import OTHER_NORM, Judged, judge_attempts
from tests.reference.belonging import Stay, stays
from tests.reference.complaints import judge_complaints
from tests.reference.hours import judge_hours_statements, long_ona_statements
from tests.reference.inspection import judge_inspections
from tests.reference.invoices import judge_invoices
from tests.reference.lessons import judge_lessons
from tests.reference.norm_row import NormRow, no_data
from tests.reference.pass_rates import (
    b1_learners,
    by_profile,
    completed_ona,
    judge_b1,
    judge_wi2013,
    learners_among,
    pass_norms,
)
from tests.reference.period import Period
from tests.reference.satisfaction import judge_satisfaction, may_be_published
from tests.reference.staff import LABOUR_MARKET, LANGUAGE, judge_teachers
from tests.reference.stars import judge_stars
from tests.reference.tables import Raw, Tables, read_tables
from tests.reference.tracks import (
    duration,
    judge_consent,
    judge_duration,
    judge_enough_tracks,
    judge_transparency,
    judge_waiting_time,
    waiting_time,
)
from tests.reference.vogs import judge_vogs
from tests.reference.who_counts import School, school_of

type Explanation = tuple[str, str, str, str, str]  # norm, groep, poging_id, telt, reden


def judge(tables: Raw, first: date, last: date) -> dict[str, Any]:
    """The outcome of a dossier given as raw text cells; a missing key is a missing table."""
    return judge_tables(read_tables(tables), Period(first, last))


def judge_tables(tables: Tables, period: Period) -> dict[str, Any]:
    school = school_of(tables)
    stay_of = stays(tables)
    judged = {norm: judged_attempts(norm, school, stay_of, period) for norm in ("2.15", "2.16")}
    norms = pass_norms(tables)
    rows = norm_rows(school, period, judged)
    organisation = tables.organisation
    return {
        "handleiding": "inburgeren-2025",
        "meetperiode": {"van": period.first.isoformat(), "tot_en_met": period.last.isoformat()},
        "organisatie": {
            "kvk_nummer": organisation.kvk_number,
            "naam": organisation.name,
            "keurmerk": organisation.certificate,
        },
        "normen": [row.as_json() for row in rows],
        "indicatoren": indicators(school, stay_of, period, judged, rows),
        "publicatie_tevredenheid": may_be_published(tables.satisfaction),
        "sterren": judge_stars(school, period, rows, norms).as_json(),
        "advies": judge_advice(school, period, rows),
        "waarschuwingen": [],
        "opmerkingen": [],
        "uitleg": [line for norm, attempts in judged.items() for line in explain(norm, attempts or [])],
    }


def judged_attempts(
    norm: str, school: School, stay_of: dict[str, Stay], period: Period
) -> list[Judged] | None:
    attempts = school.tables.attempts
    return None if attempts is None else judge_attempts(norm, attempts, school.everyone, stay_of, period)


def norm_rows(school: School, period: Period, judged: dict[str, list[Judged] | None]) -> list[NormRow]:
    """The computed norms in the handbook's order."""
    lessons = judge_lessons(school, period)
    language = judge_teachers(school, period, LANGUAGE)
    labour_market = judge_teachers(school, period, LABOUR_MARKET)
    wi2013, b1 = judged["2.15"], judged["2.16"]
    return [
        judge_complaints(school, period),
        *language,
        judge_vogs(school, period),
        *labour_market,
        judge_transparency(school, period),
        lessons["2.2"],
        lessons["2.3.4"],
        lessons["2.3.5"],
        *judge_invoices(school, period),
        judge_hours_statements(school, period),
        judge_consent(school, period),
        lessons["2.9.2"],
        judge_waiting_time(waiting_time(school, period)),
        *judge_duration(duration(school, period)),
        *([no_data("2.15")] if wi2013 is None else judge_wi2013(wi2013, pass_norms(school.tables))),
        no_data("2.16", "B1") if b1 is None else judge_b1(b1),
        *judge_inspections(school, period),
        *judge_satisfaction(school.tables.satisfaction),
        judge_enough_tracks(school, period),
    ]


def indicators(
    school: School,
    stay_of: dict[str, Stay],
    period: Period,
    judged: dict[str, list[Judged] | None],
    rows: list[NormRow],
) -> dict[str, Any]:
    transparency = next(row for row in rows if row.norm == "2.0")
    waiting, durations = waiting_time(school, period), duration(school, period)
    return {
        "2.0.1": transparency.numerator,
        "2.0.2": (transparency.denominator or 0) - (transparency.numerator or 0),
        **{f"2.13.{letter}": count for letter, count in waiting._asdict().items()},
        **{f"2.14.{letter}": counts for letter, counts in durations._asdict().items()},
        **attempt_indicators(school, stay_of, period, judged),
        "2.15.d": completed_ona(school, period),
        "2.15.e": long_ona_statements(school, period),
    }


def attempt_indicators(
    school: School, stay_of: dict[str, Stay], period: Period, judged: dict[str, list[Judged] | None]
) -> dict[str, Any]:
    attempts, wi2013, b1 = school.tables.attempts, judged["2.15"], judged["2.16"]
    if attempts is None or wi2013 is None or b1 is None:
        missing = ("2.15.a", "2.15.b", "2.15.c", "2.16.a", "2.16.b", "2.16.c", "2.16.d", "2.16.e")
        return dict.fromkeys(missing)
    profiles = by_profile(wi2013)
    learners = b1_learners(school, attempts, stay_of, period)
    return {
        "2.15.a": learners_among(wi2013),
        "2.15.b": profiles.denominator,
        "2.15.c": profiles.numerator,
        "2.16.a": learners.any_attempt,
        "2.16.b": learners.all_five,
        "2.16.c": learners.all_five_passed,
        "2.16.d": sum(row.in_denominator for row in b1),
        "2.16.e": sum(row.in_numerator for row in b1),
    }


def explain(norm: str, judged: list[Judged]) -> list[Explanation]:
    """A line for every row of examenpogingen; the group is empty for what the other norm judges."""
    return [
        (norm, explained_group(norm, row), row.attempt.attempt_id, row.counts_as, row.reason)
        for row in judged
    ]


def explained_group(norm: str, row: Judged) -> str:
    if row.reason == OTHER_NORM:
        return ""
    return row.learner.profile or "" if norm == "2.15" else "B1"
