"""What if: turning the number of rows it names turns the verdict, and one row less does not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.judgement.what_if import Change, WhatIf, what_if
from rulebook.kernel.norm import NormRow
from rulebook.kernel.numbers import share
from rulebook.kernel.verdict import Unit, Verdict, met

EDITION = "inburgeren-2025"


def percent(norm: str, numerator: int, denominator: int, limit: Fraction, verdict: Verdict) -> NormRow:
    return NormRow(
        norm, verdict, numerator=numerator, denominator=denominator, value=share(numerator, denominator),
        limit=limit, unit=Unit.PERCENT, edition=EDITION,
    )  # fmt: skip


def test_failing_share_needs_k_more_of_n():
    row = percent("2.13", 6, 8, Fraction(80), Verdict.NOT_MET)

    assert what_if(row) == WhatIf(Change.MORE_IN_NUMERATOR, Verdict.MET, 1, 8)


def test_passing_share_tells_how_many_may_fall_away_before_it_fails():
    row = percent("2.13", 9, 10, Fraction(80), Verdict.MET)

    assert what_if(row) == WhatIf(Change.FEWER_IN_NUMERATOR, Verdict.NOT_MET, 2, 10)


def test_norm_without_exceptions_needs_all_of_them_gone():
    row = percent("2.9.2", 16, 63, Fraction(0), Verdict.NOT_MET)

    assert what_if(row) == WhatIf(Change.FEWER_IN_NUMERATOR, Verdict.MET, 16, 63)


def test_norm_without_exceptions_fails_at_the_first():
    row = percent("2.9.2", 0, 63, Fraction(0), Verdict.MET)

    assert what_if(row) == WhatIf(Change.MORE_IN_NUMERATOR, Verdict.NOT_MET, 1, 63)


def test_too_few_tracks_lack_what_is_missing_up_to_five():
    row = NormRow(
        "7.2.1", Verdict.NOT_MET, numerator=3, denominator=5, value=Fraction(3), limit=Fraction(5),
        unit=Unit.COUNT, edition=EDITION,
    )  # fmt: skip

    assert what_if(row) == WhatIf(Change.MORE_IN_NUMERATOR, Verdict.MET, 2, 5)


def test_response_needs_five_persons_as_well_as_ten_percent():
    row = percent("3.1.2", 3, 20, Fraction(10), Verdict.NOT_MET)

    assert what_if(row) == WhatIf(Change.MORE_IN_NUMERATOR, Verdict.MET, 2, 20)


def test_grade_tells_what_is_lacking():
    row = NormRow("3.1.1", Verdict.NOT_MET, value=Fraction("6.2"), limit=Fraction("6.5"), unit=Unit.GRADE)

    assert what_if(row) == WhatIf(Change.GRADE, Verdict.MET, grade=Fraction("0.3"))


@pytest.mark.parametrize(
    "verdict", [Verdict.NO_DATA, Verdict.NOT_APPLICABLE, Verdict.MANUAL, Verdict.INSUFFICIENT_DATA]
)
def test_nothing_to_turn_where_nothing_was_judged(verdict):
    assert what_if(NormRow("2.13", verdict, limit=Fraction(80))) is None


@given(
    st.integers(1, 400),
    st.integers(0, 400),
    st.sampled_from([Fraction(80), Fraction(25), Fraction("62.5"), Fraction(100)]),
)
def test_the_named_number_of_rows_turns_the_verdict_and_one_less_does_not(denominator, part, limit):
    numerator = part % (denominator + 1)

    def verdict(count: int) -> Verdict:
        return met(Fraction(100 * count, denominator) >= limit)

    change = what_if(percent("2.15", numerator, denominator, limit, verdict(numerator)))

    assert change is not None
    assert change.rows is not None
    step = 1 if change.change is Change.MORE_IN_NUMERATOR else -1
    assert verdict(numerator + step * change.rows) is change.becomes
    assert verdict(numerator + step * (change.rows - 1)) is not change.becomes
