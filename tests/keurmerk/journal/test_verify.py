# ruff: noqa: S608
import pytest
from django.db import connection

from keurmerk.journal import service, triggers
from keurmerk.journal.chain import START, FaultKind
from keurmerk.journal.party import SYSTEM, Party

pytestmark = pytest.mark.django_db


@pytest.fixture
def ten_lines():
    for number in range(10):
        service.record(actor=SYSTEM, kind="test", subject=Party("t", str(number), "x"), payload={"n": number})


def tamper(sql):
    """As somebody would who owns the database."""
    triggers.uninstall(connection)
    with connection.cursor() as cursor:
        for statement in sql.split(";"):
            cursor.execute(statement)
    triggers.install(connection)


def faults():
    return [(fault.number, fault.kind) for fault in service.verify().faults]


def test_an_empty_journal_holds():
    checked = service.verify()
    assert (checked.holds, checked.entries, checked.head) == (True, 0, (0, START))


def test_an_untouched_journal_holds(ten_lines):
    checked = service.verify()
    assert (checked.holds, checked.entries, checked.head[0]) == (True, 10, 10)
    assert service.describe(checked).startswith("Het journaal klopt: 10 regels")


@pytest.mark.parametrize(
    "change",
    [
        "payload = '{\"n\":99}'",
        "kind = 'other'",
        "actor_label = 'iemand anders'",
        "subject_id = '99'",
        "ground = 'verzonnen'",
        "happened_at = '2020-01-01 00:00:00'",
    ],
)
def test_a_changed_column_is_found(ten_lines, change):
    tamper(f"UPDATE journal_entry SET {change} WHERE number = 5")
    assert faults() == [(5, FaultKind.CHANGED)]


def test_a_changed_hash_is_found_twice(ten_lines):
    tamper(f"UPDATE journal_entry SET hash = '{'f' * 64}' WHERE number = 5")
    assert faults() == [(5, FaultKind.CHANGED), (6, FaultKind.BROKEN_LINK)]


def test_a_missing_line_is_found(ten_lines):
    tamper("DELETE FROM journal_entry WHERE number = 5")
    assert faults() == [(6, FaultKind.GAP)]


def test_a_missing_start_is_found(ten_lines):
    tamper("DELETE FROM journal_entry WHERE number = 1")
    assert faults() == [(2, FaultKind.GAP)]


def test_two_lines_swapped_are_found(ten_lines):
    tamper(
        "UPDATE journal_entry SET number = 99 WHERE number = 4;"
        "UPDATE journal_entry SET number = 4 WHERE number = 5;"
        "UPDATE journal_entry SET number = 5 WHERE number = 99"
    )
    assert {number for number, _ in faults()} == {4, 5, 6}


def test_a_tail_cut_off_shows_in_the_head(ten_lines):
    head = service.verify().head
    tamper("DELETE FROM journal_entry WHERE number > 8")
    checked = service.verify()
    assert checked.holds
    assert checked.head != head


def test_the_report_names_the_line(ten_lines):
    tamper("UPDATE journal_entry SET kind = 'other' WHERE number = 5")
    assert "regel 5: de regel is gewijzigd" in service.describe(service.verify())
