"""Deliveries with one wrong cell or row, as CSV files."""

from collections.abc import Callable
from typing import Any

from tests.keurmerk.intake.case import Case
from tests.keurmerk.intake.small_dossier import (
    Files,
    small_dossier,
    with_cells,
    with_row,
    write_folder,
)


def folder_case(
    name: str,
    make: Callable[[], Files],
    place: tuple[str | None, int | None, str | None],
    says: str,
    **options: Any,
) -> Case:
    table, row, column = place
    return Case(
        name=name,
        write=lambda folder: write_folder(make(), folder / "dossier"),
        table=table,
        row=row,
        column=column,
        says=says,
        **options,
    )


def cell(name: str, table: str, column: str, value: str, says: str) -> Case:
    return folder_case(name, lambda: with_cells(table, {column: value}), (table, 2, column), says)


def cells(name: str, table: str, values: dict[str, str], at: str, says: str) -> Case:
    return folder_case(name, lambda: with_cells(table, values), (table, 2, at), says)


def again(name: str, table: str, other: dict[str, str], at: str | None, says: str) -> Case:
    """The example row a second time, with some other cells."""
    return folder_case(name, lambda: with_row(small_dossier(), table, other), (table, 3, at), says)


def survey(name: str, values: dict[str, str], at: str, says: str) -> Case:
    return folder_case(
        name,
        lambda: with_cells("tevredenheid", values, survey=True),
        ("tevredenheid", 2, at),
        says,
        upload=False,
    )


CELL_CASES: tuple[Case, ...] = (
    cell("an empty required cell", "lessen", "groep", "", "leeg, maar verplicht"),
    cell("a cell of spaces in a required column", "lessen", "groep", "   ", "leeg, maar verplicht"),
    cell("a code in capitals", "cursisten", "stelsel", "WI2013", "Bedoelt u Wi2013?"),
    cell("an unknown code", "trajecten", "soort", "taal", "nt2, alfabetisering, knm of ona"),
    cell("yes for ja", "aanwezigheid", "aanwezig", "yes", "Verwacht: ja of nee"),
    cell("an ambiguous date", "examenpogingen", "datum", "3/4/25", "niet eenduidig"),
    cell("a date with slashes", "examenpogingen", "datum", "31/03/2025", "Gebruik streepjes"),
    cell("a date without leading zeros", "lessen", "datum", "2025-3-1", "voorloopnullen"),
    cell("a day that does not exist", "examenpogingen", "datum", "2025-02-30", "Deze dag bestaat niet"),
    cell("a date with a time", "lessen", "datum", "2025-03-31 09:30", "Laat de tijd weg"),
    cell("a date as a serial number", "vogs", "datum", "45747", "Dit is een getal, geen datum"),
    cell("a word for a date", "klachten", "ontvangen_op", "gisteren", "Geen datum"),
    cell("the time 24:00", "lessen", "einde", "24:00", "00:00 tot en met 23:59"),
    cell("a time with a point", "lessen", "begin", "9.30", "Geen tijd"),
    cell("a word for a number", "facturen", "uren", "veel", "Geen getal"),
    cell("a point between thousands", "facturen", "bedrag", "1.234,50", "zonder punten tussen duizendtallen"),
    cell("a negative number of hours", "praktijkuren", "uren", "-1", "buiten de grenzen"),
    cell("ten decimals", "facturen", "uren", "0,1234567891", "Rond het getal af"),
    cell("an enormous number", "facturen", "bedrag", "100000001", "te groot"),
    cell("half a lesson day", "facturen", "lesdagen", "1,5", "Geen geheel getal"),
    cell(
        "a KvK number without its leading zero", "organisatie", "kvk_nummer", "1234567", "voorloopnullen weg"
    ),
    cell("a fifth year of the cycle", "organisatie", "cyclusjaar", "5", "van 1 tot en met 4"),
    cell("an invisible character in an id", "klachten", "klacht_id", "K\x0101", "onzichtbaar teken"),
    cell("an unknown learner", "examenpogingen", "cursist_id", "C999", "staat niet in cursisten"),
    cell("an unknown teacher", "lessen", "docent_id", "D999", "staat niet in docenten"),
    cell("an unknown lesson", "aanwezigheid", "les_id", "L999", "staat niet in lessen"),
    cell("an unknown parameter", "parameters", "naam", "slaagnorm", "Onbekende naam"),
    cell("an unknown key of a parameter", "parameters", "sleutel", "gemiddeld", "Onbekende sleutel"),
    cell("a slagingsnorm of zero", "parameters", "waarde", "0", "groter dan 0"),
    cell("a slagingsnorm above a hundred", "parameters", "waarde", "100,1", "ten hoogste 100"),
    cell("no leerprofiel under the Wi2013", "cursisten", "leerprofiel", "", "als stelsel Wi2013 is"),
    cells(
        "no leerroute under the Wi2021",
        "cursisten",
        {"stelsel": "Wi2021", "leerroute": ""},
        "leerroute",
        "als stelsel Wi2021 is",
    ),
    cell("no niveau at a language exam", "examenpogingen", "niveau", "", "als examen lezen"),
    cells("an end without its date", "trajecten", {"beeindigd_op": ""}, "einde", "een lege beeindigd_op"),
    cells(
        "a date without its end", "trajecten", {"einde": ""}, "einde", "past niet bij beeindigd_op 2025-11-28"
    ),
    cells(
        "an end before the start",
        "trajecten",
        {"beeindigd_op": "2025-01-19"},
        "beeindigd_op",
        "gestart_op ligt niet na beeindigd_op",
    ),
    cells(
        "a start before the registration",
        "trajecten",
        {"gestart_op": "2025-01-05"},
        "gestart_op",
        "aangemeld_op ligt niet na gestart_op",
    ),
    cells(
        "a last lesson before the start",
        "trajecten",
        {"laatste_les": "2025-01-19"},
        "laatste_les",
        "gestart_op ligt niet na laatste_les",
    ),
    cells("a lesson that ends as it begins", "lessen", {"einde": "09:30"}, "einde", "begin ligt vóór einde"),
    cells(
        "an engagement that ends first", "aanstellingen", {"tot": "2024-07-31"}, "tot", "van ligt niet na tot"
    ),
    cells(
        "a period that ends first",
        "facturen",
        {"periode_tot": "2025-02-28"},
        "periode_tot",
        "periode_van ligt niet na periode_tot",
    ),
    cells(
        "a complaint settled before it came",
        "klachten",
        {"afgehandeld_op": "2025-06-01"},
        "afgehandeld_op",
        "ontvangen_op ligt niet na afgehandeld_op",
    ),
    cells(
        "a complaint rejected before it came",
        "klachten",
        {"afgewezen_op": "2025-06-01"},
        "afgewezen_op",
        "ontvangen_op ligt niet na afgewezen_op",
    ),
    survey("more answers than invitations", {"ingevuld": "41"}, "ingevuld", "ingevuld is niet hoger dan"),
    survey("more grades than answers", {"cijfers": "25"}, "cijfers", "cijfers is niet hoger dan ingevuld"),
    survey("grades without a mean", {"gemiddelde": ""}, "gemiddelde", "als cijfers groter is dan 0"),
    survey("a mean without grades", {"cijfers": "0"}, "gemiddelde", "past niet bij cijfers 0"),
    survey(
        "a grade of eleven", {"clientenaudit_cijfer": "11"}, "clientenaudit_cijfer", "van 1 tot en met 10"
    ),
    again("an id twice", "cursisten", {}, "cursist_id", "staat al in rij 2"),
    again("a learner twice in a lesson", "aanwezigheid", {}, "cursist_id", "staan samen al in rij 2"),
    again("a parameter twice", "parameters", {"waarde": "80"}, "sleutel", "staan samen al in rij 2"),
    again("two schools", "organisatie", {"kvk_nummer": "87654321"}, None, "precies één rij"),
    folder_case(
        "no school",
        lambda: small_dossier() | {"organisatie": small_dossier()["organisatie"][:1]},
        ("organisatie", None, None),
        "Er is geen rij",
    ),
    folder_case(
        "satisfaction from the school itself",
        lambda: small_dossier(survey=True),
        ("tevredenheid", 2, None),
        "komt van het tevredenheidsonderzoek",
        from_school=True,
    ),
)
