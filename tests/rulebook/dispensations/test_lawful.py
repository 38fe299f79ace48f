from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.dispensations import (
    Effect,
    Established,
    Granted,
    GrantedNorm,
    Standing,
    lawful,
    lawfully_failed,
)
from rulebook.kernel.period import MeasuringPeriod

P = MeasuringPeriod.starting(date(2025, 1, 1))
NEXT = MeasuringPeriod.starting(date(2026, 1, 1))


def row(norm="2.13", verdict="voldoet_niet", value="72", group=None):
    return {"norm": norm, "groep": group, "oordeel": verdict, "waarde": value}


def granted(effect=Effect.NOT_APPLIED, limit=None, *, norm="2.13", start=P.first, end=P.last, established=()):
    return Granted(
        reference="K-000012",
        valid_from=start,
        valid_until=end,
        norms=(GrantedNorm(norm, effect, limit),),
        established=tuple(established),
    )


def standing_of(rows, *given, period=P):
    (found,) = lawful(rows, given, period)
    return found.standing


def test_a_failed_norm_that_does_not_apply_is_lawfully_failed():
    found = granted()
    assert standing_of([row()], found) is Standing.LAWFUL
    assert lawfully_failed([row()], [found], P) == {"2.13": "K-000012"}


def test_the_rows_of_the_outcome_stay_as_they_were():
    rows = [row()]
    lawful(rows, [granted()], P)
    assert rows == [row()]


def test_a_norm_that_nothing_touches_is_unchanged():
    assert lawful([row("2.14")], [granted()], P) == ()
    assert lawfully_failed([row("2.14")], [granted()], P) == {}


def test_another_period_is_not_touched():
    assert lawful([row()], [granted()], NEXT) == ()


def test_over_a_part_of_the_period_it_is_a_part_and_not_lawful_by_itself():
    partly = granted(end=date(2025, 12, 30))
    (found,) = lawful([row()], [partly], P)
    assert found.standing is Standing.PARTLY
    assert (found.first, found.last) == (P.first, date(2025, 12, 30))
    assert lawfully_failed([row()], [partly], P) == {}


def test_what_counts_for_a_norm_waits_for_who_establishes_that_the_norm_is_met_with_it():
    counting = granted(Effect.COUNTS)
    assert standing_of([row()], counting) is Standing.TO_ESTABLISH
    assert lawfully_failed([row()], [counting], P) == {}


@pytest.mark.parametrize(("holds", "standing"), [(True, Standing.LAWFUL), (False, Standing.NOT)])
@pytest.mark.parametrize("effect", Effect)
def test_what_staff_established_for_the_period_settles_it(effect, holds, standing):
    settled = granted(effect, end=date(2025, 6, 30), established=[Established("2.13", P, holds, "Dossier")])
    assert standing_of([row()], settled) is standing


def test_the_last_that_was_established_counts():
    twice = [Established("2.13", P, holds=True), Established("2.13", P, holds=False)]
    assert standing_of([row()], granted(Effect.COUNTS, established=twice)) is Standing.NOT


def test_what_was_established_for_another_period_or_norm_settles_nothing():
    others = [Established("2.13", NEXT, holds=True), Established("2.14", P, holds=True)]
    assert standing_of([row()], granted(Effect.COUNTS, established=others)) is Standing.TO_ESTABLISH


@pytest.mark.parametrize(
    ("value", "standing"), [("70", Standing.LAWFUL), ("69.99", Standing.NOT), (None, Standing.TO_ESTABLISH)]
)
def test_with_another_limit_the_value_is_held_against_that(value, standing):
    assert standing_of([row(value=value)], granted(Effect.OTHER_LIMIT, Fraction(70))) is standing


@pytest.mark.parametrize(("value", "standing"), [("5", Standing.LAWFUL), ("5.01", Standing.NOT)])
def test_where_no_exception_is_allowed_another_limit_is_the_most(value, standing):
    exceptions = row("2.2", value=value) | {"grens": "0"}
    assert standing_of([exceptions], granted(Effect.OTHER_LIMIT, Fraction(5), norm="2.2")) is standing


def test_another_limit_must_be_met_by_every_group_that_fails():
    rows = [row("2.15", value="71", group="laag"), row("2.15", value="60", group="hoog")]
    assert standing_of(rows, granted(Effect.OTHER_LIMIT, Fraction(70), norm="2.15")) is Standing.NOT


def test_of_a_norm_that_is_met_it_is_only_told_that_it_holds():
    for verdict in ("voldoet", "handmatig", "niet_van_toepassing", "geen_gegevens"):
        assert standing_of([row(verdict=verdict)], granted()) is Standing.HOLDS
        assert lawfully_failed([row(verdict=verdict)], [granted()], P) == {}


def test_of_several_at_once_the_strongest_stands_first():
    several = (granted(Effect.COUNTS), granted(end=date(2025, 3, 1)), granted())
    standings = [found.standing for found in lawful([row()], several, P)]
    assert standings == [Standing.LAWFUL, Standing.PARTLY, Standing.TO_ESTABLISH]


@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_only_what_covers_every_day_of_the_period_makes_it_lawful_by_itself(one, other):
    start, end = sorted((one, other))
    is_lawful = bool(lawfully_failed([row()], [granted(start=start, end=end)], P))
    assert is_lawful == (start <= P.first and end >= P.last)
