"""Facts on which decisions depend: what is known, from where, and establishing them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.certification.models import Case, Finding
from keurmerk.certification.queries import known_now
from keurmerk.certification.service.cases import establish
from keurmerk.journal.unit import journaled
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components import dutch
from keurmerk.web.staff.acting import attempt, case_or_404, closed, refused
from keurmerk.web.staff.forms.fact import GROUPS, FactsForm
from rulebook.lifecycle.facts import DERIVED, Fact


@dataclass(frozen=True, slots=True)
class FactLine:
    fact: Fact
    holds: bool | None
    told: str
    answer: forms.BoundField


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest, case: UUID) -> HttpResponse:
    found, today = case_or_404(request, case), timezone.localdate()
    if refusal_page := closed(request, found):
        return refusal_page
    form = FactsForm(request.POST or None)
    refusal = {}
    if request.method == "POST" and form.is_valid():
        count, error = attempt(lambda: keep(request, found, form, today))
        if error is None:
            told = dutch.plural(count, "feit is", "feiten zijn")
            messages.success(request, f"{told} vastgesteld.")
            return redirect("staff:case", found.public_id)
        refusal = refused(error)
    known = known_now(found.certificate, today)
    context = {
        "case": found,
        "form": form,
        "groups": groups(found, form, known),
        "derived": [(fact.statement, known[fact]) for fact in Fact if fact in DERIVED and fact in known],
    } | refusal
    return render(request, "staff/fact/new.html", context)


@journaled
def keep(request: HttpRequest, case: Case, form: FactsForm, today: date) -> int:
    """All of them or none."""
    given, source = form.established, form.cleaned_data["source"]
    for fact, holds in given:
        establish(case, fact, holds=holds, source=source, established_by=user_of(request), today=today)
    return len(given)


def groups(case: Case, form: FactsForm, known: dict[Fact, bool]) -> list[tuple[str, list[FactLine]]]:
    newest = newest_findings(case)
    return [
        (
            title,
            [
                FactLine(
                    fact,
                    known.get(fact),
                    told(known.get(fact), newest.get(fact)),
                    form[fact.value],
                )
                for fact in facts
            ],
        )
        for title, facts in GROUPS
    ]


def newest_findings(case: Case) -> dict[str, Finding]:
    """The oldest first, so that the newest of each fact stays."""
    rows = Finding.objects.filter(certificate=case.certificate_id).select_related("case").order_by("pk")
    return {row.fact: row for row in rows}


def told(holds: bool | None, finding: Finding | None) -> str:  # noqa: FBT001
    if finding is not None:
        return f"vastgesteld op {dutch.day(finding.on)} in zaak {finding.case.number}: {finding.source}"
    return "" if holds is None else "volgt uit de beoordeling van de aangeleverde gegevens"
