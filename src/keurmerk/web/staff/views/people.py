"""Who acts for a school: inviting somebody new."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from keurmerk.web.access import for_staff, school_or_404
from keurmerk.web.staff.forms import PersonForm
from keurmerk.web.staff.invitations import invite_to_school


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def invite(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        invite_to_school(request, chosen, **form.cleaned_data)
        messages.success(request, f"Uitnodiging verstuurd naar {form.cleaned_data['email']}.")
        return redirect("staff:school", chosen.public_id)
    return render(request, "staff/person/invite.html", {"school": chosen, "form": form})
