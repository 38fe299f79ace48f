"""Every broken file gets the same message in the browser as on the command line."""

from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from keurmerk.results.models import KeptFile, Upload
from tests.keurmerk.intake.broken_files import UPLOADS, upload_of

pytestmark = pytest.mark.django_db


def sent(client, school, path: Path):
    file = SimpleUploadedFile(path.name, path.read_bytes())
    form = {"start": "2025-01-01", "until": "", "file": file}
    return client.post(reverse("school:upload-new", args=[school.public_id]), form, follow=True)


def told(client, school, path: Path) -> str:
    """All that the school reads: the form again, or every page of errors."""
    answer = sent(client, school, path)
    upload = Upload.objects.filter(school=school).order_by("-number").first()
    if upload is not None and upload.state == "refused":
        answer = client.get(reverse("school:problems", args=[upload.public_id]))
    return " ".join(unescape(answer.content.decode()).split())


@pytest.mark.parametrize("case", UPLOADS, ids=str)
def test_broken_file_says_what_is_wrong(browser_of, school, case, tmp_path):
    page = told(browser_of, school, upload_of(case, tmp_path))
    assert " ".join(case.says.split()) in page


def test_a_file_that_is_no_workbook_leaves_nothing_behind(browser_of, school, tmp_path):
    path = tmp_path / "brief.xlsx"
    path.write_text("Geachte heer, mevrouw")
    assert sent(browser_of, school, path).status_code == 422
    assert (Upload.objects.count(), KeptFile.objects.count()) == (0, 0)
