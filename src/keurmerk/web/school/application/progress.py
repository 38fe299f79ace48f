"""How far the form is: each page with what it still asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from keurmerk.applications.models import Application
from keurmerk.applications.queries import Filled
from keurmerk.web.components import dutch
from keurmerk.web.components.verdicts import Look
from keurmerk.web.school.application.access import ABOUT_PERSONS
from keurmerk.web.school.application.words import anchor_of
from rulebook.application.checklist import Missing
from rulebook.application.pages import PAGES
from rulebook.application.pieces import Page

CHECKED = "controle"
"""In the address of a page: say of every empty box that it is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    page: Page
    number: int
    href: str
    look: Look
    open: bool
    asked: str = ""
    """What staff wrote about it, when it was opened again."""
    closed_to_me: bool = False
    next: bool = False
    """The first that is not complete: where to go on."""


@dataclass(frozen=True, slots=True)
class Todo:
    lack: Missing
    href: str


def page_url(application: Application, code: str, *, checked: bool = False) -> str:
    tail = f"?{CHECKED}=1" if checked else ""
    return reverse("school:application-page", args=[application.public_id, code]) + tail


def progress(
    application: Application, filled: Filled, opened: Mapping[str, str], *, sees_persons: bool
) -> tuple[Line, ...]:
    lines = []
    next_found = False
    for number, page in enumerate(PAGES, start=1):
        count = len(filled.missing_on(page.code))
        is_open = page.code in opened
        here = is_open and count > 0 and not next_found
        next_found = next_found or here
        lines.append(
            Line(
                page=page,
                number=number,
                href=page_url(application, page.code, checked=count > 0 and begun(filled, page)),
                look=look_of(count, begun=begun(filled, page)),
                open=is_open,
                asked=opened.get(page.code, ""),
                closed_to_me=page.code in ABOUT_PERSONS and not sees_persons,
                next=here,
            )
        )
    return tuple(lines)


def begun(filled: Filled, page: Page) -> bool:
    codes = {demand.code for demand in page.evidence}
    return page.code in filled.revisions or any(key.partition(":")[0] in codes for key in filled.references)


def look_of(count: int, *, begun: bool) -> Look:
    if not count:
        return Look("compleet", "check", "good")
    if not begun:
        return Look("nog niet begonnen", "minus", "quiet")
    return Look(f"nog {dutch.plural(count, 'punt', 'punten')}", "partial", "warn")


def todo_by_page(
    application: Application, filled: Filled, asked: Mapping[str, str]
) -> list[tuple[Page, list[Todo]]]:
    """Of the pages that can be changed now, everything that is missing, with the address of its box."""
    found = []
    for page in PAGES:
        lacks = filled.missing_on(page.code) if page.code in asked else ()
        if lacks:
            base = page_url(application, page.code, checked=True)
            found.append((page, [Todo(lack, f"{base}#{anchor_of(lack)}") for lack in lacks]))
    return found
