"""Two workers or two clicks at the same moment give one result."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from keurmerk.assessments import service
from keurmerk.assessments.models import Assessment, Preview
from keurmerk.journal import service as journal
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.results.enums import UploadState
from keurmerk.results.errors import WrongStateError
from keurmerk.results.models import Delivery
from tests.factories.files import on_disk
from tests.factories.results import make_checked, receive, tick_all

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 3


def together(act):
    def carry_out(number):
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(carry_out, range(AT_ONCE)))


def test_workers_on_one_upload_leave_one_dry_run():
    upload = receive()
    together(lambda _number: service.check_upload(upload.pk))
    upload.refresh_from_db()
    assert (upload.state, Preview.objects.count()) == (UploadState.CHECKED, 1)
    assert sorted(on_disk()) == sorted(upload.files.values_list("name", flat=True))
    assert Entry.objects.filter(kind="upload.checked").count() == 1


def test_clicks_on_commit_deliver_once():
    upload = make_checked()
    tick_all(upload)

    def commit(_number):
        try:
            return service.commit_upload(type(upload).objects.get(pk=upload.pk), committed_by=SYSTEM)
        except WrongStateError:
            return None

    made = [assessment for assessment in together(commit) if assessment]
    assert (len(made), Delivery.objects.count(), Assessment.objects.count()) == (1, 1, 1)
    assert sorted(on_disk()) == sorted(upload.files.values_list("name", flat=True))
    assert journal.verify().holds
