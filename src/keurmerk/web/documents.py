"""Giving a document to who may open it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from keurmerk.documents import service
from keurmerk.documents.errors import DamagedFileError, GoneError
from keurmerk.documents.models import Document
from keurmerk.web.access import user_of

UNAVAILABLE = "document_unavailable.html"


def document_or_404(request: HttpRequest, public_id: UUID) -> Document:
    """Only among the documents this person may open: the others look as if they were not there."""
    found = Document.objects.for_user(request.user).select_related("school")
    return get_object_or_404(found, public_id=public_id)


def download(request: HttpRequest, document: Document, *, ground: str = "") -> HttpResponse:
    """To save, never to show inside our own pages. The journal tells who opened it, before it is given."""
    try:
        data = service.read(document, opened_by=user_of(request), ground=ground)
    except GoneError as error:
        return render(request, UNAVAILABLE, {"message": str(error)}, status=410)
    except DamagedFileError as error:
        return render(request, UNAVAILABLE, {"message": str(error)}, status=503)
    response = HttpResponse(data, content_type=document.media_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=document.filename
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
