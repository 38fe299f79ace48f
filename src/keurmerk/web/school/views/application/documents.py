"""A new document for one demand of the form, with the place in it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.applications.errors import NotOpenError
from keurmerk.applications.models import Application, Attachment
from keurmerk.applications.queries import filled_in, may_fill
from keurmerk.applications.service import evidence
from keurmerk.certification.errors import NotPossibleError
from keurmerk.journal.unit import journaled
from keurmerk.web.access import for_schools, user_of
from keurmerk.web.school.application.access import application_or_404, page_or_403, persons_or_403
from keurmerk.web.school.application.evidence import title_of
from keurmerk.web.school.application.progress import page_url
from keurmerk.web.school.application.warnings import warnings
from keurmerk.web.school.application.words import anchor
from keurmerk.web.school.forms.application.evidence import Place, places
from keurmerk.web.school.forms.application.files import ONE, DocumentForm
from keurmerk.web.school.views.application.pages import page_or_404
from keurmerk.web.upload_limit import takes_documents
from rulebook.application.pieces import Page

WRONG_INPUT = 422
NOT_ASKED = (
    "Dit document wordt op deze pagina niet gevraagd. Misschien is de persoon of rij intussen weggehaald."
)


@takes_documents(ONE)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def add(request: HttpRequest, application: UUID, page: str, demand: str) -> HttpResponse:
    found = application_or_404(request, application)
    about = page_or_404(page)
    page_or_403(request, found.school, about)
    persons_or_403(request, found.school)
    place = _place_or_404(found, about, demand)
    form = DocumentForm(demand=place.demand)
    if request.method == "POST":
        form = DocumentForm(request.POST, request.FILES, demand=place.demand)
        if form.is_valid() and (added := _attempt(request, found, place, form)):
            messages.success(request, f"{title_of(added)} is toegevoegd.")
            for text in warnings(added):
                messages.warning(request, text)
            back = page_url(found, about.code)
            return redirect(f"{back}#{anchor(place.demand.code, place.row)}")
    context = {
        "application": found,
        "school": found.school,
        "page": about,
        "place": place,
        "form": form,
        "is_open": may_fill(found, about.code),
        "back": page_url(found, about.code),
    }
    return render(
        request, "school/application/document.html", context, status=WRONG_INPUT if form.errors else 200
    )


def _place_or_404(found: Application, page: Page, key: str) -> Place:
    filled = filled_in(found, timezone.localdate())
    place = next((each for each in places(page, filled.answers) if each.key == key), None)
    if place is None:
        raise Http404(NOT_ASKED)
    return place


def _attempt(request: HttpRequest, found: Application, place: Place, form: DocumentForm) -> Attachment | None:
    try:
        return _add(request, found, place, form)
    except (NotOpenError, NotPossibleError) as error:
        form.add_error(None, str(error))
        return None


@journaled
def _add(request: HttpRequest, found: Application, place: Place, form: DocumentForm) -> Attachment:
    given, now = form.cleaned_data, timezone.now()
    file = given["file"][0]
    added = evidence.add_attachment(found.pk, file, title=file.filename, by=user_of(request), now=now)
    evidence.point_at(
        found.pk,
        place.demand.code,
        added,
        pages=given["pages"],
        row=place.row,
        issued_on=given.get("issued_on"),
        profile=given.get("profile", ""),
        now=now,
    )
    return added
