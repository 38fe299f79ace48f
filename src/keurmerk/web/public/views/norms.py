"""De normen: the list with search and filters, a page per norm and edition, and both as data."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.tables import with_query
from keurmerk.web.components.words import AUDITS, CERTIFICATES, COUNTS, KINDS, MAIN_NORMS, SELF_EMPLOYED
from keurmerk.web.public.filters import filter_of
from keurmerk.web.public.norm_table import COLUMNS
from keurmerk.web.public.norm_texts import Change, audience_groups, differences, parameter_texts
from rulebook.norms.catalogue import catalogue
from rulebook.norms.catalogue_json import catalogue_json, norm_json
from rulebook.norms.editions import LATEST, Edition, editions
from rulebook.norms.norm_page import CatalogueNorm
from rulebook.norms.readings import reading


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    return redirect(with_query(reverse("public:norm-list", args=[LATEST]), request.GET))


@require_safe
def latest_norm(request: HttpRequest, number: str) -> HttpResponse:  # noqa: ARG001
    return redirect("public:norm", LATEST, number)


@require_safe
def listing(request: HttpRequest, edition: str) -> HttpResponse:
    chosen = find_edition(edition)
    everything = catalogue(edition)
    wanted = filter_of(request.GET)
    norms = wanted.apply(everything)
    context = {
        "edition": chosen,
        "editions": editions(),
        "filter": wanted,
        "groups": grouped(norms),
        "found": len(norms),
        "total": len(everything),
        "gone": gone(chosen),
        "downloads": downloads(request, edition),
    }
    return render(request, "public/norm_list.html", context)


@require_safe
def listing_json(request: HttpRequest, edition: str) -> HttpResponse:
    chosen = find_edition(edition)
    return open_data(catalogue_json(chosen, filter_of(request.GET).apply(catalogue(edition))))


@require_safe
def listing_csv(request: HttpRequest, edition: str) -> HttpResponse:
    find_edition(edition)
    return csv_response(f"normen-{edition}", COLUMNS, filter_of(request.GET).apply(catalogue(edition)))


@require_safe
def listing_xlsx(request: HttpRequest, edition: str) -> HttpResponse:
    find_edition(edition)
    found = filter_of(request.GET).apply(catalogue(edition))
    return xlsx_response(f"normen-{edition}", COLUMNS, found, sheet="normen")


@require_safe
def detail(request: HttpRequest, edition: str, number: str) -> HttpResponse:
    chosen = find_edition(edition)
    norm = find_norm(edition, number)
    if norm is None:
        return elsewhere(request, chosen, number)
    norms = catalogue(edition)
    place = norms.index(norm)
    context = {
        "edition": chosen,
        "norm": norm,
        "main_norm": MAIN_NORMS[norm.main_norm],
        "kind": KINDS[norm.kind],
        "material_for": CERTIFICATES.get(norm.material_for or ""),
        "audience": audience_groups(norm.audience),
        "self_employed": SELF_EMPLOYED[norm.audience.self_employed],
        "audits": [AUDITS[audit] for audit in norm.audits],
        "rule_rows": rule_rows(norm),
        "parameters": parameter_texts(norm),
        "readings": [reading(name) for name in norm.readings],
        "parts": [other for other in norms if other.judged_by == number and other.number != number],
        "other_editions": [(other, find_norm(other.id, number)) for other in editions()],
        "changes": changes(chosen, norm),
        "previous": norms[place - 1] if place else None,
        "following": norms[place + 1] if place + 1 < len(norms) else None,
    }
    return render(request, "public/norm.html", context)


@require_safe
def detail_json(request: HttpRequest, edition: str, number: str) -> HttpResponse:  # noqa: ARG001
    norm = find_norm(edition, number)
    if norm is None:
        raise Http404
    return open_data(norm_json(find_edition(edition), norm))


def elsewhere(request: HttpRequest, edition: Edition, number: str) -> HttpResponse:
    """A norm that this edition lacks: not found, but with the editions that do have it."""
    holding = [other for other in editions() if find_norm(other.id, number)]
    if not holding:
        raise Http404
    context = {"edition": edition, "number": number, "holding": holding}
    return render(request, "public/norm_elsewhere.html", context, status=404)


def find_edition(name: str) -> Edition:
    for edition in editions():
        if edition.id == name:
            return edition
    raise Http404


def find_norm(edition: str, number: str) -> CatalogueNorm | None:
    find_edition(edition)
    return next((norm for norm in catalogue(edition) if norm.number == number), None)


def before(edition: Edition) -> Edition | None:
    """The edition that this one replaced, as far as we know it."""
    older = [other for other in editions() if other.in_force < edition.in_force]
    return older[-1] if older else None


def changes(edition: Edition, norm: CatalogueNorm) -> tuple[Change, ...]:
    older = before(edition)
    earlier = find_norm(older.id, norm.number) if older else None
    return differences(earlier, norm) if earlier else ()


def gone(edition: Edition) -> list[CatalogueNorm]:
    """What the edition before still had."""
    older = before(edition)
    kept = {norm.number for norm in catalogue(edition.id)}
    return [norm for norm in catalogue(older.id) if norm.number not in kept] if older else []


def rule_rows(norm: CatalogueNorm) -> list[dict[str, Any]]:
    if norm.rule is None:
        return []
    return [
        {"place": place, "when": row.when, "counts": COUNTS[row.counts], "reason": row.reason}
        for place, row in enumerate(norm.rule.rows, start=1)
    ]


def grouped(norms: list[CatalogueNorm]) -> list[tuple[str, int, list[tuple[str, list[CatalogueNorm]]]]]:
    """Hoofdnorm with its number of norms, and its topics with their norms, in the handbook's order."""
    parts = ((main, list(found)) for main, found in groupby(norms, lambda norm: norm.main_norm))
    return [
        (
            MAIN_NORMS[main],
            len(part),
            [(topic, list(rows)) for topic, rows in groupby(part, lambda norm: norm.topic)],
        )
        for main, part in parts
    ]


def downloads(request: HttpRequest, edition: str) -> list[tuple[str, str]]:
    kinds = (("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json"))
    return [
        (label, with_query(reverse(f"public:norm-list-{kind}", args=[edition]), request.GET))
        for label, kind in kinds
    ]


def open_data(content: dict[str, Any]) -> JsonResponse:
    """Anybody's program may read it, also from another website."""
    response = JsonResponse(content, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response
