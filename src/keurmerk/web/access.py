"""Who may open a screen. A wrong role is refused; another school's anything does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from keurmerk.accounts.models import User
from keurmerk.accounts.permissions import is_auditor, is_school, is_staff
from keurmerk.organisations.models import School

type View = Callable[..., HttpResponse]


def _only(allowed: Callable[[Any], bool]) -> Callable[[View], View]:
    def close(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not allowed(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return close


for_schools = _only(is_school)
for_staff = _only(is_staff)
for_auditors = _only(is_auditor)


def user_of(request: HttpRequest) -> User:
    """Who acts, for the services; only behind a guard."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


SIGN = "organisations.sign_for_school"
WHO_MAY = {
    SIGN: "Dit mag alleen een beheerder of aanvrager van uw school: hiermee "
    "tekent u namens de school. Vraag het aan een van hen, of vraag hun om uw functie te wijzigen.",
    "organisations.manage_members": "Collega's uitnodigen en hun functie wijzigen mag alleen een beheerder "
    "of aanvrager van uw school.",
    "organisations.view_persons_of_school": "Stukken over personen ziet alleen een beheerder of aanvrager "
    "van uw school.",
}


def may_or_403(request: HttpRequest, permission: str, school: School) -> None:
    """For who may know of this school, but does not have the function for this; the page says who has."""
    if not user_of(request).has_perm(permission, school):
        raise PermissionDenied(WHO_MAY.get(permission, ""))


def school_or_404(request: HttpRequest, public_id: UUID) -> School:
    """Only among the schools this person may know of: the others look as if they were not there."""
    return get_object_or_404(School.objects.for_user(request.user), public_id=public_id)
