"""The database itself keeps the journal append-only, whoever asks."""
# ruff: noqa: S608

import pytest
from django.db import Error, connection, transaction

from keurmerk.journal import service
from keurmerk.journal.chain import Line
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM, Party

pytestmark = pytest.mark.django_db
COLUMNS = ", ".join(Line._fields[1:-1])


@pytest.fixture(autouse=True)
def two_lines(database):
    for _ in range(2):
        service.record(actor=SYSTEM, kind="test", subject=Party("t", "1", "x"), payload={})


def refused(sql):
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    return service.verify().holds and Entry.objects.count() == 2


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_entry SET kind = 'x' WHERE number = 1",
        "DELETE FROM journal_entry WHERE number = 2",
        f"INSERT INTO journal_entry SELECT 7, {COLUMNS}, hash, 'x' FROM journal_entry WHERE number = 2",
        f"INSERT INTO journal_entry SELECT 3, {COLUMNS}, 'wrong', 'x' FROM journal_entry WHERE number = 2",
    ],
)
def test_refused(sql):
    assert refused(sql)


def test_replacing_or_emptying_is_refused():
    if connection.vendor == "sqlite":
        assert refused("REPLACE INTO journal_entry SELECT * FROM journal_entry WHERE number = 2")
    else:
        assert refused("TRUNCATE journal_entry")


def test_bulk_update_through_the_orm_is_refused():
    with pytest.raises(Error), transaction.atomic():
        Entry.objects.update(kind="x")
    with pytest.raises(Error), transaction.atomic():
        Entry.objects.all().delete()
