"""Which part of an application somebody of the school may see: what is about persons, not everybody."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from keurmerk.accounts.models import User
from keurmerk.applications.models import Agreement, Application, Attachment
from keurmerk.organisations.models import School
from keurmerk.web.access import may_or_403
from rulebook.application.pieces import Page

VIEW_PERSONS = "organisations.view_persons_of_school"
ABOUT_PERSONS = frozenset(
    {"management", "netwerk", "belanghebbenden", "managementverklaring", "cv", "docenten"}
)
"""Pages with data of persons: who has the function administration does not open them."""


def application_or_404(request: HttpRequest, public_id: UUID) -> Application:
    mine = Application.objects.for_user(request.user).select_related("school", "case__certificate", "receipt")
    found: Application = get_object_or_404(mine, public_id=public_id)
    return found


def agreement_or_404(request: HttpRequest, public_id: UUID) -> Agreement:
    mine = Agreement.objects.filter(school__in=School.objects.for_user(request.user))
    return get_object_or_404(mine.select_related("school", "document"), public_id=public_id)


def attachment_or_404(request: HttpRequest, public_id: UUID) -> Attachment:
    mine = Attachment.objects.filter(application__in=Application.objects.for_user(request.user))
    joined = mine.select_related("application__school", "application__case__certificate", "document")
    return get_object_or_404(joined, public_id=public_id)


def sees_persons(user: User, school: School) -> bool:
    return user.has_perm(VIEW_PERSONS, school)


def persons_or_403(request: HttpRequest, school: School) -> None:
    may_or_403(request, VIEW_PERSONS, school)


def page_or_403(request: HttpRequest, school: School, page: Page) -> None:
    if page.code in ABOUT_PERSONS:
        persons_or_403(request, school)
