"""The two agreements that come before an application: read, signed, and waited for."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.applications.enums import AgreementKind
from keurmerk.applications.models import Agreement
from keurmerk.applications.service import agreements
from keurmerk.web.access import SIGN, for_schools, may_or_403, user_of
from keurmerk.web.school.application.access import agreement_or_404
from keurmerk.web.school.application.agreement_texts import TEXTS
from keurmerk.web.school.finding import attempt
from keurmerk.web.school.forms.application.signing import AgreementForm

WRONG_INPUT = 422


@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def detail(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Signed twice is signed once."""
    found = agreement_or_404(request, agreement)
    form = _form(request, found)
    if request.method == "POST":
        may_or_403(request, SIGN, found.school)
        if found.school_signed_at is not None:
            return redirect("school:agreement", found.public_id)
        if form.is_valid() and attempt(form, lambda: _sign(request, found, form)):
            messages.success(request, f"U tekende de {found.get_kind_display().lower()}.")
            return redirect("school:agreement", found.public_id)
    others = Agreement.objects.filter(school=found.school).exclude(pk=found.pk)
    context = {
        "agreement": found,
        "school": found.school,
        "form": form,
        "text": TEXTS[AgreementKind(found.kind)],
        "is_processing": found.kind == AgreementKind.PROCESSING,
        "other": others.first(),
    }
    status = WRONG_INPUT if form.errors else 200
    return render(request, "school/application/agreement.html", context, status=status)


def _form(request: HttpRequest, found: Agreement) -> AgreementForm:
    user = user_of(request)
    return AgreementForm(
        request.POST if request.method == "POST" else None,
        with_contacts=found.kind == AgreementKind.PROCESSING,
        signing=f"Ik teken namens {found.school} en ik mag dat.",
        initial={"signer": str(user)},
    )


def _sign(request: HttpRequest, found: Agreement, form: AgreementForm) -> Agreement:
    given = form.cleaned_data
    signature = agreements.Signature(
        signer=given["signer"], function=given["function"], place=given["place"], agreed=given["agreed"]
    )
    return agreements.sign_for_school(
        found.pk, signature, by=user_of(request), now=timezone.now(), contacts=form.contacts
    )
