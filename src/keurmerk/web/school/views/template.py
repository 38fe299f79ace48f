"""The empty workbook, made from the schema that the reader uses."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from keurmerk.intake.template import write_template
from keurmerk.web.access import for_schools
from keurmerk.web.components.exports import XLSX


@require_safe
@for_schools
def download(_request: HttpRequest) -> HttpResponse:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sjabloon.xlsx"
        write_template(path)
        response = HttpResponse(path.read_bytes(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="keurmerk-sjabloon.xlsx"'
    return response
