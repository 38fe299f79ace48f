import threading

import pytest
from django.db import connection, connections, transaction
from django.db.transaction import TransactionManagementError

from keurmerk.journal import service
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM, Party

SCHOOL = Party("school", "7", "Taalschool Café")


def record(number=1):
    return service.record(
        actor=SYSTEM, kind="test.done", subject=SCHOOL, payload={"number": number}, ground="§1"
    )


@pytest.mark.django_db
def test_a_line_tells_who_what_and_why():
    entry = record()
    entry.refresh_from_db()
    told = (entry.actor_label, entry.kind, entry.subject_id, entry.subject_label, entry.ground, entry.data)
    assert told == ("Keurmerk", "test.done", "7", "Taalschool Café", "§1", {"number": 1})


@pytest.mark.django_db
def test_lines_are_numbered_and_chained():
    first, second = record(), record()
    assert (second.number, second.previous_hash) == (first.number + 1, first.hash)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written():
    with pytest.raises(TransactionManagementError):
        record()
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_verb_that_fails_leaves_no_line():
    with transaction.atomic():
        record()
        transaction.set_rollback(True)
    assert service.verify().entries == 0


@pytest.mark.django_db
def test_a_payload_with_a_float_is_refused():
    with pytest.raises(TypeError):
        service.record(actor=SYSTEM, kind="x", subject=SCHOOL, payload={"share": 0.8})


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_chain():
    def write():
        for _ in range(5):
            with transaction.atomic():
                record()
        connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    checked = service.verify()
    assert (checked.entries, checked.faults) == (20, ())


@pytest.mark.django_db
def test_deleting_an_object_is_refused_before_the_database_is_asked():
    with pytest.raises(TypeError):
        record().delete()
    assert connection.is_usable()
