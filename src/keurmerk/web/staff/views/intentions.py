"""An intended decision: written, looked at, sent; then what the school said to it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk import letters
from keurmerk.certification.enums import DecisionState, IntentionState, Subject
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Case, Intention
from keurmerk.certification.service import intending
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.journal.unit import journaled
from keurmerk.letters import LetterError
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff import decision_page as page
from keurmerk.web.staff.acting import (
    attempt,
    case_address,
    case_or_404,
    closed,
    conflict,
    event_or_404,
    intention_or_404,
    letter_refused,
    refused,
    term_shown,
)
from keurmerk.web.staff.decision_letter import concept_of_intention
from keurmerk.web.staff.forms.intention import HearingForm, ReportForm, ViewForm
from keurmerk.web.staff.intention_draft import IntentionDraft
from keurmerk.web.upload_limit import takes_documents
from rulebook.lifecycle.pieces import Hearing
from rulebook.lifecycle.table import CERTIFICATE

ANCHORS = {"grond_ontbreekt": "#gronden", "feiten": "#id_facts_text", "termijn": "#id_weeks"}
SEND, LOOK, PDF, MORE = "verzend", "bekijk", "pdf", "norm"


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest, case: UUID, event: str) -> HttpResponse:
    """Form, then the letter with the one question, then sent. What was typed travels along."""
    found, wanted = case_or_404(request, case), event_or_404(event)
    if refusal_page := closed(request, found):
        return refusal_page
    row = CERTIFICATE.find(found.certificate.state_, wanted)
    if row is None or row.decision is None or row.hearing is Hearing.NONE:
        error = refuse("geen_voornemen", "Voor dit besluit hoort bij de status van nu geen voornemen.")
        return conflict(
            request,
            "Dit voornemen kan nu niet",
            error.obstacles,
            back=("Naar de zaak", case_address(found)),
        )
    data = request.POST if request.method == "POST" else None
    wants = request.POST.get("doe", "")
    draft = IntentionDraft.of(found, row, data, more=wants == MORE)
    if data is None or wants not in {LOOK, PDF, SEND} or not draft.valid:
        return form_page(request, found, draft)
    return sent(request, found, draft) if wants == SEND else looked_at(request, found, draft, wants)


def looked_at(request: HttpRequest, case: Case, draft: IntentionDraft, wants: str) -> HttpResponse:
    """The letter as it would be, to read or as a PDF."""
    today = timezone.localdate()
    try:
        letter = concept_of_intention(draft.unsent(user_of(request), today), today)
    except LetterError as error:
        return form_page(request, case, draft, refused(letter_refused(error)))
    if wants == PDF:
        response = HttpResponse(letters.to_pdf(letter), content_type="application/pdf")
        response["Content-Disposition"] = 'attachment; filename="concept-voornemen.pdf"'
        return response
    given = [(name, value) for name, values in request.POST.lists() for value in values if plain(name)]
    context = base(case, draft) | {
        "letter": letters.to_html(letter),
        "given": given,
        "respond_by": draft.respond_by(today),
        "mail": page.who_gets_mail(case),
    }
    return render(request, "staff/intention/confirm.html", context)


def plain(name: str) -> bool:
    return name not in {"csrfmiddlewaretoken", "doe"}


def sent(request: HttpRequest, case: Case, draft: IntentionDraft) -> HttpResponse:
    intention, error = attempt(
        lambda: intending.intend(case, draft.service_draft, sent_by=user_of(request), now=timezone.now())
    )
    if error is not None:
        return form_page(request, case, draft, refused(error, lambda one: ANCHORS.get(one.code, "")))
    messages.success(request, f"Voornemen {intention.reference} is verzonden.")
    return redirect("staff:intention", intention.public_id)


def base(case: Case, draft: IntentionDraft) -> dict[str, Any]:
    row = draft.row
    words = row.decision.words if row.decision else ""
    return {"case": case, "row": row, "form": draft, "title": f"Voornemen: {words}"}


def form_page(
    request: HttpRequest, case: Case, draft: IntentionDraft, refusal: dict[str, Any] | None = None
) -> HttpResponse:
    known = page.facts_of(case, timezone.localdate())
    context = (
        base(case, draft)
        | {
            "grounds": page.ground_lines(draft.row, case, known, draft.grounds.chosen),
            "earlier": case.intentions.filter(event=draft.row.event.value, state=IntentionState.SENT).first(),
        }
        | (refusal or {})
    )
    return render(request, "staff/intention/new.html", context)


@require_safe
@for_staff
def detail(request: HttpRequest, intention: UUID) -> HttpResponse:
    return intention_page(request, intention_or_404(request, intention))


def intention_page(
    request: HttpRequest,
    intention: Intention,
    form: forms.Form | None = None,
    refusal: dict[str, Any] | None = None,
) -> HttpResponse:
    today = timezone.localdate()
    case = intention.case
    term = case.terms.filter(
        subject=Subject.INTENTION, subject_id=intention.pk, code=intending.RESPOND.code
    ).first()
    row = CERTIFICATE.find(case.certificate.state_, event_or_404(intention.event))
    context = {
        "case": case,
        "intention": intention,
        "term": term_shown(term, today, "de verzending van het voornemen"),
        "letter": mark_safe(intention.letter_html),  # noqa: S308  made by letters.to_html and kept
        "motivations": intention.motivations,
        "view_form": form if isinstance(form, ViewForm) else ViewForm(initial={"received_on": today}),
        "hearing_form": form if isinstance(form, HearingForm) else HearingForm(initial=planned(intention)),
        "may_plan": may_plan(intention),
        "report_form": form if isinstance(form, ReportForm) else ReportForm(),
        "form": form,
        "open": intention.state != IntentionState.DROPPED,
        "may_pass": intention.state == IntentionState.SENT and intention.respond_by < today,
        "row": row,
        "decisions": list(intention.decisions.all()),
        "waits": intention.state == IntentionState.SENT,
    } | (refusal or {})
    return render(request, "staff/intention/detail.html", context)


@takes_documents(1)
@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def act(request: HttpRequest, intention: UUID, intention_act: str) -> HttpResponse:
    found = intention_or_404(request, intention)
    if intention_act not in ACTS:
        raise Http404
    if request.method != "POST":
        return redirect("staff:intention", found.public_id)
    return ACTS[intention_act](request, found)


def receive_view(request: HttpRequest, intention: Intention) -> HttpResponse:
    form = ViewForm(request.POST, request.FILES)
    if form.is_valid() and not intention.sent_on <= form.cleaned_data["received_on"] <= timezone.localdate():
        form.add_error("received_on", "De dag van ontvangst ligt na het verzenden en niet na vandaag.")
    if not form.is_valid():
        return intention_page(request, intention, form)

    @journaled
    def give() -> Intention:
        files = form.cleaned_data["document"]
        document = files and documents.add_examined(
            files[0],
            title=f"Zienswijze bij {intention.reference}",
            kind=DocumentKind.VIEW,
            school=intention.case.school,
            added_by=user_of(request),
        )
        return intending.give_view(
            intention.pk,
            view=form.cleaned_data["view"],
            given_by=user_of(request),
            today=form.cleaned_data["received_on"],
            document=document or None,
        )

    return done(request, intention, give, "De zienswijze is bewaard.", form)


def may_plan(intention: Intention) -> bool:
    over = intention.state in {IntentionState.DROPPED, IntentionState.HEARD}
    return not over and not intention.decisions.filter(state=DecisionState.SIGNED).exists()


def planned(intention: Intention) -> dict[str, Any]:
    """The day, time and place that the school knows already."""
    if intention.hearing_on is None:
        return {}
    on = timezone.localtime(intention.hearing_on)
    return {"hearing_day": on.date(), "hearing_time": on.time(), "hearing_place": intention.hearing_place}


def plan_hearing(request: HttpRequest, intention: Intention) -> HttpResponse:
    form = HearingForm(request.POST)
    if not form.is_valid():
        return intention_page(request, intention, form)

    def plan() -> Intention:
        return intending.plan_hearing(
            intention.pk,
            on=form.hearing_on,
            place=form.cleaned_data["hearing_place"],
            by=user_of(request),
            now=timezone.now(),
        )

    return done(request, intention, plan, "De hoorzitting is gepland en de school heeft bericht.", form)


def report(request: HttpRequest, intention: Intention) -> HttpResponse:
    form = ReportForm(request.POST)
    if not form.is_valid():
        return intention_page(request, intention, form)

    def hold() -> Intention:
        return intending.hold_hearing(
            intention.pk,
            report=form.cleaned_data["report"],
            held_by=user_of(request),
            today=timezone.localdate(),
        )

    return done(request, intention, hold, "Het verslag is bewaard.", form)


def let_pass(request: HttpRequest, intention: Intention) -> HttpResponse:
    def passed() -> Intention:
        return intending.let_pass(intention.pk, by=user_of(request), today=timezone.localdate())

    return done(request, intention, passed, "Vastgelegd: er kwam geen zienswijze binnen de termijn.")


def drop(request: HttpRequest, intention: Intention) -> HttpResponse:
    def dropped() -> Intention:
        return intending.drop(intention.pk, by=user_of(request), today=timezone.localdate())

    return done(request, intention, dropped, "Het voornemen is ingetrokken.")


def done(
    request: HttpRequest,
    intention: Intention,
    change: Callable[[], Intention],
    told: str,
    form: forms.Form | None = None,
) -> HttpResponse:
    _, error = attempt(change)
    if error is None:
        messages.success(request, told)
        return redirect("staff:intention", intention.public_id)
    if form is not None:
        return intention_page(request, intention, form, refused(error))
    back = ("Naar het voornemen", reverse("staff:intention", args=[intention.public_id]))
    return conflict(request, "Dit kan nu niet", error.obstacles, back=back)


ACTS = {
    "zienswijze": receive_view,
    "hoorzitting-plannen": plan_hearing,
    "hoorzitting": report,
    "voorbij": let_pass,
    "intrekken": drop,
}
