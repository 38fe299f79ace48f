"""A decision on its way: what it would do, its draft, and the letter as it would be."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk import letters
from keurmerk.certification.enums import DecisionState
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Decision
from keurmerk.certification.service import deciding
from keurmerk.letters import Letter, LetterError
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components.obstacles import missing
from keurmerk.web.staff import decision_page as page
from keurmerk.web.staff.acting import (
    attempt,
    case_address,
    case_or_404,
    closed,
    conflict,
    decision_or_404,
    event_or_404,
    fact_link,
    letter_refused,
)
from keurmerk.web.staff.decision_draft import (
    DROP,
    SEEN,
    DraftForms,
    any_row_of,
    intention_for,
    keep,
    motivations_of,
    row_of,
    seen,
)
from keurmerk.web.staff.decision_letter import concept
from keurmerk.web.staff.signed_page import signed_context
from rulebook.lifecycle import machine
from rulebook.lifecycle.pieces import Hearing
from rulebook.lifecycle.table import CERTIFICATE

KEEP = "bewaar"
ELSEWHERE = {"voorleggen": "staff:decision-submit", "voorbeeld": "staff:decision-preview"}
CHANGED = (
    "Dit concept is gewijzigd nadat u het opende: door een collega, of in een ander venster. "
    "Uw tekst staat hieronder, maar is nog niet bewaard. Bewaart u opnieuw, dan geldt uw tekst."
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest, case: UUID, event: str) -> HttpResponse:
    """Starting twice gives the same draft."""
    found, wanted = case_or_404(request, case), event_or_404(event)
    if refusal_page := closed(request, found):
        return refusal_page
    row, today = CERTIFICATE.find(found.certificate.state_, wanted), timezone.localdate()
    if row is None or row.decision is None:
        return impossible(request, found)
    if request.method == "POST":
        decision, error = attempt(lambda: deciding.prepare(found, wanted, prepared_by=user_of(request)))
        if error is None:
            return redirect("staff:decision", decision.public_id)
        return impossible(request, found, error)
    known = page.facts_of(found, today)
    options = machine.options(CERTIFICATE, found.certificate.state_, known)
    option = next((each for each in options if each.transition is row), None)
    context = {
        "case": found,
        "row": row,
        "title": words_of(row),
        "why_not": missing(option.obstacles, fact_link(found)) if option else [],
        "follows": page.follows(row, found.certificate.state_),
        "grounds": page.ground_lines(row, found, known, set()),
        "facts": page.needed_facts(row, known, found),
        "signers": page.signers(row.decision, today),
        "mail": page.who_gets_mail(found),
        "with_intention": row.hearing is not Hearing.NONE,
        "running": found.decisions.filter(event=wanted.value, state__in=deciding.OPEN).first(),
    }
    return render(request, "staff/decision/new.html", context)


def words_of(row: Any) -> str:
    words = row.decision.words
    return str(words[:1].upper() + words[1:])


def impossible(request: HttpRequest, case: Any, error: NotPossibleError | None = None) -> HttpResponse:
    found = error or NotPossibleError(
        machine.Obstacle(
            "niet_in_tabel", f"Dit besluit kan niet zolang de status is: {case.certificate.state_.words}."
        )
    )
    back = ("Naar de zaak", case_address(case))
    return conflict(request, "Dit besluit kan nu niet", found.obstacles, back=back, link=fact_link(case))


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def detail(request: HttpRequest, decision: UUID) -> HttpResponse:
    """The draft to write in; what waits for a signature or was signed, to read."""
    found, today = decision_or_404(request, decision), timezone.localdate()
    if request.method == "POST":
        return kept(request, found, today)
    if found.state == DecisionState.DRAFT:
        return draft_page(request, found, DraftForms.of(found, today), today)
    if found.state == DecisionState.SUBMITTED:
        return render(request, "staff/decision/submitted.html", submitted_context(request, found, today))
    if found.state == DecisionState.SIGNED:
        return render(request, "staff/decision/signed.html", signed_context(found, today))
    return render(request, "staff/decision/cancelled.html", shared(found))


def kept(request: HttpRequest, decision: Decision, today: date) -> HttpResponse:
    """Nothing that was typed is lost: not by a mistake elsewhere on the page, not by somebody else."""
    draft = DraftForms.of(decision, today, request.POST)
    opened, drop = request.POST.get(SEEN, ""), request.POST.get(DROP, "")
    is_kept, error = attempt(lambda: keep(decision, draft, by=user_of(request), opened=opened, drop=drop))
    if error is not None:
        back = ("Naar het besluit", address_of(decision))
        return conflict(request, "Dit besluit kan niet meer veranderen", error.obstacles, back=back)
    if not is_kept:
        return draft_page(request, decision, draft, today, warning=CHANGED)
    if draft.errors:
        now_kept = decision_or_404(request, decision.public_id)
        fresh = DraftForms.of(now_kept, today)
        return draft_page(request, now_kept, fresh.with_mistakes_of(draft), today)
    messages.success(request, f"Bewaard om {timezone.localtime():%H.%M} uur.")
    wanted = request.POST.get(KEEP, "")
    if wanted in ELSEWHERE:
        return redirect(ELSEWHERE[wanted], decision.public_id)
    place = f"#{wanted}" if wanted.isalnum() else ""
    return redirect(address_of(decision) + place)


def draft_page(
    request: HttpRequest, decision: Decision, draft: DraftForms, today: date, warning: str = ""
) -> HttpResponse:
    row = any_row_of(decision)
    known = page.known_for(decision, today)
    addresses = {each.pk: page.rows_address(each) for each in motivations_of(decision)}
    context = shared(decision) | {
        "row": row,
        "in_table": row_of(decision) is not None,
        "form": draft,
        "warning": warning,
        "seen": seen(decision),
        "missing": page.still_missing(decision, today),
        "grounds": page.ground_lines(row, decision.case, known, draft.grounds.chosen),
        "facts": page.needed_facts(row, known, decision.case),
        "motivations": [(form, addresses.get(form.motivation.pk, "")) for form in draft.motivations],
        "intention": intention_for(decision),
        "wants_hearing": row.hearing is not Hearing.NONE,
        "is_author": user_of(request).pk in decision.authors,
    }
    return render(request, "staff/decision/draft.html", context)


def shared(decision: Decision) -> dict[str, Any]:
    return {"decision": decision, "case": decision.case}


def submitted_context(request: HttpRequest, decision: Decision, today: date) -> dict[str, Any]:
    letter, problem = letter_or_reason(decision, today)
    user = user_of(request)
    return shared(decision) | {
        "letter": letters.to_html(letter) if letter else "",
        "problem": problem,
        "why_not": page.why_not_sign(decision, user, today),
        "missing": page.still_missing(decision, today),
        "moved_on": decision.seen_version != decision.case.certificate.version,
        "motivations": page.motivation_lines(decision),
        "signers": page.signers_of(decision, today),
        "row": any_row_of(decision),
    }


@require_safe
@for_staff
def preview(request: HttpRequest, decision: UUID) -> HttpResponse:
    found, today = decision_or_404(request, decision), timezone.localdate()
    if found.state == DecisionState.SIGNED:
        return redirect("staff:decision", found.public_id)
    letter, problem = letter_or_reason(found, today)
    context = shared(found) | {
        "letter": letters.to_html(letter) if letter else "",
        "problem": problem,
        "missing": page.still_missing(found, today),
        "address": address_of(found),
    }
    return render(request, "staff/decision/preview.html", context)


@require_safe
@for_staff
def preview_pdf(request: HttpRequest, decision: UUID) -> HttpResponse:
    found, today = decision_or_404(request, decision), timezone.localdate()
    try:
        pdf = letters.to_pdf(concept(found, today))
    except LetterError as error:
        back = ("Naar het besluit", address_of(found))
        return conflict(request, "De brief kan nog niet", letter_refused(error).obstacles, back=back)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="concept-{found.reference}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def letter_or_reason(decision: Decision, today: date) -> tuple[Letter | None, str]:
    try:
        return concept(decision, today), ""
    except (LetterError, NotPossibleError) as error:
        return None, str(error)


def address_of(decision: Decision) -> str:
    return reverse("staff:decision", args=[decision.public_id])
