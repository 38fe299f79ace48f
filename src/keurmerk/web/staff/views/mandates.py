"""Who may sign which decisions: given with its source, ended by a day."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Mandate
from keurmerk.certification.service import mandates
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.forms.work import MandateForm
from rulebook.lifecycle.pieces import DecisionKind


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    """Those that hold or will hold first; the others stay to be read."""
    today = timezone.localdate()
    known = Mandate.objects.select_related("user").order_by("user__name", "-pk")
    context = {
        "running": [(each, words_of(each), each.valid_from > today) for each in known.filter(_holds(today))],
        "over": [(each, words_of(each)) for each in known.exclude(_holds(today))],
    }
    return render(request, "staff/mandate/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest) -> HttpResponse:
    form = MandateForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            mandate = mandates.give_mandate(
                given["user"],
                kinds=[DecisionKind(kind) for kind in given["kinds"]],
                valid_from=given["valid_from"],
                valid_until=given["valid_until"],
                source=given["source"],
                given_by=user_of(request),
            )
        except NotPossibleError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Mandaat gegeven aan {mandate.user.name}.")
            return redirect("staff:mandates")
    return render(request, "staff/mandate/new.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def end(request: HttpRequest, mandate: UUID) -> HttpResponse:
    found = get_object_or_404(Mandate.objects.select_related("user"), public_id=mandate)
    if request.method == "POST":
        mandates.end_mandate(found, ended_by=user_of(request), today=timezone.localdate())
        messages.success(request, f"Het mandaat van {found.user.name} eindigt.")
        return redirect("staff:mandates")
    return render(request, "staff/mandate/end.html", {"mandate": found, "words": words_of(found)})


def words_of(mandate: Mandate) -> list[str]:
    """Nothing named is everything."""
    return [DecisionKind(kind).words for kind in mandate.kinds]


def _holds(today: date) -> Q:
    return Q(valid_until=None) | Q(valid_until__gte=today)
