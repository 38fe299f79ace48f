"""The pages that tell: what this is, how accessible it is, who made it."""

from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from keurmerk.web.components.meter import norm_meter
from rulebook.norms.catalogue import catalogue
from rulebook.norms.editions import LATEST, edition_named
from rulebook.norms.readings import readings


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    norms = catalogue()
    example = norm_meter(
        norm="2.15", group="hoog", title="Slagingspercentage", verdict="voldoet",
        numerator=18, denominator=22, value=Fraction(18, 22) * 100, limit=75, unit="procent",
        note="Een verzonnen voorbeeld: 22 examenonderdelen tellen mee, daarvan zijn er 18 gehaald.",
    )  # fmt: skip
    context = {
        "edition": edition_named(LATEST),
        "norm_count": len(norms),
        "computed_count": sum(norm.computed for norm in norms),
        "material_count": sum(norm.material for norm in norms),
        "reading_count": len(readings()),
        "example": example,
    }
    return render(request, "public/home.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")


@require_safe
def colophon(request: HttpRequest) -> HttpResponse:
    return render(request, "public/colophon.html")
