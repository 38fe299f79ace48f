"""What school and scheme agree on: offered, looked at, concluded."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from keurmerk.applications.enums import AgreementKind
from keurmerk.applications.letter_data import agreement_letter
from keurmerk.applications.models import Agreement, Application
from keurmerk.applications.service import agreements as service
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Case
from keurmerk.certification.service.keeping import letter_reference
from keurmerk.letters import to_html
from keurmerk.organisations.models import School
from keurmerk.web.access import for_staff, school_or_404, user_of
from keurmerk.web.staff.acting import attempt, refused

NOTICE = "CONCEPT. Blik op Werk heeft deze overeenkomst nog niet getekend."


@require_safe
@for_staff
def detail(request: HttpRequest, school: UUID) -> HttpResponse:
    return agreements_page(request, school_or_404(request, school))


@require_safe
@for_staff
def preview(request: HttpRequest, school: UUID, agreement_kind: str) -> HttpResponse:
    """What the school signed, as it will be concluded; once it is, the sealed document tells that."""
    chosen = school_or_404(request, school)
    found = get_object_or_404(
        Agreement.objects.select_related("document"),
        school=chosen,
        kind=agreement_kind,
        school_signed_at__isnull=False,
    )
    case = Case.objects.filter(school=chosen, kind=CaseKind.APPLICATION).order_by("-number").first()
    if found.concluded or case is None:
        return redirect("staff:agreements", chosen.public_id)
    mark = service.MARKS[AgreementKind(found.kind)]
    letter = agreement_letter(
        found,
        case,
        reference=letter_reference(case, mark),
        signer=user_of(request),
        today=timezone.localdate(),
    )
    context = {"school": chosen, "agreement": found, "letter": to_html(replace(letter, notice=NOTICE))}
    return render(request, "staff/application/agreement.html", context)


@for_staff
@require_POST
def offer(request: HttpRequest, school: UUID) -> HttpResponse:
    """What was offered before stays as it is."""
    chosen = school_or_404(request, school)
    service.offer(chosen, today=timezone.localdate())
    messages.success(request, "De overeenkomsten staan klaar in Mijn keurmerk van de school.")
    return redirect("staff:agreements", chosen.public_id)


@for_staff
@require_POST
def conclude(request: HttpRequest, school: UUID) -> HttpResponse:
    """Both at once; pressed twice, nothing happens a second time."""
    chosen = school_or_404(request, school)
    application, error = attempt(lambda: service.conclude(chosen, by=user_of(request), now=timezone.now()))
    if error is not None:
        return agreements_page(request, chosen, refusal=refused(error), status=409)
    messages.success(request, "De overeenkomsten zijn gesloten. De school kan de aanvraag invullen.")
    return redirect("staff:application", application.public_id)


def agreements_page(
    request: HttpRequest, school: School, *, refusal: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    found = list(
        Agreement.objects.filter(school=school).select_related(
            "document", "school_signed_by", "scheme_signed_by"
        )
    )
    both = len(found) == len(AgreementKind)
    signed = both and all(each.school_signed_at for each in found)
    context = {
        "school": school,
        "agreements": found,
        "offered": both,
        "signed": signed,
        "concluded": both and all(each.concluded for each in found),
        "waiting": [each.get_kind_display() for each in found if not each.school_signed_at],
        "applications": list(Application.objects.filter(school=school)),
    } | (refusal or {})
    return render(request, "staff/application/agreements.html", context, status=status)
