"""What follows from attendance and agrees with it: invoices per quarter, hour statements, practice hours."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from keurmerk.demo.generator.cohorts import Cohort
from keurmerk.demo.generator.days import cell, later
from keurmerk.demo.generator.learners import Member
from keurmerk.demo.generator.tables import Row
from keurmerk.demo.generator.teaching import Lesson, does_ona, ona_end, ona_start
from rulebook.kernel.period import MeasuringPeriod, add_months

HALF_HOUR = 30
ONA_HOURS = 64
"""A statement of so many hours replaces the talk at the end of ona (§4.7)."""
PRACTICE_VISIT = 4
CENTS_OF_AN_HOUR = 1350
QUARTER = 3

type Attended = dict[str, list[Lesson]]


def invoice_rows(
    members: list[Member], attended: Attended, period: MeasuringPeriod, delivered: date
) -> Iterator[Row]:
    for member in members:
        quarters: dict[date, list[Lesson]] = defaultdict(list)
        for lesson in attended[member.learner_id]:
            month = (lesson.day.month - 1) // QUARTER * QUARTER + 1
            quarters[lesson.day.replace(month=month, day=1)].append(lesson)
        for start, lessons in sorted(quarters.items()):
            end = add_months(start, QUARTER) - timedelta(days=1)
            if period.first <= end <= period.last:
                yield _invoice(member, start, end, lessons, delivered)


def _invoice(member: Member, start: date, end: date, lessons: list[Lesson], delivered: date) -> Row:
    recipient = _recipient(member)
    hours = Fraction(sum(lesson.minutes for lesson in lessons), 60)
    approved = later(end, 3 + member.place)
    known = recipient != "gemeente" and approved <= delivered
    return {
        "factuur_id": f"f{member.learner_id[1:]}-{start:%y%m}",
        "cursist_id": member.learner_id,
        "ontvanger": recipient,
        "periode_van": cell(start),
        "periode_tot": cell(end),
        "lesdagen": str(len({lesson.day for lesson in lessons})),
        "uren": decimal(hours),
        "bedrag": decimal(hours * CENTS_OF_AN_HOUR / 100),
        "geaccordeerd_op": cell(approved) if known else "",
        "geaccordeerd_door": "cursist" if known else "",
    }


def _recipient(member: Member) -> str:
    if member.act == "Wi2013":
        return "duo"
    return "gemeente" if member.residence == "asielstatushouder" else "cursist"


def statement_rows(
    cohort: Cohort, members: list[Member], attended: Attended, period: MeasuringPeriod
) -> Iterator[Row]:
    for member in members:
        issued = later(member.ended, 3)
        if member.ending == "afgerond" and member.group != "onderwijs":
            lessons = attended[member.learner_id]
            minutes = sum(lesson.minutes for lesson in lessons if _counts(member, lesson))
            yield from _statement(member, "nt2", Fraction(minutes // HALF_HOUR, 2), issued, period)
        if does_ona(member):
            yield from _statement(member, "ona", Fraction(ONA_HOURS), later(ona_end(cohort), 7), period)


def _counts(member: Member, lesson: Lesson) -> bool:
    return lesson.kind != "ona" and (lesson.mode == "klassikaal" or member.group == "B1")


def _statement(
    member: Member, kind: str, hours: Fraction, issued: date, period: MeasuringPeriod
) -> Iterator[Row]:
    if period.first <= issued <= period.last:
        yield {
            "verklaring_id": f"u{member.learner_id[1:]}-{kind}",
            "cursist_id": member.learner_id,
            "soort": kind,
            "uren": decimal(hours),
            "afgegeven_op": cell(issued),
        }


def practice_rows(
    cohort: Cohort, members: list[Member], attended: Attended, delivered: date
) -> Iterator[Row]:
    """Visits to a work place, as many as make the ona hours full."""
    for member in members:
        if not does_ona(member):
            continue
        lessons = [lesson for lesson in attended[member.learner_id] if lesson.kind == "ona"]
        short = ONA_HOURS - sum(lesson.minutes for lesson in lessons) // 60
        start, end = ona_start(cohort), ona_end(cohort)
        visits = -(-short // PRACTICE_VISIT)
        for number in range(visits):
            day = start + (end - start) * number // visits
            if day <= delivered:
                yield {
                    "praktijk_id": f"s{member.learner_id[1:]}-{number:02}",
                    "cursist_id": member.learner_id,
                    "datum": cell(day),
                    "uren": str(PRACTICE_VISIT),
                    "aantoonbaar": "ja",
                }


def decimal(value: Fraction) -> str:
    """Write an amount of at most two decimals with a point, without needless noughts."""
    cents = round(value * 100)
    text = f"{cents // 100}.{cents % 100:02}"
    return text.rstrip("0").rstrip(".")
