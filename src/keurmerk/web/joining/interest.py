"""Wanting the mark: a form, a mail, and a button behind the link in that mail (§2.3)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.applications import links
from keurmerk.applications.enums import InterestState
from keurmerk.applications.service import interests
from keurmerk.applications.terms import INTEREST_DAYS, UNCONFIRMED_DAYS
from keurmerk.certification.errors import NotPossibleError
from keurmerk.web.joining.attempts import too_many
from keurmerk.web.joining.interest_form import InterestForm

NOT_THERE, WRONG_INPUT, TOO_MANY = 404, 422, 429
WAIT = "Dit formulier is nu te vaak verstuurd. Wat u typte, staat er nog. Probeer het over een uur opnieuw."
KEPT = {"unconfirmed_days": UNCONFIRMED_DAYS, "interest_days": INTEREST_DAYS}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest) -> HttpResponse:
    shown = InterestForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if shown.is_valid():
            if not too_many(request, "interest", shown.cleaned_data["email"].lower()):
                if not shown.trapped:
                    interests.show_interest(shown.shown(), today=timezone.localdate())
                return redirect("interest-sent")
            shown.add_error(None, WAIT)
            status = TOO_MANY
        else:
            status = WRONG_INPUT
    return render(request, "joining/interest/form.html", {"form": shown, **KEPT}, status=status)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The same for everybody: it tells nothing of who is known here."""
    return render(request, "joining/interest/sent.html", KEPT)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing: mail programs open links by themselves. What counts is the button."""
    found = links.find(token)
    if found is None:
        return render(request, "joining/interest/unknown.html", KEPT, status=NOT_THERE)
    if request.method == "POST":
        try:
            interests.confirm_interest(found.pk, today=timezone.localdate())
        except NotPossibleError as error:
            context = {"interest": found, "error": str(error), **KEPT}
            return render(request, "joining/interest/confirm.html", context, status=WRONG_INPUT)
        return redirect("interest-confirm", token)
    if found.state == InterestState.ASKED:
        return render(request, "joining/interest/confirm.html", {"interest": found, **KEPT})
    context = {
        "interest": found,
        "invited": found.state == InterestState.ACCEPTED,
        "closed": found.state == InterestState.DECLINED,
        **KEPT,
    }
    return render(request, "joining/interest/confirmed.html", context)
