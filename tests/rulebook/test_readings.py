"""Readings are complete, shape the outcome they name, and stand in the docs."""

import re
from pathlib import Path

import pytest

from rulebook.norms.catalogue import catalogue
from rulebook.norms.handbook_data import HandbookDataError
from rulebook.norms.inburgeren.registry import NORMS
from rulebook.norms.readings import reading, readings, readings_shaping, readings_touching

DOCS = Path(__file__).parents[2] / "docs"


def test_readings_are_those_of_the_contract() -> None:
    assert [found.id for found in readings()] == [f"I-{number:02}" for number in range(1, 19)] + ["I-B1"]


@pytest.mark.parametrize("found", readings(), ids=lambda found: found.id)
def test_every_reading_is_told_in_full(found: object) -> None:
    for part in ("title", "paragraph", "problem", "reading", "effect"):
        assert len(getattr(found, part)) >= 3
    assert set(getattr(found, "shapes")) <= set(getattr(found, "norms"))  # noqa: B009  typed as object on purpose


def test_readings_touch_norms_that_exist() -> None:
    known = {norm.number for norm in catalogue()}
    assert {number for found in readings() for number in found.norms} <= known


def test_readings_shape_the_norms_whose_outcome_names_them() -> None:
    for norm in NORMS:
        assert readings_shaping(norm.code) == norm.readings, norm.code


def test_a_norm_knows_every_reading_that_touches_it() -> None:
    assert readings_touching("2.0") == ("I-03", "I-09")
    assert readings_touching("1.1.1") == ()


def test_unknown_reading_is_refused() -> None:
    assert reading("I-05").norms == ("2.13",)
    with pytest.raises(HandbookDataError):
        reading("I-99")


def test_docs_list_the_same_readings() -> None:
    page = (DOCS / "readings" / "README.md").read_text("utf-8")
    rows = [re.split(r" *\| *", line.strip("| \n")) for line in page.splitlines() if line.startswith("| I-")]
    listed = {row[0]: (row[1], ", ".join(row[4:]) if len(row) > 4 else "") for row in rows}

    assert listed == {found.id: (found.paragraph, ", ".join(found.norms)) for found in readings()}
