"""The documents of an application: added several at once or one by one, opened, taken away."""

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keurmerk.applications.errors import NotOpenError
from keurmerk.applications.models import Application, Attachment
from keurmerk.applications.queries import open_pages
from keurmerk.applications.service import evidence
from keurmerk.certification.errors import NotPossibleError
from keurmerk.documents.examining import ExaminedFile
from keurmerk.web import documents
from keurmerk.web.access import for_schools, user_of
from keurmerk.web.components import dutch
from keurmerk.web.school.application.access import application_or_404, attachment_or_404, persons_or_403
from keurmerk.web.school.application.evidence import title_of
from keurmerk.web.school.application.warnings import warnings
from keurmerk.web.school.forms.application.files import AT_ONCE, ONE, AttachmentsForm
from keurmerk.web.upload_limit import takes_documents

CONFLICT, WRONG_INPUT = 409, 422


@takes_documents(AT_ONCE)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def listing(request: HttpRequest, application: UUID) -> HttpResponse:
    found = application_or_404(request, application)
    persons_or_403(request, found.school)
    form = AttachmentsForm()
    if request.method == "POST":
        form = AttachmentsForm(request.POST, request.FILES)
        if form.is_valid() and _add_all(request, found, form):
            return redirect("school:application-attachments", found.public_id)
    status = WRONG_INPUT if form.errors else 200
    return render(request, "school/application/attachments.html", _context(found, form), status=status)


@takes_documents(ONE)
@for_schools
@require_POST
def add_one(request: HttpRequest, application: UUID) -> JsonResponse:
    """For the script that sends them one by one: what arrived stays, also when the next does not."""
    found = application_or_404(request, application)
    persons_or_403(request, found.school)
    form = AttachmentsForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"fout": " ".join(map(str, form.errors["papers"]))}, status=WRONG_INPUT)
    try:
        added = _add(request, found, form.cleaned_data["papers"][0])
    except (NotOpenError, NotPossibleError) as error:
        return JsonResponse({"fout": str(error)}, status=CONFLICT)
    return JsonResponse({"naam": title_of(added), "let_op": warnings(added)})


@require_GET
@for_schools
def download(request: HttpRequest, attachment: UUID) -> HttpResponse:
    """Told in the journal, like every opening of a document."""
    found = attachment_or_404(request, attachment)
    persons_or_403(request, found.application.school)
    return documents.download(request, found.document)


@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def remove(request: HttpRequest, attachment: UUID) -> HttpResponse:
    found = attachment_or_404(request, attachment)
    application = found.application
    persons_or_403(request, application.school)
    if request.method == "POST":
        title = title_of(found)
        try:
            evidence.remove_attachment(found, by=user_of(request), now=timezone.now())
            messages.success(request, f"{title} is verwijderd.")
        except (NotOpenError, NotPossibleError) as error:
            messages.error(request, str(error))
        return redirect("school:application-attachments", application.public_id)
    context = {
        "application": application,
        "school": application.school,
        "attachment": found,
        "title": title_of(found),
        "uses": found.references.count(),
    }
    return render(request, "school/application/attachment_remove.html", context)


def _add(request: HttpRequest, application: Application, file: ExaminedFile) -> Attachment:
    return evidence.add_attachment(
        application.pk, file, title=file.filename, by=user_of(request), now=timezone.now()
    )


def _add_all(request: HttpRequest, application: Application, form: AttachmentsForm) -> bool:
    added = []
    for file in form.cleaned_data["papers"]:
        try:
            added.append(_add(request, application, file))
        except (NotOpenError, NotPossibleError) as error:
            form.add_error("papers", f"{file.filename}: {error}")
    if added:
        messages.success(request, f"Toegevoegd: {dutch.listing([title_of(each) for each in added])}.")
    return not form.errors


def _context(application: Application, form: AttachmentsForm) -> dict[str, object]:
    attachments = list(application.attachments.select_related("document"))
    uses = Counter(application.references.values_list("attachment_id", flat=True))
    return {
        "application": application,
        "school": application.school,
        "form": form,
        "is_open": bool(open_pages(application)),
        "most": evidence.MOST_ATTACHMENTS,
        "lines": [
            {
                "attachment": each,
                "title": title_of(each),
                "warnings": warnings(each),
                "uses": uses[each.pk],
            }
            for each in attachments
        ],
    }
