"""2.17: classroom inspection and self-assessment."""

from datetime import date

from tests.reference.norm_row import NOT_APPLICABLE, NOT_MET, NormRow, met, no_data
from tests.reference.period import Period, add_months
from tests.reference.rows import Inspection
from tests.reference.who_counts import School

NORMS = ("2.17.1", "2.17.2", "2.17.3", "2.17.4")
IN_CLASS = "toezicht_in_de_klas"
AGAIN = "herinspectie"
SELF = "zelfbeoordeling"
GOOD_ENOUGH = {"goed", "voldoende"}
FROM_BEST_TO_WORST = ["goed", "voldoende", "onvoldoende", None]


def newest(school: School, period: Period, kinds: set[str]) -> Inspection | None:
    """On one date: a herinspectie is newer, then the worst oordeel (empty is worst), then plan nee."""

    def rank(row: Inspection) -> tuple[date, bool, int, bool]:
        return row.date, row.kind == AGAIN, FROM_BEST_TO_WORST.index(row.result), not row.plan_approved

    rows = [row for row in school.tables.inspections or [] if row.date <= period.last and row.kind in kinds]
    return max(rows, key=rank, default=None)


def judge_inspections(school: School, period: Period) -> list[NormRow]:
    fixed_term = school.tables.organisation.certificate == "bepaalde_tijd"
    if school.tables.inspections is None:
        rows = [no_data(norm, unit=None) for norm in NORMS]
    else:
        verdicts = [
            self_assessed(school, period),
            inspected(school, period),
            plan_approved(school, period),
            inspected_again(school, period),
        ]
        rows = [NormRow(norm, verdict, unit=None) for norm, verdict in zip(NORMS, verdicts, strict=True)]
    return [row._replace(material=fixed_term and row.norm == "2.17.2") for row in rows]


def self_assessed(school: School, period: Period) -> str:
    found = newest(school, period, {SELF})
    return met(found is not None and add_months(found.date, 24) >= period.last)


def inspected(school: School, period: Period) -> str:
    found = newest(school, period, {IN_CLASS, AGAIN})
    if found is None or add_months(found.date, 48) < period.last:
        return NOT_MET
    return met(found.result in GOOD_ENOUGH)


def plan_approved(school: School, period: Period) -> str:
    found = newest(school, period, {IN_CLASS})
    if found is None or found.result != "onvoldoende":
        return NOT_APPLICABLE
    return met(found.plan_approved)


def inspected_again(school: School, period: Period) -> str:
    found = newest(school, period, {AGAIN})
    if found is None:
        return NOT_APPLICABLE
    return met(found.result in GOOD_ENOUGH)
