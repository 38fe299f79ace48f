"""Handing in a file: it is taken in whole or not at all, and checked in the background."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.assessments.tasks import start_check
from keurmerk.organisations.models import School
from keurmerk.results.errors import NotReceivedError
from keurmerk.results.models import Upload
from keurmerk.results.service import receive
from keurmerk.web.access import for_schools, school_or_404, user_of
from keurmerk.web.outcomes import periods
from keurmerk.web.school.forms.upload import UploadForm
from keurmerk.web.school.limits import LIMITS, MOST


@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def new(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    if request.method != "POST":
        return page(request, chosen, blank(request, chosen))
    form = UploadForm(request.POST, request.FILES, today=timezone.localdate())
    if not form.is_valid():
        return page(request, chosen, form, status=422)
    return take_in(request, chosen, form)


def take_in(request: HttpRequest, school: School, form: UploadForm) -> HttpResponse:
    file = form.cleaned_data["file"]
    try:
        received = receive(
            school=school,
            period=form.cleaned_data["period"],
            filename=file.name,
            content=file,
            size=file.size,
            uploaded_by=user_of(request),
        )
    except NotReceivedError as error:
        form.add_error("file", str(error))
        return page(request, school, form, status=422)
    if not received.already_there:
        start_check(received.upload)
    else:
        messages.info(
            request,
            f"Dit bestand is voor deze Meetperiode al aangeleverd: het is aanlevering "
            f"{received.upload.number}. Er is niets dubbel bewaard.",
        )
    return redirect("school:upload", received.upload.public_id)


def blank(request: HttpRequest, school: School) -> UploadForm:
    """The period of the school's newest upload is chosen beforehand, or the one that is due first."""
    today = timezone.localdate()
    asked = periods.decoded(request.GET.get(periods.PARAMETER, ""))
    newest = Upload.objects.filter(school=school).newest_first().first()
    period = asked or (newest.period if newest else periods.due(today))
    initial: dict[str, Any] = {
        "start": str(period.first),
        "until": str(period.last) if period.extended else "",
    }
    return UploadForm(initial=initial, today=today)


def page(request: HttpRequest, school: School, form: UploadForm, status: int = 200) -> HttpResponse:
    context = {"school": school, "form": form, "most": MOST, "limits": LIMITS}
    return render(request, "school/delivery/new.html", context, status=status)
