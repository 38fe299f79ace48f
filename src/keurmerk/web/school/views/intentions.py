"""An intended decision: reading it, saying what one thinks of it, asking to be heard."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from keurmerk.accounts.typed import refills, typed_before
from keurmerk.certification.enums import IntentionState, Subject
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Intention, Term
from keurmerk.certification.service import intending
from keurmerk.certification.service.attaching import attach
from keurmerk.documents.enums import DocumentKind
from keurmerk.journal.unit import journaled
from keurmerk.web.access import SIGN, for_schools, may_or_403, user_of
from keurmerk.web.school.finding import attempt, intention_or_404
from keurmerk.web.school.forms.answers import ONE_FILE, ViewForm
from keurmerk.web.school.shown_terms import shown
from keurmerk.web.upload_limit import takes_documents

CAN_ANSWER = {IntentionState.SENT, IntentionState.PASSED, IntentionState.VIEW_GIVEN}
CAN_ASK_HEARING = {IntentionState.SENT, IntentionState.VIEW_GIVEN}


@refills
@takes_documents(ONE_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def detail(request: HttpRequest, intention: UUID) -> HttpResponse:
    found = intention_or_404(request, intention)
    if request.method != "POST":
        return _page(request, found, ViewForm(initial=typed_before(request)))
    may_or_403(request, SIGN, found.case.school)
    form = ViewForm(request.POST, request.FILES)
    if form.is_valid() and attempt(form, lambda: _give(request, found, form)):
        messages.success(request, "Uw zienswijze is ontvangen. Blik op Werk neemt haar mee in het besluit.")
        return redirect("school:intention", found.public_id)
    return _page(request, found, form, status=422)


@journaled
def _give(request: HttpRequest, intention: Intention, form: ViewForm) -> Intention:
    user, files = user_of(request), form.cleaned_data["papers"]
    document = attach(intention.case, files[0], DocumentKind.VIEW, added_by=user) if files else None
    return intending.give_view(
        intention.pk,
        view=form.cleaned_data["view"],
        given_by=user,
        today=timezone.localdate(),
        document=document,
    )


@for_schools
@require_POST
def hearing(request: HttpRequest, intention: UUID) -> HttpResponse:
    found = intention_or_404(request, intention)
    may_or_403(request, SIGN, found.case.school)
    try:
        intending.ask_hearing(found.pk, asked_by=user_of(request), today=timezone.localdate())
        messages.success(
            request, "U heeft om een hoorzitting gevraagd. Blik op Werk spreekt een dag met u af."
        )
    except NotPossibleError as error:
        messages.error(request, str(error))
    return redirect("school:intention", found.public_id)


def _page(request: HttpRequest, intention: Intention, form: ViewForm, status: int = 200) -> HttpResponse:
    today = timezone.localdate()
    terms = Term.objects.filter(
        case=intention.case, subject=Subject.INTENTION, subject_id=intention.pk, ended_on=None
    )
    state = IntentionState(intention.state)
    context = {
        "intention": intention,
        "school": intention.case.school,
        "form": form,
        "terms": [shown(term, today) for term in terms.select_related("change")],
        "can_answer": state in CAN_ANSWER,
        "can_ask_hearing": state in CAN_ASK_HEARING
        and not intention.hearing_asked_on
        and not intention.hearing_on,
        "late": intention.respond_by < today,
        "decision": intention.decisions.exclude(sent_on=None).first(),
    }
    return render(request, "school/intention/detail.html", context, status=status)
