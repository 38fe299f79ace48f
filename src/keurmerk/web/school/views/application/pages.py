"""One page of the form: shown, kept, and settled when two people typed on it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from keurmerk.applications.errors import EditedMeanwhileError, NotOpenError
from keurmerk.applications.models import Application
from keurmerk.applications.queries import filled_in, open_pages
from keurmerk.applications.service.evidence import unpoint
from keurmerk.certification.errors import NotPossibleError
from keurmerk.web.access import for_schools, user_of
from keurmerk.web.school.application.access import application_or_404, page_or_403, sees_persons
from keurmerk.web.school.application.evidence import shown_evidence, title_of, upload_url
from keurmerk.web.school.application.progress import CHECKED, page_url, progress
from keurmerk.web.school.application.saving import FORM, REVISION, Saved, save, seen_in
from keurmerk.web.school.application.settling import CHOICE, SETTLE, clashes, settled
from keurmerk.web.school.application.shown import Look, problems_by_place, shown_page
from keurmerk.web.school.application.words import anchor, managers
from keurmerk.web.school.forms.application.evidence import PREFIX, was_box
from keurmerk.web.school.forms.application.typed import (
    ADD,
    REMOVE,
    Values,
    changed_rows,
    row_typed,
    typed,
)
from rulebook.application.pages import BY_CODE, PAGES
from rulebook.application.pieces import Page

ACT = "actie"
KEEP, ONWARD, DOCUMENT, LOOSE = "bewaren", "verder", "document", "los"
CONFLICT, WRONG_INPUT = 409, 422
NOT_THERE = "Deze pagina van het formulier bestaat niet."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def detail(request: HttpRequest, application: UUID, page: str) -> HttpResponse:
    found = application_or_404(request, application)
    about = page_or_404(page)
    page_or_403(request, found.school, about)
    if request.method != "POST":
        return _shown(request, found, about, Outcome())
    return _posted(request, found, about)


def page_or_404(code: str) -> Page:
    if code not in BY_CODE:
        raise Http404(NOT_THERE)
    return BY_CODE[code]


def _posted(request: HttpRequest, found: Application, page: Page) -> HttpResponse:
    values, act = typed(page, request.POST), request.POST.get(ACT, "")
    rows, row = changed_rows(page, values, act, request.POST)
    try:
        if act == SETTLE:
            values = _settle(found, page, values, request)
        saved = save(found, page, values, request.POST, by=user_of(request), now=timezone.now(), settle=True)
        if act.startswith(f"{LOOSE}:"):
            _let_loose(found, act)
    except EditedMeanwhileError as error:
        return _both_shown(request, found, page, values, error)
    except NotOpenError as error:
        return _shown(request, found, page, Outcome(given=values, refused=str(error), status=CONFLICT))
    except NotPossibleError as error:
        return _shown(request, found, page, Outcome(given=values, wrong=str(error), status=WRONG_INPUT))
    return _after(request, found, page, saved, act=act, rows=rows, row=row)


def _after(
    request: HttpRequest, found: Application, page: Page, saved: Saved, *, act: str, rows: str, row: str
) -> HttpResponse:
    if act.startswith(f"{REMOVE}:") and rows:
        asked = next(each for each in page.rows if each.name == rows)
        gone = row_typed(asked, row, request.POST)
        return _shown(request, found, page, Outcome(removed={rows: gone}))
    if saved.problems:
        return _shown(request, found, page, Outcome(evidence_problems=saved.problems, status=WRONG_INPUT))
    if act not in {"", KEEP, SETTLE}:
        return redirect(_where_to(found, page, act=act, row=row))
    messages.success(request, f"Bewaard om {timezone.localtime():%H:%M}.")
    return redirect(page_url(found, page.code, checked=True))


def _where_to(found: Application, page: Page, *, act: str, row: str) -> str:
    """After a button that does more than keep."""
    verb, _, about = act.partition(":")
    here = page_url(found, page.code)
    if verb == ONWARD:
        return next_url(found, page)
    if verb == DOCUMENT:
        return upload_url(found, page.code, about)
    if verb == LOOSE:
        return f"{here}#bewijs"
    asked = next((each for each in page.rows if each.name == about), None)
    return f"{here}#{anchor(asked.questions[0].name, row)}" if asked and verb == ADD else here


def next_url(found: Application, page: Page) -> str:
    """The next page of the form that is open; after the last one the list of what is missing."""
    opened = open_pages(found)
    rest = PAGES[PAGES.index(page) + 1 :]
    following = next((each for each in rest if each.code in opened), None)
    return (
        page_url(found, following.code)
        if following
        else reverse("school:application-missing", args=[found.public_id])
    )


def _let_loose(found: Application, act: str) -> None:
    """`los:A6:1a2b:3`: the demand, the row, and the number of the attachment."""
    key, _, number = act.partition(":")[2].rpartition(":")
    code, _, row = key.partition(":")
    mine = found.references.filter(code=code, row=row)
    reference = mine.filter(attachment__number=number).first() if number.isdecimal() else None
    if reference is not None:
        unpoint(reference, now=timezone.now())


def _settle(found: Application, page: Page, mine: Values, request: HttpRequest) -> Values:
    """What was chosen, against the version that was shown: when that changed again, both are shown again."""
    answer = found.answers.filter(page=page.code).select_related("edited_by").first()
    if answer is None:
        return mine
    if answer.revision != seen_in(request.POST):
        raise EditedMeanwhileError(answer.edited_by, answer.edited_at, answer.values, answer.revision)
    return settled(page, mine, answer.values, request.POST)


def _both_shown(
    request: HttpRequest, found: Application, page: Page, mine: Values, error: EditedMeanwhileError
) -> HttpResponse:
    filled = filled_in(found, timezone.localdate())
    context = {
        "application": found,
        "school": found.school,
        "page": page,
        "who": error.by,
        "at": error.at,
        "clashes": clashes(page, mine, error.values, managers(filled.answers)),
        "kept": _as_typed(request),
        "revision": error.revision,
        "form_id": request.POST.get(FORM, ""),
        "settle": SETTLE,
    }
    return render(request, "school/application/both.html", context, status=CONFLICT)


def _as_typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Every box of the page again, hidden, so that choosing loses nothing."""
    control = {ACT, REVISION, FORM, "csrfmiddlewaretoken"}
    return [
        (name, value)
        for name, given in request.POST.lists()
        if name not in control and not name.startswith(f"{CHOICE}.")
        for value in given
        if isinstance(value, str)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a save went, for the page that is shown after it. `given`: what was typed and not kept."""

    given: Values | None = None
    refused: str = ""
    wrong: str = ""
    removed: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    evidence_problems: Mapping[str, str] = field(default_factory=dict)
    status: int = 200


def _shown(request: HttpRequest, found: Application, page: Page, how: Outcome) -> HttpResponse:
    today = timezone.localdate()
    filled, opened = filled_in(found, today), open_pages(found)
    is_open = page.code in opened and not how.refused
    answers = dict(filled.answers) | ({page.code: how.given} if how.given is not None else {})
    lacks = filled.missing_on(page.code) if is_open else ()
    checked = CHECKED in request.GET
    problems = problems_by_place(lacks, wrong_only=not checked)
    look = Look(answers=answers, problems=problems, removed=how.removed)
    values = answers.get(page.code, {})
    person = sees_persons(user_of(request), found.school)
    context: dict[str, Any] = {
        "application": found,
        "school": found.school,
        "page": page,
        "number": PAGES.index(page) + 1,
        "total": len(PAGES),
        "is_open": is_open,
        "refused": how.refused,
        "not_kept": _places_typed(request) if how.refused else (),
        "wrong": how.wrong,
        "asked": opened.get(page.code, ""),
        "questions": shown_page(page, values, look),
        "demands": shown_evidence(page, values, answers, filled, problems, how.evidence_problems),
        "evidence_problems": how.evidence_problems,
        "attachments": [(str(each.number), title_of(each)) for each in filled.attachments],
        "may_add": person,
        "lacks": len(lacks) if checked else 0,
        "lines": progress(found, filled, opened, sees_persons=person),
        "revision": filled.revisions.get(page.code, 0),
        "form_id": secrets.token_hex(8),
        "previous": _previous(found, page),
    }
    return render(request, "school/application/page.html", context, status=how.status)


def _places_typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed about documents and could not be kept, to be copied."""
    return [
        (f"{code}, {part.replace('_', ' ')}", value)
        for name, value in request.POST.items()
        if name.startswith(f"{PREFIX}.") and name != was_box(name.removesuffix(".was"))
        if isinstance(value, str) and value.strip()
        for code, part in ((name.split(".")[1].partition(":")[0], name.rpartition(".")[2]),)
    ]


def _previous(found: Application, page: Page) -> str:
    at = PAGES.index(page)
    return page_url(found, PAGES[at - 1].code) if at else ""
