"""Everything that the file of an application shows, each part ready for its template."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from keurmerk.applications.enums import ApplicationState, Aspect, TalkState
from keurmerk.applications.models import Application
from keurmerk.applications.queries.handed_in import Kept, kept
from keurmerk.applications.queries.judging import Judged
from keurmerk.applications.queries.outcome import file_of, lacking
from keurmerk.certification.queries import known_now
from keurmerk.certification.queries.terms import terms_of
from keurmerk.web.staff.acting import fact_link
from keurmerk.web.staff.application_acts import acts_on
from keurmerk.web.staff.application_table import STATES
from keurmerk.web.staff.case_page import term_line
from rulebook.application.pages import PAGES
from rulebook.application.pieces import Page

STATE_TONES = {
    ApplicationState.DRAFT: "quiet",
    ApplicationState.SUBMITTED: "accent",
    ApplicationState.COMPLETING: "warn",
    ApplicationState.REPAIRING: "warn",
    ApplicationState.DECIDED: "good",
    ApplicationState.EXPIRED: "quiet",
}


@dataclass(frozen=True, slots=True)
class PageLine:
    page: Page
    completeness: tuple[str, str]
    """Words and tone."""
    content: tuple[str, str] | None
    changed: bool


def application_context(
    application: Application, today: date, *, bound: tuple[str, forms.Form] | None = None
) -> dict[str, Any]:
    case, file, submissions = application.case, file_of(application, today), kept(application)
    known, terms = known_now(case.certificate, today), terms_of(case)
    return {
        "application": application,
        "case": case,
        "tone": STATE_TONES[application.state_],
        "state_words": STATES[application.state_],
        "submissions": submissions,
        "handed_in": application.submitted_at is not None,
        "pages": page_lines(file.judged, submissions),
        "judged_pages": sum(1 for page in PAGES if file.judged.of(page.code, Aspect.COMPLETENESS)),
        "running_terms": [term_line(each, today) for each in terms.running],
        "chances": file.chances,
        "sources": application.inquiry.count(),
        "talks": [talk for talk in file.talks if talk.state != TalkState.CANCELLED],
        "invoices": file.invoices,
        "attachments": list(application.attachments.select_related("document")),
        "lacking": lacking(file),
        "acts": acts_on(file, known, today, link=fact_link(case), bound=bound),
        "act_address": "staff:application-act",
        "about": application.public_id,
        "decisions": list(case.decisions.all()),
    }


def page_lines(judged: Judged, submissions: Kept) -> list[PageLine]:
    newest = submissions.changes[0].pages if submissions.changes else frozenset()
    return [
        PageLine(
            page,
            _words(judged, page, Aspect.COMPLETENESS, "volledig", "niet volledig"),
            _words(judged, page, Aspect.CONTENT, "geeft vertrouwen", "moet beter") if page.content else None,
            page.code in newest,
        )
        for page in PAGES
    ]


def _words(judged: Judged, page: Page, aspect: Aspect, good: str, bad: str) -> tuple[str, str]:
    found = judged.of(page.code, aspect)
    if found is None:
        return "nog te beoordelen", "quiet"
    return (good, "good") if found.holds else (bad, "bad")
