"""1.7.1.c: the VOG of teachers, per aanstelling."""

from collections import defaultdict
from datetime import date

from tests.reference.norm_row import NormRow, at_least, no_data
from tests.reference.period import Period, add_months
from tests.reference.rows import Engagement, Vog
from tests.reference.who_counts import School

NEW_RULE_FROM = date(2022, 1, 1)
OLD_ENGAGEMENTS_UNTIL = date(2022, 6, 30)
EDUCATION_PROFILE = 60


def judge_vogs(school: School, period: Period) -> NormRow:
    engagements, vogs = school.tables.engagements, school.tables.vogs
    if engagements is None or vogs is None:
        return no_data("1.7.1.c")
    vogs_of: dict[str, list[Vog]] = defaultdict(list)
    for vog in vogs:
        vogs_of[vog.teacher_id].append(vog)
    engagements_of: dict[str, list[Engagement]] = defaultdict(list)
    for engagement in engagements:
        engagements_of[engagement.teacher_id].append(engagement)

    good = looked_at = 0
    for teacher, held in engagements_of.items():
        verdicts = good_engagements(held, vogs_of[teacher])
        for engagement in held:
            if overlaps(engagement, period):
                looked_at += 1
                good += engagement in verdicts
    return at_least("1.7.1.c", good, looked_at, 100)


def overlaps(engagement: Engagement, period: Period) -> bool:
    ends = engagement.valid_until
    return engagement.valid_from <= period.last and (ends is None or ends >= period.first)


def good_engagements(held: list[Engagement], vogs: list[Vog]) -> set[Engagement]:
    """The good ones of one docent, judged in order of start: a chain of opdrachten leans on its beginning."""
    good: set[Engagement] = set()
    for engagement in sorted(held, key=lambda row: row.valid_from):
        if has_fitting_vog(engagement, vogs) or follows_a_good_one(engagement, good):
            good.add(engagement)
    return good


def has_fitting_vog(engagement: Engagement, vogs: list[Vog]) -> bool:
    return any(
        vog.profile == EDUCATION_PROFILE and not vog.objections and in_time(vog.date, engagement.valid_from)
        for vog in vogs
    )


def in_time(vog_date: date, start: date) -> bool:
    if start < NEW_RULE_FROM:
        return vog_date <= OLD_ENGAGEMENTS_UNTIL
    return vog_date <= start <= add_months(vog_date, 6)


def follows_a_good_one(engagement: Engagement, good: set[Engagement]) -> bool:
    """An opdracht within three months after an earlier started good opdracht of the same docent."""
    return engagement.kind == "opdracht" and any(
        earlier.kind == "opdracht"
        and earlier.valid_from < engagement.valid_from
        and (earlier.valid_until is None or engagement.valid_from < add_months(earlier.valid_until, 3))
        for earlier in good
    )
