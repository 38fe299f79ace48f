"""A document to save. Opening it is told in the journal, so this is the one kind of GET that writes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from keurmerk.web import documents
from keurmerk.web.access import for_auditors


@require_GET
@for_auditors
def download(request: HttpRequest, document: UUID) -> HttpResponse:
    return documents.download(request, documents.document_or_404(request, document))
