"""The tables of a dossier as the contract prints them: what kind of value stands in each column.

Written from the contract, apart from the program's own schema, so that a test can hold one against the other.
"""

from collections.abc import Mapping

# a cell that a row does not have is empty
type Table = list[dict[str, str]]
type Tables = dict[str, Table]

# per table: "column:kind", a star for a column that must be filled
_LAYOUT = {
    "organisatie": "kvk_nummer*:text naam*:text keurmerk*:code cyclusjaar:whole zzp:yes oval_lid:yes",
    "cursisten": (
        "cursist_id*:text stelsel*:code verblijf*:code leerprofiel:code leerroute:code "
        "gealfabetiseerd_op:date overleden_op:date tvo_toestemming:yes naam:text email:text telefoon:text "
        "postcode:text geboortedatum:date"
    ),
    "trajecten": (
        "traject_id*:text cursist_id*:text soort*:code vestiging:text zelfmelder:yes aangemeld_op*:date "
        "start_uiterlijk:date gestart_op:date einde_afgesproken:date beeindigd_op:date einde:code "
        "laatste_les:date uittredebewijs_op:date niet_toe_aan_examen:yes elders_geschoold_vanaf:date "
        "doel_vastgelegd:yes inspanning_vastgelegd:yes alle_taalexamens_b1:yes duo_lening:yes"
    ),
    "examenpogingen": (
        "poging_id*:text cursist_id*:text examen*:code niveau:code datum*:date geslaagd*:yes "
        "tweede_poging_volgt:code"
    ),
    "docenten": "docent_id*:text naam*:text",
    "bevoegdheden": "docent_id*:text vak*:code register:text van*:date tot:date",
    "aanstellingen": "docent_id*:text soort*:code van*:date tot:date",
    "vogs": "docent_id*:text datum*:date profiel:whole bezwaren:yes",
    "lessen": (
        "les_id*:text groep*:text soort*:code datum*:date begin*:time einde*:time vestiging:text vorm*:code "
        "docent_id*:text getekend_door_docent:yes"
    ),
    "aanwezigheid": "les_id*:text cursist_id*:text aanwezig*:yes geparafeerd:yes",
    "praktijkuren": "praktijk_id*:text cursist_id*:text datum*:date uren*:decimal aantoonbaar:yes",
    "urenverklaringen": "verklaring_id*:text cursist_id*:text soort*:code uren*:decimal afgegeven_op*:date",
    "facturen": (
        "factuur_id*:text cursist_id*:text ontvanger*:code periode_van*:date periode_tot*:date "
        "lesdagen:whole uren*:decimal bedrag:decimal geaccordeerd_op:date geaccordeerd_door:code"
    ),
    "klachten": (
        "klacht_id*:text ontvangen_op*:date bevestigd_op:date afgewezen_op:date afgehandeld_op:date "
        "behandelaar:text uitkomst:text"
    ),
    "tevredenheid": (
        "uitgenodigd*:whole ingevuld*:whole cijfers*:whole gemiddelde:decimal clientenaudit_cijfer:decimal"
    ),
    "toezicht": "toezicht_id*:text datum*:date soort*:code oordeel:code plan_van_aanpak_akkoord:yes",
    "parameters": "naam*:code sleutel:code waarde*:decimal",
}


def _kinds(layout: str) -> Mapping[str, str]:
    pairs = (part.split(":") for part in layout.split())
    return {column.removesuffix("*"): kind for column, kind in pairs}


KINDS: Mapping[str, Mapping[str, str]] = {table: _kinds(layout) for table, layout in _LAYOUT.items()}
REQUIRED: Mapping[str, frozenset[str]] = {
    table: frozenset(part.split("*")[0] for part in layout.split() if "*" in part)
    for table, layout in _LAYOUT.items()
}
_LESSON_KINDS = "nt2 alfabetisering knm ona"
_PROFILES = "analfabeet laag midden hoog"
_CODES = {
    "organisatie.keurmerk": "bepaalde_tijd onbepaalde_tijd",
    "cursisten.stelsel": "Wi2013 Wi2021",
    "cursisten.verblijf": "asielstatushouder gezinsmigrant overige_migrant vrijwillig",
    "cursisten.leerprofiel": _PROFILES,
    "cursisten.leerroute": "B1 Z onderwijs",
    "trajecten.soort": _LESSON_KINDS,
    "trajecten.einde": "afgerond voortijdig wanprestatie",
    "examenpogingen.examen": "lezen luisteren schrijven spreken knm ona",
    "examenpogingen.niveau": "A2 B1 B2",
    "examenpogingen.tweede_poging_volgt": "ja nee onbekend",
    "bevoegdheden.vak": "nt2 ona",
    "aanstellingen.soort": "arbeidsovereenkomst opdracht",
    "lessen.soort": _LESSON_KINDS,
    "lessen.vorm": "klassikaal afstand",
    "urenverklaringen.soort": "nt2 ona",
    "facturen.ontvanger": "cursist duo gemeente",
    "facturen.geaccordeerd_door": "cursist anders",
    "toezicht.soort": "toezicht_in_de_klas herinspectie zelfbeoordeling",
    "toezicht.oordeel": "goed voldoende onvoldoende",
    "parameters.naam": "slagingsnorm",
    "parameters.sleutel": _PROFILES,
}
CODES: Mapping[tuple[str, str], tuple[str, ...]] = {
    (name.split(".")[0], name.split(".")[1]): tuple(codes.split()) for name, codes in _CODES.items()
}
ALWAYS_THERE = ("organisatie", "cursisten", "trajecten")
