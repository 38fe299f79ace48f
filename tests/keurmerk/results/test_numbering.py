"""Two deliveries of one school at the same moment get two numbers."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from keurmerk.results.models import Upload
from tests.factories.organisations import make_school
from tests.factories.results import receive

AT_ONCE = 6


@pytest.mark.django_db(transaction=True)
def test_numbers_stay_unique_when_uploads_come_at_once():
    school = make_school()

    def deliver(number):
        try:
            return receive(school, b"PK\x03\x04" + bytes([number])).number
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        numbers = sorted(pool.map(deliver, range(AT_ONCE)))
    assert numbers == list(range(1, AT_ONCE + 1))
    assert Upload.objects.count() == AT_ONCE


@pytest.mark.django_db(transaction=True)
def test_the_same_file_at_once_becomes_one_upload():
    school = make_school()

    def deliver(_number):
        try:
            return receive(school, b"PK\x03\x04 same").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert len(set(pool.map(deliver, range(AT_ONCE)))) == 1
