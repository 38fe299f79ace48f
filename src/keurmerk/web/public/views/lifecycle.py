"""The tables of statuses, plans and objections: the same rows that the program itself goes by."""

from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from rulebook.lifecycle.document import PARTS, RowText, rows
from rulebook.lifecycle.picture import svg


@dataclass(frozen=True, slots=True)
class ShownPart:
    code: str
    title: str
    introduction: str
    picture: SafeString
    rows: tuple[RowText, ...]


@require_safe
def tables(request: HttpRequest) -> HttpResponse:
    return render(request, "public/lifecycle.html", {"parts": parts()})


@cache
def parts() -> tuple[ShownPart, ...]:
    return tuple(
        ShownPart(
            part.code,
            part.title,
            part.introduction,
            mark_safe(svg(part.table)),  # noqa: S308  drawn by the rulebook from its own words
            rows(part.table),
        )
        for part in PARTS
    )
