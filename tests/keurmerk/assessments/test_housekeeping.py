"""Beside the queue: silent checks go on, and what is due is deleted, without anybody asking."""

from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from keurmerk.assessments import housekeeping

NOW = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)


@pytest.fixture
def done(monkeypatch):
    calls = []
    monkeypatch.setattr(housekeeping, "resume_checks", lambda: calls.append("resume"))
    monkeypatch.setattr(housekeeping, "purge_due", lambda today: calls.append(today.isoformat()))
    return calls


def test_resumes_checks_and_purges_by_the_dutch_date(done):
    housekeeping.housekeep(NOW)

    assert done == ["resume", "2026-03-02"]


@pytest.mark.django_db  # between two rounds it looks at the connection
def test_a_fault_does_not_end_the_housekeeping(monkeypatch, caplog):
    stop, rounds = Event(), []

    def fails(_now):
        rounds.append(1)
        if len(rounds) == 2:
            stop.set()
        raise RuntimeError

    monkeypatch.setattr(housekeeping, "housekeep", fails)

    housekeeping.keep_house(stop, interval=timedelta(0))

    assert len(rounds) == 2
    assert "housekeeping failed" in caplog.text
