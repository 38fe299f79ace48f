"""Advice on the computed norms."""

from typing import Any

from tests.reference.lessons import all_wi2013_lessons_at_distance
from tests.reference.norm_row import MATERIAL, NO_DATA, NOT_MET, TOO_FEW, NormRow
from tests.reference.period import Period
from tests.reference.who_counts import School


def judge_advice(school: School, period: Period, rows: list[NormRow]) -> dict[str, Any]:
    failed = [row for row in rows if row.verdict == NOT_MET]
    if failed:
        advice = "negatief"
    elif any(row.verdict in {NO_DATA, TOO_FEW} for row in rows):
        advice = "onvolledig"
    else:
        advice = "positief"
    fixed_term = school.tables.organisation.certificate == "bepaalde_tijd"
    short_of_tracks = only_too_few_tracks(failed)
    return {
        "advies": advice,
        "materieel": any(row.material or row.norm in MATERIAL for row in failed),
        "norm_niet_voldaan": [row.norm if row.group is None else f"{row.norm}:{row.group}" for row in failed],
        "compensatie_mogelijk": not fixed_term and may_compensate(school, period, rows),
        "coulance_mogelijk": not fixed_term and short_of_tracks,
        "verlenging_mogelijk": fixed_term and short_of_tracks,
    }


def may_compensate(school: School, period: Period, rows: list[NormRow]) -> bool:
    """§7.3.2, on the pass rates alone."""
    profiles = [row for row in rows if row.norm == "2.15" and row.group is not None]
    failed = [row for row in profiles if row.verdict == NOT_MET]
    return len(profiles) >= 2 and len(failed) == 1 and not all_wi2013_lessons_at_distance(school, period)


def only_too_few_tracks(failed: list[NormRow]) -> bool:
    """7.2.1 fails, and no norm of Hoofdnorm 1 or 3 does."""
    norms = [row.norm for row in failed]
    return "7.2.1" in norms and not any(norm.startswith(("1.", "3.")) for norm in norms)
