"""Invoices of a school: while one is open, it cannot hand in an application or get the mark."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.applications.models import Invoice
from keurmerk.applications.service import invoices as service
from keurmerk.web.access import for_staff, school_or_404, user_of
from keurmerk.web.staff.forms.application import InvoiceForm, PaidForm
from keurmerk.web.staff.views.applications.finding import done

VERBS = require_http_methods(["GET", "HEAD", "POST"])


@VERBS
@for_staff
def listing(request: HttpRequest, school: UUID) -> HttpResponse:
    """The form adds one; a number that is known already is refused, so twice adds once."""
    chosen, today = school_or_404(request, school), timezone.localdate()
    form = InvoiceForm(request.POST or None)
    if request.method == "POST" and done(
        form, lambda: service.add_invoice(chosen, **form.cleaned_data, by=user_of(request), today=today)
    ):
        messages.success(request, f"Factuur {form.cleaned_data['number']} is toegevoegd.")
        return redirect("staff:invoices", chosen.public_id)
    known = list(chosen.invoices.order_by("paid_on", "due_on", "number"))
    context = {
        "school": chosen,
        "form": form,
        "today": today,
        "open_ones": [each for each in known if each.paid_on is None],
        "paid_ones": [each for each in known if each.paid_on],
    }
    return render(request, "staff/application/invoices.html", context)


@VERBS
@for_staff
def paid(request: HttpRequest, school: UUID, invoice: UUID) -> HttpResponse:
    chosen, today = school_or_404(request, school), timezone.localdate()
    found = get_object_or_404(Invoice, school=chosen, public_id=invoice)
    form = PaidForm(request.POST or None, initial={"paid_on": today})
    if request.method == "POST" and done(
        form,
        lambda: service.pay_invoice(
            found.pk, paid_on=form.cleaned_data["paid_on"], by=user_of(request), today=today
        ),
    ):
        messages.success(request, f"Factuur {found.number} is betaald.")
        return redirect("staff:invoices", chosen.public_id)
    return render(request, "staff/application/paid.html", {"school": chosen, "invoice": found, "form": form})
