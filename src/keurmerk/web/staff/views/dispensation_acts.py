"""What staff do with a request for an exception or dispensation, each at an address of its own."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.assessments.models import Assessment
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.dispensations import service
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.queries.granted import last_day
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.outcomes.periods import recent
from keurmerk.web.staff.dispensation_figures import figure_lines
from keurmerk.web.staff.forms.dispensations import (
    YES,
    ActForm,
    AdviseForm,
    BackForm,
    DecideForm,
    EndForm,
    EstablishForm,
    JudgeForm,
    MoreForm,
    periods_between,
)
from keurmerk.web.staff.views.dispensations import dispensation_or_404, why_not_decide
from rulebook.kernel.period import MeasuringPeriod

VERBS = require_http_methods(["GET", "HEAD", "POST"])
JUDGE = "staff/dispensation/judge.html"


@VERBS
@for_staff
def judge(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found = dispensation_or_404(request, dispensation)
    form = JudgeForm(_posted(request), dispensation=found)
    by, today = user_of(request), timezone.localdate()
    if _done(request, form, lambda: service.judge(found.pk, form.points, by=by, today=today)):
        messages.success(request, "De beoordeling is bewaard.")
        return redirect("staff:dispensation", found.public_id)
    extra: dict[str, Any] = {"figures": figure_lines(found)}
    return _page(request, found, form, "Punten beoordelen", "Beoordeling bewaren", JUDGE, **extra)


@VERBS
@for_staff
def ask_more(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found = dispensation_or_404(request, dispensation)
    form = MoreForm(_posted(request))
    by, today = user_of(request), timezone.localdate()
    if _done(
        request, form, lambda: service.ask_more(found.pk, form.cleaned_data["missing"], by=by, today=today)
    ):
        messages.success(request, "De school is om aanvulling gevraagd.")
        return redirect("staff:dispensation", found.public_id)
    return _page(request, found, form, "Om aanvulling vragen", "Vraag om aanvulling")


@VERBS
@for_staff
def advise(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found = dispensation_or_404(request, dispensation)
    form = AdviseForm(_posted(request), dispensation=found)
    by, today = user_of(request), timezone.localdate()
    if _done(request, form, lambda: service.advise(found.pk, form.advised(), by=by, today=today)):
        messages.success(request, "Uw advies ligt klaar. Een ander beslist.")
        return redirect("staff:dispensation", found.public_id)
    return _page(request, found, form, "Adviseren", "Leg het advies voor")


@VERBS
@for_staff
def give_back(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found = dispensation_or_404(request, dispensation)
    form = BackForm(_posted(request))
    by = user_of(request)
    if _done(request, form, lambda: service.give_back(found.pk, form.cleaned_data["because"], by=by)):
        messages.success(request, "Het advies is teruggegeven.")
        return redirect("staff:dispensation", found.public_id)
    return _page(request, found, form, "Advies teruggeven", "Geef het advies terug")


@VERBS
@for_staff
def decide(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found = dispensation_or_404(request, dispensation)
    form = DecideForm(_posted(request), initial={"reasons": found.advice_text})
    by, now = user_of(request), timezone.now()
    if _done(request, form, lambda: service.decide(found.pk, form.cleaned_data["reasons"], by=by, now=now)):
        messages.success(request, f"Het besluit over {found.reference} is ondertekend en verstuurd.")
        return redirect("staff:dispensation", found.public_id)
    intro = f"Het advies is: {found.get_advice_display()}. Bent u het er niet mee eens, geef het dan terug."
    extra = {"why_not": why_not_decide(found, by)}
    return _page(request, found, form, "Beslissen", "Onderteken en verstuur", intro=intro, **extra)


@VERBS
@for_staff
def end(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found, today = dispensation_or_404(request, dispensation), timezone.localdate()
    form = EndForm(_posted(request), initial={"from_day": today})
    by = user_of(request)

    def act() -> object:
        given = form.cleaned_data
        return service.end(found.pk, given["because"], from_day=given["from_day"], by=by, today=today)

    if _done(request, form, act):
        messages.success(request, f"{found.reference} eindigt eerder. De school krijgt bericht.")
        return redirect("staff:dispensation", found.public_id)
    intro = "Wat voor deze dag gold, blijft gelden."
    return _page(request, found, form, "Eerder beëindigen", "Laat het eindigen", intro=intro)


@VERBS
@for_staff
def establish(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found, today = dispensation_or_404(request, dispensation), timezone.localdate()
    form = EstablishForm(_posted(request), dispensation=found, periods=periods_of(found))
    by = user_of(request)

    def act() -> object:
        given, period = form.cleaned_data, form.chosen_period
        if period is None:
            raise refuse("period", "Kies een Meetperiode.")
        holds = given["holds"] == YES
        return service.establish(
            found.pk, given["norm"], period, holds=holds, source=given["source"], by=by, today=today
        )

    if _done(request, form, act):
        messages.success(request, "Dit is vastgesteld en staat bij de uitkomst van de Norm.")
        return redirect("staff:dispensation", found.public_id)
    intro = (
        "Wat meetelt voor een Norm, of niet de hele Meetperiode geldt, maakt een niet-gehaalde Norm pas "
        "toegestaan als u dat hier vaststelt. Het berekende oordeel verandert niet."
    )
    extra: dict[str, Any] = {"figures": figure_lines(found)}
    return _page(
        request, found, form, "Vaststellen voor een Meetperiode", "Leg dit vast", intro=intro, **extra
    )


def periods_of(found: Dispensation) -> list[MeasuringPeriod]:
    """Of the school's deliveries and the normal ones, those that share a day with what was granted."""
    if found.valid_from is None:
        return []
    own = Assessment.objects.filter(delivery__school_id=found.school_id).select_related("delivery")
    known = [*recent(timezone.localdate()), *(each.delivery.period for each in own)]
    return periods_between(found.valid_from, last_day(found), known)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _done(request: HttpRequest, form: ActForm, act: Callable[[], object]) -> bool:
    """Do it when the form is right; what the service refuses is said in the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act()
    except NotPossibleError as error:
        form.tell(error)
        return False
    return True


def _page(
    request: HttpRequest,
    found: Dispensation,
    form: ActForm,
    title: str,
    button: str,
    template: str = "staff/dispensation/act.html",
    *,
    intro: str = "",
    **extra: object,
) -> HttpResponse:
    context = {
        "found": found,
        "school": found.school,
        "form": form,
        "title": title,
        "button": button,
        "intro": intro,
        **extra,
    }
    return render(request, template, context, status=422 if form.errors else 200)
