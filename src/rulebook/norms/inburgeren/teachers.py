"""Norms 1.7.1.a, 1.7.1.b, 1.7.2.a and 1.7.2.b: qualified teachers (§3.7)."""

from functools import partial

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import ALWAYS, LAST_DATE, ROW, SCHOOL, Frame, Rule, explain, within
from rulebook.kernel.norm import AtLeast, NoneAllowed, Norm, Parameters
from rulebook.kernel.verdict import Counts
from rulebook.norms.inburgeren.facts import TEACHER, Facts
from rulebook.norms.inburgeren.judging import one_share

LANGUAGE_KINDS = ("nt2", "alfabetisering", "knm")
ONA_KINDS = ("ona",)


def lessons_by_qualified_teachers(
    facts: Facts, _parameters: Parameters, *, kinds: tuple[str, ...], subject: str
) -> Frame:
    return explain(
        _lessons_of(facts, kinds),
        (
            Rule("bevoegde_docent", nw.col(f"qualified_{subject}"), Counts.NUMERATOR),
            Rule("docent_zonder_bevoegdheid", ALWAYS, Counts.DENOMINATOR),
        ),
        table="lessen",
        key="lesson_id",
    )


def never_without_a_qualified_teacher(
    facts: Facts, _parameters: Parameters, *, kinds: tuple[str, ...], subject: str
) -> Frame:
    """Three kinds of exceptions: a group, a learner and a day without any qualified teacher (I-13)."""
    qualified = nw.col(f"qualified_{subject}")
    lessons = _lessons_of(facts, kinds)
    groups = lessons.group_by(SCHOOL, nw.col("group").alias("key")).agg(qualified.any().alias("covered"))
    present = facts.attended.filter(nw.col("kind").is_in(kinds) & within(facts.period, "date"))
    learners = present.group_by(SCHOOL, nw.col("learner_id").alias("key")).agg(
        qualified.any().alias("covered")
    )
    return nw.concat(
        [
            _exceptions(groups, "groep", "groep"),
            _exceptions(learners, "cursisten", "cursist"),
            _exceptions(_days(facts, lessons, subject), "datum", "dag"),
        ],
        how="vertical",
    )


def _lessons_of(facts: Facts, kinds: tuple[str, ...]) -> Frame:
    return facts.lessons_in_period.filter(nw.col("kind").is_in(kinds))


def _days(facts: Facts, lessons: Frame, subject: str) -> Frame:
    """Days with a lesson, and whether any teacher was qualified and, where known, engaged on that day."""
    days = lessons.select(SCHOOL, "date").unique()
    held = facts.tables["qualifications"].filter(nw.col("subject") == subject)
    spans = held.select(*TEACHER, nw.col("valid_from").alias("since"), _end().alias("until"))
    if facts.has("engagements"):
        engaged = facts.tables["engagements"].select(*TEACHER, "valid_from", _end().alias("engaged_until"))
        spans = spans.join(engaged, on=TEACHER).select(
            SCHOOL,
            nw.max_horizontal("since", "valid_from").alias("since"),
            nw.min_horizontal("until", "engaged_until").alias("until"),
        )
    on_a_day = (nw.col("since") <= nw.col("date")) & (nw.col("date") <= nw.col("until"))
    covered = days.join(spans.select(SCHOOL, "since", "until"), on=SCHOOL).filter(on_a_day)
    covered = covered.select(SCHOOL, "date").unique().with_columns(covered=nw.lit(True))
    return days.join(covered, on=[SCHOOL, "date"], how="left").select(
        SCHOOL, nw.col("date").cast(nw.String).alias("key"), nw.col("covered").fill_null(value=False)
    )


def _end() -> nw.Expr:
    return nw.col("valid_until").fill_null(LAST_DATE)


def _exceptions(looked_at: Frame, table: str, word: str) -> Frame:
    rows = explain(
        looked_at,
        (
            Rule(f"{word}_met_bevoegde_docent", nw.col("covered"), Counts.DENOMINATOR),
            Rule(f"{word}_zonder_bevoegde_docent", ALWAYS, Counts.NUMERATOR),
        ),
        table=table,
        key="key",
    )
    return rows.select(*(column for column in ROW if column != "norm"))


def _norms(number: str, kinds: tuple[str, ...], subject: str) -> tuple[Norm, Norm]:
    share = Norm(
        f"{number}.a",
        paragraph="3.7",
        tables=("lessons", "qualifications"),
        explain=partial(lessons_by_qualified_teachers, kinds=kinds, subject=subject),
        judge=one_share,
        limit=AtLeast("teacher_lesson_share"),
        readings=("I-02",),
    )
    never = Norm(
        f"{number}.b",
        paragraph="3.7",
        tables=("lessons", "qualifications", "attendance"),
        explain=partial(never_without_a_qualified_teacher, kinds=kinds, subject=subject),
        judge=one_share,
        limit=NoneAllowed(),
        readings=("I-13",),
    )
    return share, never


LANGUAGE = _norms("1.7.1", LANGUAGE_KINDS, "nt2")
ONA = _norms("1.7.2", ONA_KINDS, "ona")
