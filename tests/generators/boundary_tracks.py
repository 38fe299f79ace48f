"""Worlds on the limits of the other norms over one cursist: 2.0, 2.3.5, 2.5, 2.7.3, 2.13, 2.14, 7.2.1."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product

from tests.generators.boundary_attempts import ACTS, OFFSETS, Some
from tests.generators.dates import DAY
from tests.generators.lessons import clock
from tests.generators.papers import SMALLEST, decimal
from tests.generators.worlds import Cells, World, attempt, cells, track, wi2013, wi2021
from tests.reference.period import Period, add_months


def course_dates(period: Period, some: Some) -> Iterator[World]:
    """Registration, agreed and real start, agreed and real end around the edges of P."""
    first, last = period
    edges = (first - DAY, first, last, last + DAY)
    learners = (wi2013("laag"), wi2013("hoog"), wi2021("B1"), wi2021("Z"), wi2021("onderwijs"))
    for number, (registered, started, start_by, ended, agreed) in enumerate(
        some(product(edges, (None, *edges), (None, *edges), (None, *edges), (None, *OFFSETS)))
    ):
        if started and (started < registered or (ended and ended < started)):
            continue
        # the codes turn at different speeds, so that every two of them meet
        learner = learners[number % 5] | {"tvo_toestemming": ("ja", "nee", "")[number % 3]}
        learner |= {"overleden_op": last.isoformat() if number % 13 == 0 else ""}
        yield World(
            learner,
            [
                track(
                    "1",
                    registered,
                    started,
                    soort=("nt2", "ona")[number % 2],
                    zelfmelder=number % 4 == 0,
                    start_uiterlijk=start_by,
                    beeindigd_op=ended,
                    einde=("afgerond", "afgerond", "voortijdig", "wanprestatie")[number % 4] if ended else "",
                    einde_afgesproken=ended + agreed if ended and agreed is not None else None,
                    doel_vastgelegd=number % 7 != 0,
                    inspanning_vastgelegd=number % 6 != 0,
                )
            ],
        )


def started_together(period: Period, some: Some) -> Iterator[World]:
    """Two trajecten of one day; the cursist died around both ends, so that one may count and one may not."""
    start, died = add_months(period.first, 1), add_months(period.first, 6)
    endings = (("afgerond", "afgerond"), ("afgerond", "wanprestatie"), ("wanprestatie", "wanprestatie"))
    for ending, offset, other_offset, registered, keys, act in some(
        product(endings, OFFSETS, OFFSETS, OFFSETS, (("10", "9"), ("9", "10")), ACTS)
    ):
        learner, level = act
        tracks = [
            track(keys[0], start - DAY, start, beeindigd_op=died + offset, einde=ending[0]),
            track(
                keys[1], start - DAY + registered, start, beeindigd_op=died + other_offset, einde=ending[1]
            ),
        ]
        yield World(
            learner() | {"overleden_op": died.isoformat()},
            tracks,
            [attempt("1", period.last, passed=True, level=level)],
        )


def hours(period: Period, some: Some) -> Iterator[World]:
    """A lesson in class and one at a distance, with a statement of hours on one of the sums of them."""
    issue_days = (period.first - DAY, period.first, period.last, period.last + DAY)
    learners = (wi2013(), wi2021("B1"), wi2021("Z"), wi2021("onderwijs"))
    lengths = ((60, 60), (59, 60), (100, 50), (45, 0))
    presence = (True, True, True, False)
    sums = (("klassikaal",), ("klassikaal", "afstand"))
    for learner, kind, minutes, offset, present, issued, stated, summed, nudge in some(
        product(
            learners,
            ("nt2", "knm", "ona"),
            lengths,
            OFFSETS,
            presence,
            issue_days,
            ("nt2", "ona"),
            sums,
            (-1, 0, 1),
        )
    ):
        lessons = [
            lesson(mode, kind, issued + offset, length, present=present)
            for mode, length in zip(sums[1], minutes, strict=True)
            if length
        ]
        total = sum(length for mode, length in zip(sums[1], minutes, strict=True) if mode in summed)
        practice = Fraction(3, 2) if stated == "ona" else Fraction(0)
        stated_hours = Fraction(total, 60) + practice + nudge * SMALLEST
        yield World(
            learner,
            lessons=lessons,
            qualifications=[cells(vak="ona", van=issued, tot=issued + DAY)],
            practice=[cells(praktijk_id="1", datum=issued - offset, uren="1.5", aantoonbaar=True)],
            statements=[
                cells(verklaring_id="1", soort=stated, uren=decimal(stated_hours), afgegeven_op=issued)
            ],
        )


def lesson(mode: str, kind: str, day: date, minutes: int, *, present: bool) -> Cells:
    return cells(
        les_id=mode,
        soort=kind,
        datum=day,
        begin="09:00",
        einde=clock(9 * 60 + minutes),
        vorm=mode,
        getekend_door_docent=True,
        aanwezig=present,
    )
