"""The columns of a school's list of uploads."""

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from keurmerk.results.enums import UploadState
from keurmerk.results.models import Upload
from keurmerk.web.components import dutch
from keurmerk.web.components.pieces import look
from keurmerk.web.components.tables import Column
from keurmerk.web.school.upload_words import STATES


def numbered(upload: Upload) -> str:
    href = reverse("school:upload", args=[upload.public_id])
    return format_html('<a href="{}">Aanlevering {}</a>', href, upload.number)


COLUMNS: tuple[Column[Upload], ...] = (
    Column("nummer", "Aanlevering", lambda upload: upload.number, show=numbered, names_row=True),
    Column(
        "periode",
        "Meetperiode",
        lambda upload: upload.period_first,
        show=lambda upload: (
            f"{dutch.short_day(upload.period_first)} t/m {dutch.short_day(upload.period_last)}"
        ),
    ),
    Column(
        "op",
        "Aangeleverd",
        lambda upload: upload.created_at,
        show=lambda upload: f"{timezone.localtime(upload.created_at):%d-%m-%Y %H:%M}",
    ),
    Column("bestand", "Bestand", lambda upload: upload.filename),
    Column(
        "stand",
        "Stand",
        lambda upload: STATES[UploadState(upload.state)].words,
        show=lambda upload: look(STATES[UploadState(upload.state)]),
    ),
)
