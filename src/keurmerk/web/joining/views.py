"""Accepting an invitation: the page behind the link of the mail, for whoever comes there."""

from typing import Any

from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.invitations import links, service
from keurmerk.invitations.enums import InvitationState
from keurmerk.invitations.errors import InvitationError
from keurmerk.invitations.models import Invitation
from keurmerk.web.access import user_of
from keurmerk.web.joining.forms import FirstAccountForm

NOT_THERE, GONE, WRONG_INPUT = 404, 410, 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing: mail programs open links by themselves. What counts is the button."""
    found = links.find(token)
    if found is None:
        return render(request, "joining/unknown.html", status=NOT_THERE)
    invitation, newest = found
    state = invitation.state_on(timezone.localdate())
    if state != InvitationState.OPEN or not newest:
        context = {"invitation": invitation, "state": state, "newest": newest}
        return render(request, "joining/void.html", context, status=GONE)
    known = User.objects.filter(email__iexact=invitation.email).first()
    if known is None and not request.user.is_authenticated:
        return _first_account(request, invitation, token)
    return _with_account(request, invitation, token, known)


def _first_account(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    form = FirstAccountForm(request.POST if request.method == "POST" else None, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            membership = service.accept_as_new(
                invitation,
                name=given["name"],
                password=given["password"],
                now=timezone.now(),
                today=timezone.localdate(),
            )
        except InvitationError as error:
            messages.warning(request, str(error))
            return redirect("invitation-accept", token)
        _welcome(request, invitation)
        home = reverse("school:school", args=[invitation.school.public_id])
        signed_in: HttpResponse = perform_login(request, membership.user, redirect_url=home)
        return signed_in
    context = {"invitation": invitation, "form": form}
    return render(request, "joining/first_account.html", context, status=WRONG_INPUT if form.errors else 200)


def _with_account(
    request: HttpRequest, invitation: Invitation, token: str, known: User | None
) -> HttpResponse:
    """For who is signed in, as the right person or another, and for who has an account but is not."""
    here = reverse("invitation-accept", args=[token])
    if request.method == "POST" and "uitloggen" in request.POST:
        logout(request)
        return redirect(here)
    is_right = known is not None and request.user == known
    if request.method == "POST" and is_right:
        return _join(request, invitation, here)
    context: dict[str, Any] = {
        "invitation": invitation,
        "is_right": is_right,
        "is_closed": known is not None and not known.is_active,
        "is_school": known is None or known.role == Role.SCHOOL,
        "sign_in": f"{reverse('account_login')}?{urlencode({'next': here})}",
    }
    return render(request, "joining/with_account.html", context)


def _join(request: HttpRequest, invitation: Invitation, here: str) -> HttpResponse:
    try:
        service.accept(invitation, user_of(request), now=timezone.now(), today=timezone.localdate())
    except InvitationError as error:
        messages.warning(request, str(error))
        return redirect(here)
    _welcome(request, invitation)
    return redirect("school:school", invitation.school.public_id)


def _welcome(request: HttpRequest, invitation: Invitation) -> None:
    words = invitation.function_.label
    messages.success(request, f"U werkt nu voor {invitation.school}, in de functie {words}.")
