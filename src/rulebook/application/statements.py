"""The management statement, statement by statement (Bijlage 6, norm 1.2.3)."""

from dataclasses import dataclass
from typing import Final

SOURCE: Final = "Bijlage 6; Norm 1.2.3"
REPORT_WITHIN_WORKING_DAYS: Final = 5
"""Anything that conflicts with the statement while it is valid is reported within this many working days."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that the management declares; `subject` names it in a list."""

    code: str
    subject: str
    text: str
    source: str = SOURCE
    only_inburgeren: bool = False


STATEMENTS: Final = (
    Statement(
        "a",
        "Bestaan",
        "De school bestaat en werkt door: zij is niet opgeheven of failliet, heeft geen uitstel van betaling "
        "en is niet gestopt met de diensten waarvoor zij het Keurmerk vraagt of heeft.",
    ),
    Statement(
        "b",
        "Geen besluit om te stoppen",
        "Er is geen besluit genomen om de school op te heffen, haar faillissement aan te vragen of uitstel "
        "van betaling te vragen.",
    ),
    Statement(
        "c",
        "Geen strafzaken",
        "De school, haar Verbonden Personen en haar Management zijn geen verdachte van een misdrijf, worden "
        "er niet voor onderzocht of vervolgd en zijn er niet voor veroordeeld.",
    ),
    Statement(
        "d",
        "Geen criminele organisatie",
        "De school en haar Verbonden Personen horen niet bij een criminele organisatie.",
    ),
    Statement(
        "e",
        "Geen ernstige beroepsfouten",
        "Wie voor de school de diensten uitvoert, is in dat werk nooit aansprakelijk gesteld voor grove "
        "nalatigheid of een ernstige fout.",
    ),
    Statement(
        "f",
        "Belastingen en premies",
        "De school heeft belastingen, sociale premies en pensioenpremies steeds op tijd betaald en houdt "
        "zich aan de Algemene wet inzake rijksbelastingen.",
    ),
    Statement(
        "g",
        "Handleiding",
        "De school, haar Management en haar Verbonden Personen hielden en houden zich aan de Handleiding en "
        "de wetten die daarbij horen.",
    ),
    Statement(
        "h",
        "Wet",
        "De school, haar Management en haar Verbonden Personen houden zich aan de Nederlandse wetten "
        "en regels.",
    ),
    Statement(
        "i",
        "Facturen",
        "De school factureert zoals de opdrachtgever, de Cursist of DUO dat voorschrijft.",
    ),
    Statement(
        "j",
        "Voortgang",
        "De school laat Cursisten en opdrachtgevers weten hoe het Traject verloopt.",
    ),
    Statement(
        "k",
        "Verzekering",
        "De school heeft een passende verzekering voor bedrijfsaansprakelijkheid.",
    ),
    Statement(
        "l",
        "Sociaal beleid",
        "De school heeft een passend sociaal beleid: voor haar eigen mensen ten minste scholing, "
        "stageplaatsen, re-integratie, begeleiding bij ziekte en veiligheid; voor anderen ten minste "
        "stageplaatsen en werkervaring voor wie moeilijk aan werk komt.",
    ),
    Statement(
        "m",
        "Goed werkgever",
        "De school is een goed werkgever en houdt zich aan de arbeidswetten; niemand werkt er meer dan "
        "60 uur in een week, en het beleid voor gelijke behandeling is voor iedereen te lezen.",
    ),
    Statement(
        "n",
        "Naam van het Keurmerk",
        "De school gedraagt zich zo dat het vertrouwen in het Keurmerk en zijn goede naam niet lijden.",
    ),
    Statement(
        "o",
        "Geld van Cursisten",
        "De school en haar Verbonden Personen zijn niet gemachtigd voor geldzaken van Cursisten en helpen "
        "hen niet met betalen of goedkeuren van facturen van de school.",
    ),
    Statement(
        "p",
        "Geen giften",
        "De school en haar Verbonden Personen gaven Cursisten niets, in geld of anders, dan wat volgens hun "
        "overeenkomst geleverd moet worden.",
    ),
    Statement(
        "inburgeren_a",
        "Overgenomen Cursisten",
        "De school heeft sinds 1 september 2020 nooit meer dan vijftien Cursisten van een andere of vroegere "
        "Keurmerkhouder overgenomen, behalve met toestemming die Blik op Werk vooraf schriftelijk gaf.",
        only_inburgeren=True,
    ),
    Statement(
        "inburgeren_b",
        "Informatie aan gemeenten",
        "Blik op Werk mag informatie over de school delen met gemeenten.",
        only_inburgeren=True,
    ),
    Statement(
        "inburgeren_c",
        "Melden",
        "De school meldt wat niet klopt met de regels van het Keurmerk bij Blik op Werk en wat niet "
        "klopt met de wet bij de bevoegde instantie. Ook haar werknemers moeten dat, en zij weten "
        "dat schriftelijk.",
        only_inburgeren=True,
    ),
)
BY_CODE: Final = {each.code: each for each in STATEMENTS}
