"""How the stars come about: parts, weights, bands and an example, all from the rulebook's own numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from keurmerk.web.components import dutch
from keurmerk.web.components.stars import PARTS, stars_of
from keurmerk.web.public.norm_texts import bands
from rulebook.norms.editions import LATEST, edition_named
from rulebook.norms.parameters import parameter, scale
from rulebook.norms.readings import reading

EXAMPLE = {
    "onderdelen": {
        "tevredenheid": 7.9, "slagingspercentage": 8, "toezicht_in_de_klas": 8, "transparantie": 7.5,
    },
    "eindscore": 7.92,
    "sterren": 3,
    "opmerkingen": [],
}  # fmt: skip


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    context = {
        "edition": edition_named(LATEST),
        "weights": [(name, dutch.percent(parameter(weight))) for name, weight in PARTS.values()],
        "pass_rate": scored("star_pass_rate"),
        "transparency": scored("star_transparency"),
        "inspection": [
            (words, dutch.number(parameter(f"star_inspection_{name}")))
            for words, name in (
                ("goed", "good"),
                ("voldoende", "sufficient"),
                ("onvoldoende", "insufficient"),
            )
        ],
        "totals": [
            (span, dutch.plural(int(count), "ster", "sterren")) for span, count in bands(scale("star_total"))
        ],
        "least": dutch.number(parameter("star_min_attempts")),
        "example": stars_of(EXAMPLE),
        "readings": [reading(name) for name in ("I-09", "I-10", "I-11")],
    }
    return render(request, "public/stars.html", context)


def scored(name: str) -> list[tuple[str, str]]:
    return [(span, dutch.number(score)) for span, score in bands(scale(name))]
