"""Aanstellingen and VOGs on the limits of 1.7.1.c: a docent for every combination."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from tests.generators.boundary_attempts import OFFSETS, Some
from tests.generators.columns import Tables
from tests.generators.dates import DAY, FIXED_LIMITS
from tests.generators.worlds import Cells, cells
from tests.reference.period import Period, add_months

EMPLOYED, ASSIGNED = "arbeidsovereenkomst", "opdracht"
NEW_RULE_FROM, LATEST_OLD_VOG = FIXED_LIMITS


def certificates(period: Period, some: Some) -> Tables:
    tables: Tables = {
        "organisatie": [{"kvk_nummer": "12345678", "naam": "Alle docenten", "keurmerk": "bepaalde_tijd"}],
        **{name: [] for name in ("cursisten", "trajecten", "docenten", "aanstellingen", "vogs")},
    }
    for number, (engagements, vogs) in enumerate([*single(period, some), *chains(period, some)]):
        key = {"docent_id": f"d{number}"}
        tables["docenten"].append(key | {"naam": "Docent"})
        tables["aanstellingen"] += [key | row for row in engagements]
        tables["vogs"] += [key | row for row in vogs]
    return tables


type Held = tuple[list[Cells], list[Cells]]


def engagement(kind: str, start: date, end: date | None) -> Cells:
    return cells(soort=kind, van=start, tot=end)


def vog(day: date, profile: str = "60", *, objections: bool = False) -> Cells:
    return cells(datum=day, profiel=profile, bezwaren=objections)


def single(period: Period, some: Some) -> Iterator[Held]:
    """One aanstelling with one VOG: both sides of every date, of the profile and of the objections."""
    starts = (
        *(NEW_RULE_FROM + offset for offset in OFFSETS),
        period.first - DAY,
        period.last,
        period.last + DAY,
    )
    papers = (("60", False), ("60", False), ("60", True), ("45", False), ("", False))
    for start, end, base, offset, paper in some(
        product(starts, (None, period.first - DAY, period.first), ("van", "zes", "oud"), OFFSETS, papers)
    ):
        if end is not None and end < start:
            continue
        day = {"van": start, "zes": add_months(start, -6), "oud": LATEST_OLD_VOG}[base] + offset
        profile, objections = paper
        yield [engagement(EMPLOYED, start, end)], [vog(day, profile, objections=objections)]


def chains(period: Period, some: Some) -> Iterator[Held]:
    """A good start, and two more after breaks on the limit; the second may come double."""
    start = max(add_months(period.first, -6), NEW_RULE_FROM)
    kinds = (ASSIGNED, ASSIGNED, EMPLOYED)
    for first, second, gap, next_gap, double, open_end in some(
        product(
            kinds, kinds, OFFSETS, (*OFFSETS, -40 * DAY), (None, 10 * DAY, -10 * DAY), (False, False, True)
        )
    ):
        first_end = add_months(start, 2)
        second_start = add_months(first_end, 3) + gap
        second_end = add_months(second_start, 1)
        third_start = add_months(second_end, 3) + next_gap
        held = [
            engagement(first, start, None if open_end else first_end),
            engagement(second, second_start, second_end),
            engagement(ASSIGNED, third_start, add_months(third_start, 1)),
        ]
        if double is not None:
            held.append(engagement(ASSIGNED, second_start, second_end + double))
        yield held, [vog(start)]
