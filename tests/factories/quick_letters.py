"""Letters that are composed, but typeset and sealed once: for tests about what they accompany."""

from functools import cache

import pytest

from keurmerk import letters
from tests.keurmerk.letters.examples import data_of


@cache
def sealed_pdf() -> bytes:
    """One real sealed letter."""
    name = "besluit_waarschuwing"
    return letters.to_pdf(letters.compose(name, data_of(name)))


@pytest.fixture(autouse=True)
def quick_letters(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the test says that it is about the letter itself."""
    if request.node.get_closest_marker("real_letters"):
        return
    pdf = sealed_pdf()
    monkeypatch.setattr(letters, "to_pdf", lambda _letter: pdf)
    monkeypatch.setattr(letters, "seal", lambda made, **_given: made)
