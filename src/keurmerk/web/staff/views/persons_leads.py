"""The leads of a school to former and present holders, and what staff think of each."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.persons.declaration import SamePersonError
from keurmerk.persons.models import Entity, LeadFinding
from keurmerk.persons.queries import investigate
from keurmerk.persons.queries.pages import locations_of, management_of
from keurmerk.persons.service import judge_lead, told_leads
from keurmerk.web.access import for_staff, school_or_404, user_of
from keurmerk.web.staff.forms.persons import LeadForm

MOVED_ON = (
    "Deze band staat er zo niet meer: het register is intussen veranderd. Kopieer wat u typte, ga terug naar "
    "de lijst en beoordeel de band zoals die nu is."
)


@require_safe
@for_staff
def listing(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen, today = school_or_404(request, school), timezone.localdate()
    leads = investigate(chosen, today)
    entity = Entity.objects.filter(organisation__school=chosen).first()
    told_leads(chosen, read_by=user_of(request))
    marks = [lead.mark for lead in leads]
    context = {
        "school": chosen,
        "leads": leads,
        "entity": entity,
        "locations": locations_of(chosen),
        "management": management_of(chosen, today),
        "earlier": LeadFinding.objects.filter(school=chosen).exclude(lead__in=marks).select_related("by"),
    }
    return render(request, "staff/persons/leads.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def judge(request: HttpRequest, school: UUID, lead: str) -> HttpResponse:
    """Of a lead that is there now; when it has moved on, what was typed is shown to be used again."""
    chosen, today = school_or_404(request, school), timezone.localdate()
    found = next((each for each in investigate(chosen, today) if each.mark == lead), None)
    form = LeadForm(request.POST or None)
    if found is None and request.method != "POST":
        raise Http404
    if found is None:
        form.add_error(None, MOVED_ON)
    elif form.is_valid():
        try:
            judge_lead(chosen, found, **form.cleaned(), by=user_of(request), today=today)
        except SamePersonError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Uw oordeel is bewaard.")
            return redirect("staff:leads", chosen.public_id)
    context = {"school": chosen, "lead": found, "form": form}
    return render(request, "staff/persons/judge.html", context, status=422 if form.errors else 200)
