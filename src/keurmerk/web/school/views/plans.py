"""An improvement plan: what is asked and by when, filing it, asking for a certifying body."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from keurmerk.accounts.typed import refills, typed_before
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Plan
from keurmerk.certification.queries.plans import plan_terms, plan_timeline
from keurmerk.certification.service import plans
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.journal.unit import journaled
from keurmerk.web.access import SIGN, for_schools, may_or_403, user_of
from keurmerk.web.school.finding import attempt, plan_or_404
from keurmerk.web.school.forms.answers import ONE_FILE, PlanForm
from keurmerk.web.school.shown_terms import shown
from keurmerk.web.upload_limit import takes_documents
from rulebook.lifecycle.states import PlanState
from rulebook.lifecycle.tables.plan import ASKED_BECAUSE

CAN_FILE = {PlanState.ASKED, PlanState.MISSED}
TITLE = "Plan van aanpak"
GROUNDS = {ground.code: ground for ground in ASKED_BECAUSE}


@refills
@takes_documents(ONE_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def detail(request: HttpRequest, plan: UUID) -> HttpResponse:
    found = plan_or_404(request, plan)
    if request.method != "POST":
        return _page(request, found, PlanForm(initial=typed_before(request)))
    may_or_403(request, SIGN, found.case.school)
    if found.filed_on is not None:
        return redirect("school:plan", found.public_id)
    form = PlanForm(request.POST, request.FILES)
    if form.is_valid() and attempt(form, lambda: _file(request, found, form)):
        messages.success(request, "Uw plan van aanpak is ontvangen. U krijgt daarvan ook een e-mail.")
        return redirect("school:plan", found.public_id)
    return _page(request, found, form, status=422)


@journaled
def _file(request: HttpRequest, plan: Plan, form: PlanForm) -> Plan:
    user, given = user_of(request), form.cleaned_data
    document = None
    if given["papers"]:
        document = documents.add_examined(
            given["papers"][0],
            title=TITLE,
            kind=DocumentKind.IMPROVEMENT_PLAN,
            school=plan.case.school,
            added_by=user,
        )
    filed = plans.Filed(
        causes=given["causes"], measures=given["measures"], body_requested=given["body_requested"]
    )
    return plans.file(plan.pk, filed, filed_by=user, today=timezone.localdate(), document=document)


@for_schools
@require_POST
def body(request: HttpRequest, plan: UUID) -> HttpResponse:
    found = plan_or_404(request, plan)
    may_or_403(request, SIGN, found.case.school)
    try:
        plans.request_body(found.pk, by=user_of(request))
        messages.success(request, "U vraagt een certificerende instelling om het plan te beoordelen.")
    except NotPossibleError as error:
        messages.error(request, str(error))
    return redirect("school:plan", found.public_id)


def _page(request: HttpRequest, plan: Plan, form: PlanForm, status: int = 200) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "plan": plan,
        "school": plan.case.school,
        "form": form,
        "grounds": [GROUNDS[code] for code in plan.grounds if code in GROUNDS],
        "terms": [shown(term, today) for term in plan_terms(plan)],
        "can_file": plan.state_ in CAN_FILE,
        "late": plan.file_by < today,
        "can_ask_body": plan.state_ is PlanState.FILED and not plan.body_requested,
        "moments": plan_timeline(plan),
    }
    return render(request, "school/plan/detail.html", context, status=status)
