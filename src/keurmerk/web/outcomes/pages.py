"""The page of an outcome and the page 'waarom?', the same for every audience."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from keurmerk.assessments.queries import ExplanationRow
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.stars import stars_of
from keurmerk.web.outcomes import explanation
from keurmerk.web.outcomes.advice import advice_text
from keurmerk.web.outcomes.allowances import Allowances
from keurmerk.web.outcomes.door import Door, Judged
from keurmerk.web.outcomes.figures import figure_lines
from keurmerk.web.outcomes.norm_lines import (
    MANUAL,
    AddressOf,
    Row,
    by_number,
    manual_norms,
    norm_groups,
    norm_line,
    title_of,
)
from keurmerk.web.outcomes.warnings import warnings_by_table
from rulebook.norms.editions import LATEST
from rulebook.norms.readings import reading

OF_THE_TABLE = {"pagina", "sorteer", *explanation.FACETS}


def page_context(judged: Judged, door: Door, body: SafeString, allowances: Allowances) -> dict[str, Any]:
    """`body` as it is kept; what is allowed today comes in its marks."""
    return {
        **asdict(judged),
        "crumbs": door.crumbs,
        "body": allowances.fill(body),
        "allowances": allowances,
    }


def body_context(outcome: Mapping[str, Any], explanation_of: AddressOf) -> dict[str, Any]:
    return {
        "outcome": outcome,
        "warnings": warnings_by_table(outcome["waarschuwingen"]),
        "advice": advice_text(outcome),
        "groups": norm_groups(outcome, explanation_of),
        "stars": stars_of(outcome["sterren"], outcome["handleiding"] or LATEST),
        "publication": outcome["publicatie_tevredenheid"],
        "figures": figure_lines(outcome),
        "manual": manual_norms(outcome),
    }


def explanation_page(
    request: HttpRequest,
    number: str,
    shown: explanation.Shown,
    *,
    outcome: Mapping[str, Any],
    judged: Judged,
    door: Door,
    downloads: tuple[tuple[str, str], ...],
    allowances: Allowances,
) -> HttpResponse:
    """Every row that a norm looked at, with its reason."""
    found = rows_of_norm(outcome, number)
    edition = found[0].get("handleiding") or outcome["handleiding"] or LATEST
    norm = by_number(edition).get(number)
    rule = norm.rule if norm else None
    group = request.GET.get("groep", "")
    context = {
        **asdict(judged),
        "crumbs": door.crumbs,
        "number": number,
        "title": title_of(number, edition),
        "edition": edition,
        "lines": [norm_line(row, edition, None) for row in found if group in ("", row["groep"])],
        "hours": shown.hours,
        "allowances": allowances,
        "looks_at": rule.looks_at if rule else "",
        "facets": explanation.facets(shown.page.choices, request.GET),
        "filtered": explanation.is_filtered(request.GET),
        "kept": [(key, value) for key, value in request.GET.items() if key not in OF_THE_TABLE],
        "table": explanation.table_of(
            shown,
            explanation.places_in(rule),
            request.GET,
            caption=f"Rijen onder norm {number}",
            downloads=downloads,
        ),
        "readings": [reading(name) for name in found[0]["interpretaties"]],
    }
    return render(request, "outcomes/explanation.html", context)


def explanation_file(rows: Sequence[ExplanationRow], number: str, kind: str) -> HttpResponse:
    """What is on the screen, every page of it, as csv or xlsx."""
    name = f"uitleg-{number}"
    if kind == "csv":
        return csv_response(name, explanation.DOWNLOAD_COLUMNS, rows)
    return xlsx_response(name, explanation.DOWNLOAD_COLUMNS, rows, sheet=f"norm {number}")


def rows_of_norm(outcome: Mapping[str, Any], number: str) -> list[Row]:
    """A norm that is not computed has no rows, and so no page."""
    found = [row for row in outcome["normen"] if row["norm"] == number and row["oordeel"] != MANUAL]
    if not found:
        raise Http404
    return found
