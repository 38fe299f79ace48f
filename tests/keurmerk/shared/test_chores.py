"""The worker's own work: each chore in its time, a fault in one harms no other, and it stops when told."""

from datetime import UTC, datetime, timedelta
from threading import Event
from time import monotonic

import pytest

from keurmerk.shared import chores
from keurmerk.shared.chores import Chore, Running

pytestmark = pytest.mark.django_db(transaction=True)
OFTEN = timedelta(milliseconds=1)
SELDOM = timedelta(hours=1)


def running(*given):
    return Running(given)


def test_every_app_brings_its_chores():
    every = {chore.name: chore.every for chore in chores.registered()}
    assert every["mail"] == timedelta(seconds=2)
    assert every["silent checks"] == every["retention"] == timedelta(minutes=5)


def test_a_chore_is_done_at_once_and_again():
    rounds, thrice = [], Event()

    def count(_now):
        rounds.append(1)
        if len(rounds) == 3:
            thrice.set()

    work = running(Chore("counting", OFTEN, count))
    assert thrice.wait(5)
    work.stop()


def test_a_fault_ends_neither_the_chore_nor_the_others(caplog):
    twice, other, rounds = Event(), Event(), []

    def fails(_now):
        rounds.append(1)
        if len(rounds) == 2:
            twice.set()
        raise RuntimeError

    work = running(Chore("failing", OFTEN, fails), Chore("other", SELDOM, lambda _now: other.set()))
    assert twice.wait(5)
    assert other.wait(5)
    work.stop()
    assert "the chore failing failed" in caplog.text


def test_a_slow_chore_does_not_delay_one_apart():
    free, twice, rounds = Event(), Event(), []

    def quick(_now):
        rounds.append(1)
        if len(rounds) == 2:
            twice.set()

    work = running(Chore("slow", OFTEN, lambda _now: free.wait(10)), Chore("quick", OFTEN, quick, apart=True))
    assert twice.wait(5)
    free.set()
    work.stop()


def test_stopping_waits_for_what_is_in_hand_and_no_longer():
    begun, told = Event(), []

    def pile(_now):
        begun.set()
        while not chores.stopping():
            pass
        told.append("finished")

    work = running(Chore("pile", SELDOM, pile))
    assert begun.wait(5)
    started = monotonic()
    work.stop()
    assert told == ["finished"]
    assert monotonic() - started < 5


def test_retention_goes_by_the_dutch_date(monkeypatch):
    days = []
    monkeypatch.setattr(chores, "purge_due", lambda today: days.append(today.isoformat()))
    chores.delete_what_is_due(datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    assert days == ["2026-03-02"]


def test_a_name_is_used_once():
    with pytest.raises(ValueError, match="twice"):
        chores.register(Chore("mail", OFTEN, print))
