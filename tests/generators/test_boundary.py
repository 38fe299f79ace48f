"""The wide boundary frame is valid, wide, and meets both sides of every limit."""

from collections import Counter
from typing import Any

import pytest

from tests.generators.boundary import boundary_dossiers
from tests.generators.checks import faults
from tests.generators.columns import Tables
from tests.reference import judge


@pytest.fixture(scope="module")
def frame() -> list[tuple[Tables, Any, Any]]:
    return boundary_dossiers(part=4)


def test_frame_passes_the_checks(frame: list[tuple[Tables, Any, Any]]) -> None:
    assert [fault for tables, _, _ in frame for fault in faults(tables)] == []


def test_frame_is_wide(frame: list[tuple[Tables, Any, Any]]) -> None:
    assert sum(len(tables["cursisten"]) for tables, _, _ in frame) > 4_000


def test_frame_shows_every_reason_often(frame: list[tuple[Tables, Any, Any]]) -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for dossier in frame:
        seen.update((norm, reason) for norm, _, _, _, reason in judge(*dossier)["uitleg"])
    assert len(seen) == 32
    assert min(seen.values()) >= 10
