"""Who acts for a school: the same pages for the school itself and for staff, behind the guard of each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.invitations import service as invitations
from keurmerk.invitations.enums import InvitationState
from keurmerk.invitations.errors import InvitationError
from keurmerk.invitations.models import Invitation
from keurmerk.invitations.models.invitation import OPEN
from keurmerk.messaging.errors import NotAnAddressError
from keurmerk.organisations import service as organisations
from keurmerk.organisations.models import Membership, School
from keurmerk.web.access import View, may_or_403, school_or_404, user_of
from keurmerk.web.joining.forms import FunctionForm, InvitationForm

MANAGE = "organisations.manage_members"
WRONG_INPUT = 422


@dataclass(frozen=True, slots=True)
class Colleague:
    membership: Membership
    second_factor: bool


@dataclass(frozen=True, slots=True)
class Invited:
    invitation: Invitation
    expired: bool


class ColleagueViews(NamedTuple):
    listing: View
    invite: View
    function: View
    remove: View
    resend: View
    withdraw: View


def colleagues_of(school: School) -> list[Colleague]:
    found = list(school.memberships.select_related("user").order_by("user__name", "user__email"))
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    safe = set(
        Authenticator.objects.filter(
            user__in=[membership.user_id for membership in found], type__in=kinds
        ).values_list("user_id", flat=True)
    )
    return [Colleague(membership, membership.user_id in safe) for membership in found]


def invited_to(school: School, today: date) -> list[Invited]:
    """Who did not accept yet; what expired can be sent again."""
    waiting = Invitation.objects.filter(OPEN, school=school).order_by("email")
    return [Invited(one, one.state_on(today) == InvitationState.EXPIRED) for one in waiting]


def _back(audience: str, school: School) -> HttpResponse:
    return redirect(f"{audience}:colleagues", school.public_id)


def _frame(audience: str, school: School) -> dict[str, object]:
    home = {"school": "Mijn keurmerk"}.get(audience, school.name)
    return {
        "school": school,
        "audience": audience,
        "home": home,
        "home_url": reverse(f"{audience}:school", args=[school.public_id]),
        "colleagues_url": reverse(f"{audience}:colleagues", args=[school.public_id]),
    }


def _managed(request: HttpRequest, public_id: UUID) -> School:
    school = school_or_404(request, public_id)
    may_or_403(request, MANAGE, school)
    return school


def _member_or_404(school: School, public_id: UUID) -> Membership:
    return get_object_or_404(school.memberships.select_related("user"), public_id=public_id)


def listing(audience: str, request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    manages = user_of(request).has_perm(MANAGE, chosen)
    context = _frame(audience, chosen) | {
        "manages": manages,
        "colleagues": colleagues_of(chosen),
        "invited": invited_to(chosen, timezone.localdate()) if manages else [],
    }
    return render(request, "joining/colleagues.html", context)


def invite(audience: str, request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = _managed(request, school)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            invited = invitations.invite(
                chosen,
                email=given["email"],
                function=given["function"],
                invited_by=user_of(request),
                today=timezone.localdate(),
            )
        except (InvitationError, NotAnAddressError) as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, f"Uitnodiging verstuurd naar {invited.email}.")
            return _back(audience, chosen)
    context = _frame(audience, chosen) | {"form": form}
    return render(request, "joining/invite.html", context, status=WRONG_INPUT if form.errors else 200)


def function(audience: str, request: HttpRequest, school: UUID, member: UUID) -> HttpResponse:
    chosen = _managed(request, school)
    membership = _member_or_404(chosen, member)
    posted = request.POST if request.method == "POST" else None
    form = FunctionForm(posted, initial={"function": membership.function})
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["function"]
        try:
            organisations.change_function(chosen, membership.user, wanted, changed_by=user_of(request))
        except organisations.LastSignerError as error:
            form.add_error("function", str(error))
        else:
            messages.success(request, f"{membership.user} is nu {wanted.label}.")
            return _back(audience, chosen)
    context = _frame(audience, chosen) | {"form": form, "membership": membership}
    return render(request, "joining/function.html", context, status=WRONG_INPUT if form.errors else 200)


def remove(audience: str, request: HttpRequest, school: UUID, member: UUID) -> HttpResponse:
    chosen = _managed(request, school)
    membership = _member_or_404(chosen, member)
    if request.method != "POST":
        return render(request, "joining/remove.html", _frame(audience, chosen) | {"membership": membership})
    try:
        organisations.remove_member(chosen, membership.user, removed_by=user_of(request))
    except organisations.LastSignerError as error:
        messages.error(request, str(error))
        return _back(audience, chosen)
    messages.success(request, f"{membership.user} werkt niet meer voor {chosen}.")
    return redirect("start") if membership.user == request.user else _back(audience, chosen)


def _one_invitation(school: School, public_id: UUID) -> Invitation:
    return get_object_or_404(Invitation.objects.filter(school=school), public_id=public_id)


def resend(audience: str, request: HttpRequest, school: UUID, invitation: UUID) -> HttpResponse:
    chosen = _managed(request, school)
    found = _one_invitation(chosen, invitation)
    try:
        invitations.resend(found, by=user_of(request), today=timezone.localdate())
        messages.success(request, f"Nieuwe uitnodiging verstuurd naar {found.email}.")
    except InvitationError as error:
        messages.error(request, str(error))
    return _back(audience, chosen)


def withdraw(audience: str, request: HttpRequest, school: UUID, invitation: UUID) -> HttpResponse:
    chosen = _managed(request, school)
    found = _one_invitation(chosen, invitation)
    try:
        invitations.withdraw(found, by=user_of(request), now=timezone.now())
        messages.success(request, f"De uitnodiging aan {found.email} is ingetrokken.")
    except InvitationError as error:
        messages.error(request, str(error))
    return _back(audience, chosen)


def colleague_views(guard: Callable[[View], View], audience: str) -> ColleagueViews:
    """`audience` is the namespace in whose frame the pages stand."""

    def behind(view: Callable[..., HttpResponse], *methods: str) -> View:
        return guard(require_http_methods(methods)(partial(view, audience)))

    return ColleagueViews(
        listing=behind(listing, "GET", "HEAD"),
        invite=behind(invite, "GET", "HEAD", "POST"),
        function=behind(function, "GET", "HEAD", "POST"),
        remove=behind(remove, "GET", "HEAD", "POST"),
        resend=behind(resend, "POST"),
        withdraw=behind(withdraw, "POST"),
    )
