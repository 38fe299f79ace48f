"""The outcome of the satisfaction survey: staff enter it, and what was handed in is judged again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.assessments.service import assess
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.results.errors import InvalidEntryError
from keurmerk.results.models import Delivery
from keurmerk.results.queries import current_delivery
from keurmerk.results.service import SurveyNumbers, add_survey_outcome
from keurmerk.web.access import for_staff, school_or_404, user_of
from keurmerk.web.outcomes import periods
from keurmerk.web.staff.forms import SurveyForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def add(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    form = SurveyForm(request.POST or None, periods=choices(chosen))
    if request.method == "POST" and form.is_valid():
        try:
            message = added(request, chosen, form)
        except InvalidEntryError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, message)
            return redirect("staff:school", chosen.public_id)
    return render(request, "staff/survey/add.html", {"school": chosen, "form": form})


@journaled
def added(request: HttpRequest, school: School, form: SurveyForm) -> str:
    """Entering and judging again happen together, so that no outcome lags behind."""
    given = dict(form.cleaned_data)
    period = periods.decoded(given.pop("period"))
    if period is None:
        raise InvalidEntryError("Kies een Meetperiode uit de lijst.")
    source = given.pop("source")
    add_survey_outcome(
        school=school,
        period=period,
        numbers=SurveyNumbers(**given),
        source=source,
        entered_by=user_of(request),
    )
    delivery = current_delivery(school, period)
    if delivery is None:
        return "De uitkomst is bewaard. Zodra de school indient, telt zij mee."
    assess(delivery, assessed_by=user_of(request))
    return "De uitkomst is bewaard, en de ingediende gegevens zijn opnieuw beoordeeld."


def choices(school: School) -> list[tuple[str, str]]:
    """The periods of what the school handed in, then the normal ones."""
    delivered = {delivery.period for delivery in Delivery.objects.filter(school=school)}
    known = delivered | set(periods.recent(timezone.localdate()))
    ordered = sorted(known, key=lambda one: (one in delivered, one.first, one.last), reverse=True)
    return [
        (periods.code(one), periods.words(one) + (" (ingediend)" if one in delivered else ""))
        for one in ordered
    ]
