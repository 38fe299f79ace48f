"""Every broken file that a browser can send gets the message that the command line gives."""

from io import BytesIO

import pytest

from keurmerk.assessments import service
from keurmerk.journal.party import SYSTEM
from keurmerk.results import service as results
from keurmerk.results.enums import UploadState
from keurmerk.results.errors import NotReceivedError
from keurmerk.results.models import Upload
from tests.factories.files import on_disk
from tests.factories.organisations import make_school
from tests.factories.results import PERIOD
from tests.keurmerk.intake.broken_files import UPLOADS, upload_of

pytestmark = pytest.mark.django_db


def deliver(path):
    return results.receive(
        school=make_school(),
        period=PERIOD,
        filename=path.name,
        content=BytesIO(path.read_bytes()),
        size=path.stat().st_size,
        uploaded_by=SYSTEM,
    ).upload


def told_about(path):
    """What the page would say: nothing was received, or the errors that were found."""
    try:
        upload = deliver(path)
    except NotReceivedError as error:
        return [str(error)], Upload.objects.exists() or on_disk()
    service.check_upload(upload.pk)
    upload.refresh_from_db()
    problems = results.open_problems(upload, opened_by=SYSTEM)
    return [found.message for found in problems], upload.state != UploadState.REFUSED


@pytest.mark.parametrize("case", UPLOADS, ids=str)
def test_a_broken_upload_gets_its_own_message(case, tmp_path):
    messages, something_stored = told_about(upload_of(case, tmp_path))
    assert any(case.says in message for message in messages)
    assert not something_stored
