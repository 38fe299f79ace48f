"""No exported cell starts a formula."""

import pytest

from keurmerk.intake.exports import neutralised


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "\r=1", "+1+1", "-A1", "=", "+=1"]
)
def test_what_would_start_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutralised(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "C001", "-5", "-0,5", "+31 6 12345678", "a=b", "'=1", "1+1"])
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert neutralised(text) == text
