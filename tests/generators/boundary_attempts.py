"""Worlds on the limits of 2.15 and 2.16."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import product

from tests.generators.dates import DAY
from tests.generators.people import LANGUAGE_EXAMS, PROFILES
from tests.generators.worlds import Cells, World, attempt, track, wi2013, wi2021
from tests.reference.period import Period, add_months

type Some = Callable[[Iterable[tuple]], Iterator[tuple]]  # type: ignore[type-arg]

ACTS: tuple[tuple[Callable[[], Cells], str], ...] = ((wi2013, "A2"), (wi2021, "B1"))
BOTH = (True, False)
OFFSETS = (-DAY, timedelta(0), DAY)
LONG_AGO = timedelta(days=1500)


def telling_days(period: Period) -> list[date]:
    """For a first attempt: the edges of P, and twelve months to either side."""
    first, last = period
    year_ago, year_after = add_months(first, -12), add_months(last, 12)
    middle = add_months(first, 5)
    return [
        year_ago - DAY,
        year_ago,
        first - DAY,
        first,
        middle,
        last,
        last + DAY,
        year_after,
        year_after + DAY,
    ]


def around_the_start(period: Period, some: Some) -> Iterator[World]:
    """An attempt around the start at the school, or with no start at all."""
    offsets = (*OFFSETS, None)
    for day, offset, passed, follows, act in some(
        product(telling_days(period), offsets, BOTH, ("ja", "nee", ""), ACTS)
    ):
        learner, level = act
        started = None if offset is None else day + offset
        yield World(
            learner(),
            [track("1", started or day, started)],
            [attempt("1", day, passed=passed, level=level, follows=follows)],
        )


def bases(period: Period) -> list[date]:
    """Days from which +6 or +2 months meets an edge of P, and month ends where the months clamp."""
    first, last = period
    year = last.year
    month_ends = (date(year - 1, 8, 29), date(year - 1, 8, 31), date(year - 1, 12, 30), date(year, 2, 28))
    return [add_months(first, -6), add_months(last, -6), add_months(last, -2), *month_ends]


def around_the_end(period: Period, some: Some) -> Iterator[World]:
    """An attempt around the day until which attempts belong to the school."""
    terms = ((6, False), (2, False), (0, True))
    endings = ("afgerond", "voortijdig", "wanprestatie", "")
    elsewhere_offsets = (*OFFSETS, None)
    for base, term, offset, ending, exit_given, elsewhere, last_given, act in some(
        product(bases(period), terms, OFFSETS, endings, BOTH, elsewhere_offsets, BOTH, ACTS)
    ):
        learner, level = act
        months, not_ready = term
        day = add_months(base, months) + offset
        yield World(
            learner(),
            [
                track(
                    "1",
                    base - LONG_AGO,
                    base - LONG_AGO,
                    beeindigd_op=base if ending else None,
                    einde=ending,
                    laatste_les=base if last_given else None,
                    uittredebewijs_op=base if exit_given else None,
                    niet_toe_aan_examen=not_ready,
                    elders_geschoold_vanaf=None if elsewhere is None else day + elsewhere,
                )
            ],
            [attempt("1", day, passed=True, level=level)],
        )


def series(period: Period, some: Some) -> Iterator[World]:
    """A first, a second and sometimes a third attempt around the edges; keys against the order of dates."""
    days = telling_days(period)
    for first, second, third, passed, passed_again, follows, same_level, act in some(
        product(days, (None, *days), BOTH, BOTH, BOTH, ("ja", "nee", "onbekend"), BOTH, ACTS)
    ):
        learner, level = act
        attempts = [attempt("10", first, passed=passed, level=level, follows=follows)]
        if second is not None:
            other = level if same_level else "B2"
            attempts.append(attempt("9", second, passed=passed_again, level=other, follows=follows))
        if third:
            attempts.append(attempt("8", period.last, passed=True, level=level))
        yield World(learner(), [track("1", first - LONG_AGO, first - LONG_AGO)], attempts)


def two_fates(period: Period, some: Some) -> Iterator[World]:
    """Two trajecten, each of which may be left out, with the death of the cursist around the first end."""
    fates = ("afgerond", "wanprestatie", "voortijdig", "loopt", "niet gestart")
    end = add_months(period.first, 3)
    for one, other, died, gap, keys, act, day in some(
        product(fates, fates, (*OFFSETS, None), (0, 1), (("10", "9"), ("9", "10")), ACTS, (end, period.last))
    ):
        make, level = act
        learner = make() | {"overleden_op": "" if died is None else (end + died).isoformat()}
        start = period.first - timedelta(days=30)
        tracks = [
            fated_track(keys[0], one, start, end),
            fated_track(keys[1], other, start + gap * DAY, end),
        ]
        yield World(learner, tracks, [attempt("1", day, passed=True, level=level)])


def never_started(period: Period, some: Some) -> Iterator[World]:
    """Two trajecten that never started and do not count, each for a reason of its own."""
    died = add_months(period.first, 3)
    starts = (period.first, period.first + DAY)
    for one, other, offset, keys, act in some(
        product(starts, starts, OFFSETS, (("10", "9"), ("9", "10")), ACTS)
    ):
        learner, level = act
        tracks = [
            track(keys[0], one, None, beeindigd_op=died + offset, einde="wanprestatie"),
            track(keys[1], other, None, beeindigd_op=died - DAY, einde="wanprestatie"),
        ]
        yield World(
            learner() | {"overleden_op": died.isoformat()},
            tracks,
            [attempt("1", period.last, passed=True, level=level)],
        )


def fated_track(key: str, fate: str, start: date, end: date) -> Cells:
    if fate == "niet gestart":
        return track(key, start, None)
    if fate == "loopt":
        return track(key, start, start)
    # a traject ended early carries the exit statement that shortens the stay
    exit_day = end - timedelta(days=50) if fate == "voortijdig" else None
    return track(key, start, start, beeindigd_op=end, einde=fate, laatste_les=end, uittredebewijs_op=exit_day)


def whose_attempt(period: Period, some: Some) -> Iterator[World]:
    """Every act, route, leerprofiel, examen and niveau."""
    learners = [wi2013(profile) for profile in PROFILES]
    learners += [wi2021(route) for route in ("B1", "Z", "onderwijs")]
    learners += [wi2013() | {"leerroute": "B1"}, wi2021() | {"leerprofiel": "hoog"}]
    learners += [wi2013() | {"leerroute": "onderwijs"}]
    exams = (*LANGUAGE_EXAMS, "knm", "ona")
    for learner, exam, level, passed, all_b1, has_track in some(
        product(learners, exams, ("A2", "B1", "B2", ""), BOTH, BOTH, BOTH)
    ):
        if exam in LANGUAGE_EXAMS and not level:
            continue
        start = period.first - LONG_AGO
        tracks = [track("1", start, start, alle_taalexamens_b1=all_b1)] if has_track else []
        yield World(learner, tracks, [attempt("1", period.last, passed=passed, exam=exam, level=level)])


def five_exams(period: Period, some: Some) -> Iterator[World]:
    """2.16.b and c: all five exams, one of them missing, not at B1 or elsewhere in time."""
    exams = (*LANGUAGE_EXAMS, "knm")
    odd_days = (period.first - DAY, period.first, period.last, period.last + DAY)
    for odd, odd_day, other_day, level, failed in some(
        product((None, *exams), odd_days, odd_days[:3], ("B1", "A2", ""), (None, *exams))
    ):
        start = period.first - LONG_AGO
        attempts = [
            attempt(
                exam,
                odd_day if exam == odd else other_day,
                passed=exam != failed,
                exam=exam,
                level=level or "B1" if exam == odd else "" if exam == "knm" else "B1",
            )
            for exam in exams
            if not (exam == odd and not level)
        ]
        yield World(wi2021(), [track("1", start, start)], attempts)
