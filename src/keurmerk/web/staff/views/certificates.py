"""The certificate of a school as staff start with it: a new case, and a status from before this system."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Certificate
from keurmerk.certification.queries import certificate_periods
from keurmerk.certification.service.cases import open_case
from keurmerk.certification.service.certificates import Holding, certificate_of
from keurmerk.certification.service.certificates import take_over as take_over_status
from keurmerk.organisations.models import School
from keurmerk.web.access import for_staff, school_or_404, user_of
from keurmerk.web.outcomes import periods
from keurmerk.web.staff.forms.cases import CaseForm, TakeOverForm
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.states import Mark


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new_case(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    form = CaseForm(request.POST or None, known=known_periods(chosen))
    if request.method == "POST" and form.is_valid():
        period = periods.decoded(form.cleaned_data["period"])
        case = open_case(
            certificate_of(chosen),
            CaseKind(form.cleaned_data["kind"]),
            title=form.cleaned_data["title"],
            opened_by=user_of(request),
            today=timezone.localdate(),
            period_first=period.first if period else None,
        )
        messages.success(request, f"Zaak {case.number} is geopend en staat op uw naam.")
        return redirect("staff:case", case.public_id)
    return render(request, "staff/certificate/case_new.html", {"school": chosen, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def take_over(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    form = TakeOverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            certificate = take_over_status(
                chosen, holding_of(form), taken_by=user_of(request), today=timezone.localdate()
            )
        except NotPossibleError as error:
            for obstacle in error.obstacles:
                form.add_error(None, obstacle.text)
        else:
            messages.success(request, f"Vastgelegd: {certificate.state_.words}.")
            return redirect("staff:school", chosen.public_id)
    return render(request, "staff/certificate/take_over.html", {"school": chosen, "form": form})


def holding_of(form: TakeOverForm) -> Holding:
    given = form.cleaned_data
    return Holding(
        mark=Mark(given["mark"]),
        period_first=given["period_first"],
        extended_months=given["extended_months"] or 0,
        source=given["source"],
    )


def known_periods(school: School) -> tuple[MeasuringPeriod, ...]:
    """Those of the holder, the latest first; before the first one, the normal ones of now."""
    today = timezone.localdate()
    certificate = Certificate.objects.filter(school=school).first()
    own = certificate_periods(certificate, today) if certificate else ()
    return own[::-1] or periods.recent(today)
