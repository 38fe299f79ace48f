"""A living page of every component in every state, with made-up values: to look at, and for axe to go through."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from keurmerk.web.components.meter import Meter, norm_meter
from keurmerk.web.components.stars import stars_of
from keurmerk.web.components.tables import Column, build_table
from keurmerk.web.components.verdicts import ADVICE, VERDICTS


@dataclass(frozen=True, slots=True)
class Sample:
    """A made-up row of explanation."""

    ident: str
    on: date
    counts: str
    hours: int | None


COLUMNS = (
    Column[Sample]("id", "Poging", lambda row: row.ident, names_row=True),
    Column[Sample]("datum", "Datum", lambda row: row.on),
    Column[Sample]("telt", "Telt", lambda row: row.counts),
    Column[Sample]("uren", "Uren", lambda row: row.hours, numeric=True),
)
SAMPLES = tuple(
    Sample(f"P{place:03}", date(2025, 1 + place % 12, 1 + place % 28), ("teller", "noemer", "nee")[place % 3],
           None if place % 5 == 0 else place * 37)
    for place in range(1, 24)
)  # fmt: skip


class ExampleForm(forms.Form):
    name = forms.CharField(label="Naam van de school", help_text="Zoals in het handelsregister.")
    number = forms.RegexField(
        r"^\d{8}$", label="KvK-nummer", error_messages={"invalid": "Vul acht cijfers in, zonder spaties."}
    )
    kind = forms.ChoiceField(
        label="Keurmerk", widget=forms.RadioSelect,
        choices=(("bepaalde_tijd", "voor bepaalde tijd"), ("onbepaalde_tijd", "voor onbepaalde tijd")),
    )  # fmt: skip
    remark = forms.CharField(label="Opmerking", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label="Wij hebben de waarschuwingen bekeken", required=False)
    upload = forms.FileField(label="Bestand", help_text="De werkmap met uw gegevens.", required=False)


def meters() -> tuple[Meter, ...]:
    """A meter of every kind: share, exceptions, count, grade, on the limit, rounded towards it, and missing."""
    why = (("Waarom?", "#meters"), ("Wat als?", "#meters"))
    return (
        norm_meter(norm="2.15", group="hoog", title="Slagingspercentage", verdict="voldoet", numerator=18,
                   denominator=22, value=81.818181818, limit=75, unit="procent", links=why),
        norm_meter(norm="1.7.1.a", title="Lessen door bevoegde docenten", verdict="voldoet_niet", numerator=1999,
                   denominator=2500, value=79.96, limit=80, unit="procent", links=why),
        norm_meter(norm="1.5.8", title="Klachten op tijd", verdict="voldoet", numerator=8, denominator=10,
                   value=80, limit=80, unit="procent"),
        norm_meter(norm="2.4.1", title="Facturen vooraf geaccordeerd", verdict="voldoet_niet", numerator=1,
                   denominator=3000, value=0.033333333, limit=0, unit="procent", material=True, links=why),
        norm_meter(norm="2.2", title="Groepsgrootte", verdict="voldoet", numerator=0, denominator=63, value=0,
                   limit=0, unit="procent"),
        norm_meter(norm="7.2.1", title="Genoeg afgeronde Trajecten", verdict="voldoet_niet", numerator=3,
                   denominator=5, value=3, limit=5, unit="aantal"),
        norm_meter(norm="3.1.1", title="Tevredenheid", verdict="voldoet", value=7.25, limit=6.5, unit="cijfer",
                   material=True),
        norm_meter(norm="2.0", title="Transparantie", verdict="voldoet", numerator=5, denominator=9,
                   value=55.555555556, unit="procent", note="Zonder grens: telt voor de sterren."),
        norm_meter(norm="2.16", group="B1", title="Slagingspercentage B1-route", verdict="onvoldoende_gegevens",
                   numerator=1, denominator=4, value=25, limit=25, unit="procent", material=True),
        norm_meter(norm="2.14", title="Doorlooptijd", verdict="niet_van_toepassing", limit=80, unit="procent"),
        norm_meter(norm="2.5", title="Urenverklaringen", verdict="geen_gegevens", material=True),
        norm_meter(norm="2.10.1", title="Cursusplanning", verdict="handmatig", material=True),
    )  # fmt: skip


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    scores = {"tevredenheid": 7.9, "slagingspercentage": 8, "toezicht_in_de_klas": 8, "transparantie": 7.5}
    complete = {"onderdelen": scores, "eindscore": 7.92, "sterren": 3, "opmerkingen": []}
    lacking = {
        "onderdelen": {**scores, "tevredenheid": None},
        "eindscore": None,
        "sterren": None,
        "opmerkingen": [],
    }
    context = {
        "verdicts": VERDICTS,
        "advice": ADVICE,
        "meters": meters(),
        "stars": stars_of(complete),
        "no_stars": stars_of(lacking),
        "table": build_table(COLUMNS, SAMPLES, request.GET, caption="Verzonnen pogingen", page_size=8),
        "form": ExampleForm({"number": "123", "kind": ""}),
        "facts": (("Meetperiode", "1 januari 2025 tot en met 31 december 2025"), ("Cursisten", "1.204")),
        "ends": date(2026, 12, 1),
        "today": date(2026, 11, 20),
        "late": date(2026, 11, 1),
        "audience": [("Wi2013", True), ("Wi2021", False), ("Zzp'ers", None)],
    }
    return render(request, "public/components.html", context)
