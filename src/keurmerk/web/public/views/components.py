"""A living page of every component in every state, with made-up values: to look at and to test."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from keurmerk.web.components.meter import meter_of
from keurmerk.web.components.stars import stars_of
from keurmerk.web.components.tables import Column, build_table
from keurmerk.web.components.terms import ShownTerm
from keurmerk.web.components.timeline import Moment, timeline_of
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
    quiet = True  # its errors are there to be seen: they must not take the focus of the whole page

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


class ExampleUpload(forms.Form):
    upload = forms.FileField(label="Bestand", help_text="De werkmap met uw gegevens.")


def row(
    norm: str, verdict: str, value: object = None, limit: object = None, **other: object
) -> dict[str, object]:
    """A row of `normen` as the outcome has it."""
    unit = {"7.2.1": "aantal", "3.1.1": "cijfer"}.get(norm, "procent")
    missing = {"groep": None, "teller": None, "noemer": None, "materieel": norm in MATERIAL}
    told = {"norm": norm, "oordeel": verdict, "waarde": value, "grens": limit}
    return missing | told | {"eenheid": None if value is limit is None else unit} | other


MATERIAL = {"2.4.1", "3.1.1", "2.16", "2.5", "2.10.1"}
# A share, near its limit, on it; exceptions, none; a count, a grade; no limit; and what is not there.
ROWS: tuple[tuple[str, dict[str, object]], ...] = (
    ("Slagingspercentage", row("2.15", "voldoet", 81.818181818, 75, teller=18, noemer=22, groep="hoog")),
    ("Lessen door bevoegde docenten", row("1.7.1.a", "voldoet_niet", 79.96, 80, teller=1999, noemer=2500)),
    ("Klachten op tijd", row("1.5.8", "voldoet", 80, 80, teller=8, noemer=10)),
    ("Facturen vooraf geaccordeerd", row("2.4.1", "voldoet_niet", 0.033333333, 0, teller=1, noemer=3000)),
    ("Groepsgrootte", row("2.2", "voldoet", 0, 0, teller=0, noemer=63)),
    ("Genoeg afgeronde Trajecten", row("7.2.1", "voldoet_niet", 3, 5, teller=3, noemer=5)),
    ("Tevredenheid", row("3.1.1", "voldoet", 7.25, 6.5)),
    ("Transparantie", row("2.0", "voldoet", 55.555555556, teller=5, noemer=9)),
    ("B1-route", row("2.16", "onvoldoende_gegevens", 25, 25, teller=1, noemer=4, groep="B1")),
    ("Doorlooptijd", row("2.14", "niet_van_toepassing", None, 80)),
    ("Urenverklaringen", row("2.5", "geen_gegevens")),
    ("Cursusplanning", row("2.10.1", "handmatig")),
)
LINKS = (("Waarom?", "#meters"), ("Wat als?", "#meters"))
SCORES = {"tevredenheid": 7.9, "slagingspercentage": 8, "toezicht_in_de_klas": 8, "transparantie": 7.5}


def rating(final: float | None, stars: int | None, **scores: float | None) -> dict[str, object]:
    return {"onderdelen": SCORES | scores, "eindscore": final, "sterren": stars, "opmerkingen": []}


STORED = ShownTerm(
    ends=date(2027, 1, 4),
    words="nog 45 dagen",
    tone="quiet",
    starts="Keurmerk geschorst voor onderzoek, op 21 november 2026",
    what="Bezwaar maken tegen het besluit",
    ground="§7.10.1; Awb 6:7, 6:8",
    moved="Verschoven: de laatste dag zou 2 januari 2027 zijn, maar dat is geen gewone werkdag.",
    stands_still="Deze termijn staat stil tot de aanvulling er is.",
    steps=(
        ("zes weken vanaf de dag na verzending op zaterdag 21 november 2026", "Awb 6:7, 6:8"),
        ("verlengd tot en met maandag 4 januari 2027", "Algemene termijnenwet 1 lid 1"),
    ),
    ics_url="#termijnen",
)
HISTORY = (
    Moment(
        on=date(2026, 11, 21),
        at=datetime(2026, 11, 21, 12, tzinfo=UTC),
        what="Keurmerk geschorst voor onderzoek",
        who="Mohamed Fictief",
        ground="Er zijn Onregelmatigheden, of die worden vermoed. (§7.4.1)",
        text="Status: Keurmerk voor onbepaalde tijd → geschorst voor onderzoek.",
        tone="accent",
        links=(("Brief Z000001-1", "#tijdlijn"),),
    ),
    Moment(
        on=date(2026, 11, 20),
        at=datetime(2026, 11, 20, 9, tzinfo=UTC),
        what="E-mail teruggekomen: Voornemen",
        tone="bad",
    ),
    Moment(on=date(2026, 11, 1), at=datetime(2026, 11, 1, 9, tzinfo=UTC), what="Zaak geopend"),
)


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    context = {
        "verdicts": VERDICTS,
        "advice": ADVICE,
        "meters": [meter_of(fields, title=title, links=LINKS) for title, fields in ROWS],
        "stars": stars_of(rating(7.92, 3)),
        "no_stars": stars_of(rating(None, None, tevredenheid=None)),
        "table": build_table(COLUMNS, SAMPLES, request.GET, caption="Verzonnen pogingen", page_size=8),
        "form": ExampleForm({"number": "123", "kind": ""}),
        "upload_form": ExampleUpload(),
        "facts": (("Meetperiode", "1 januari 2025 tot en met 31 december 2025"), ("Cursisten", "1.204")),
        "ends": date(2026, 12, 1),
        "today": date(2026, 11, 20),
        "late": date(2026, 11, 1),
        "stored_term": STORED,
        "timeline": timeline_of(HISTORY, in_sight=2),
        "audience": [("Wet", [("Wi2013", True), ("Wi2021", False)]), ("Zzp'er", [("zonder krachten", None)])],
    }
    return render(request, "public/components.html", context)
