"""The pass rates that Blik op Werk announces every year: a table, and a form for a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.assessments.tasks import start_assessing_since
from keurmerk.results.errors import InvalidEntryError
from keurmerk.results.models import AnnouncedPassRate
from keurmerk.results.service import announce_pass_rate
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components import dutch
from keurmerk.web.components.tables import Column, build_table
from keurmerk.web.staff.forms import PassRateForm

COLUMNS: tuple[Column[AnnouncedPassRate], ...] = (
    Column("profiel", "Leerprofiel", lambda rate: rate.profile, names_row=True),
    Column("vanaf", "Geldt vanaf", lambda rate: rate.valid_from),
    Column(
        "procent",
        "Slagingsnorm",
        lambda rate: rate.percentage,
        show=lambda rate: dutch.percent(rate.percentage),
        numeric=True,
    ),
    Column("bron", "Bekendgemaakt", lambda rate: rate.source),
    Column(
        "ingevoerd",
        "Ingevoerd",
        lambda rate: rate.created_at,
        show=lambda rate: f"{timezone.localtime(rate.created_at):%d-%m-%Y %H:%M}",
    ),
)


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    rates = list(AnnouncedPassRate.objects.all())
    table = build_table(
        COLUMNS, rates, request.GET, caption="Slagingsnormen", empty="Nog geen slagingsnormen ingevoerd"
    )
    return render(request, "staff/pass_rate/list.html", {"table": table})


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest) -> HttpResponse:
    form = PassRateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            rate = announce_pass_rate(**form.cleaned_data, entered_by=user_of(request))
        except InvalidEntryError as error:
            form.add_error(None, str(error))
        else:
            start_assessing_since(rate.valid_from, asked_by=user_of(request))
            day = dutch.day(rate.valid_from)
            messages.success(
                request,
                f"De slagingsnorm voor {rate.profile} geldt vanaf {day}. "
                "Dossiers over Meetperiodes vanaf die dag worden opnieuw beoordeeld.",
            )
            return redirect("staff:pass-rates")
    return render(request, "staff/pass_rate/new.html", {"form": form})
