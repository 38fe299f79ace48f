"""What the two agreements come to, in our own words, each point with where it stands (Bijlage 2, 3 and 5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from keurmerk.applications.enums import AgreementKind


@dataclass(frozen=True, slots=True)
class Point:
    subject: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class AgreementText:
    intro: str
    points: tuple[Point, ...]


AGREEMENT: Final = AgreementText(
    "Hiermee spreekt u met Blik op Werk af dat u meedoet aan het Keurmerk Inburgeren. Tekenen is nog geen "
    "aanvraag: die doet u daarna, met het aanvraagformulier.",
    (
        Point(
            "Meedoen",
            "De school doet mee aan het Keurmerk Inburgeren, te beginnen met het Keurmerk voor bepaalde "
            "tijd.",
            "Bijlage 2, artikel 1",
        ),
        Point(
            "Wat erbij hoort",
            "De Handleiding met al haar bijlagen en de Algemene Voorwaarden gelden ook. U kreeg ze voordat"
            " u tekent en bent het ermee eens. Voorwaarden van de school zelf gelden niet.",
            "Bijlage 2, artikel 2",
        ),
        Point(
            "Jaarlijkse bijdrage",
            "Per Meetperiode van hoogstens twaalf maanden betaalt de school een bijdrage. Eerst telt de "
            "omzet die u verwacht, daarna die van het laatste afgesloten boekjaar. Zonder opgave geldt het"
            " hoogste tarief. De tarieven staan op de website van Blik op Werk, zonder btw en zonder de "
            "resultatenaudit.",
            "Bijlage 2, artikel 3, lid 1 en 2",
        ),
        Point(
            "Andere kosten",
            "Voor bijvoorbeeld BOWkit, extra onderzoek of het heropenen van een portaal kan Blik op Werk "
            "kosten rekenen, zoals de Handleiding zegt.",
            "Bijlage 2, artikel 3, lid 3",
        ),
        Point("Betalen", "Een factuur betaalt u binnen dertig dagen.", "Bijlage 2, artikel 3, lid 5"),
        Point(
            "Niet overdragen",
            "De school draagt haar rechten niet over aan een ander, tenzij Blik op Werk dat vooraf "
            "schriftelijk goed vindt.",
            "Bijlage 2, artikel 4, lid 1",
        ),
        Point(
            "Wijzigen",
            "Een wijziging geldt als zij op schrift staat en beide partijen haar tekenen. Geldt één "
            "afspraak niet, dan blijven de andere staan.",
            "Bijlage 2, artikel 4, lid 2 en 3",
        ),
    ),
)
PROCESSING: Final = AgreementText(
    "Blik op Werk verwerkt voor u gegevens van personen, zoals Cursisten en docenten. Hierin staat wat "
    "daarbij mag en moet. De school blijft verantwoordelijk voor die gegevens; Blik op Werk verwerkt ze.",
    (
        Point(
            "Hoe lang",
            "De afspraken gelden zolang Blik op Werk gegevens van uw school heeft. Tussentijds opzeggen "
            "kan niet; geheimhouding en aansprakelijkheid gelden ook daarna.",
            "Bijlage 5, artikel 2",
        ),
        Point(
            "In opdracht",
            "Blik op Werk gebruikt de gegevens alleen voor het Keurmerk en volgens uw schriftelijke "
            "instructies, niet langer dan nodig, en buiten de Europese Economische Ruimte alleen met uw "
            "toestemming.",
            "Bijlage 5, artikel 3",
        ),
        Point(
            "Anderen",
            "Gegevens gaan niet naar anderen, tenzij u dat schriftelijk vraagt of een rechter of "
            "toezichthouder het beveelt. Wie voor Blik op Werk werkt, krijgt dezelfde plichten; van een "
            "nieuwe hoort u vooraf.",
            "Bijlage 5, artikel 4 en 6",
        ),
        Point(
            "Verzoeken van personen",
            "Vraagt iemand Blik op Werk om inzage of verwijdering, dan krijgt u dat te horen. U handelt "
            "het af en Blik op Werk helpt.",
            "Bijlage 5, artikel 5",
        ),
        Point(
            "Geheimhouding",
            "Alleen wie het voor het werk nodig heeft, ziet de gegevens, en zwijgt erover.",
            "Bijlage 5, artikel 7",
        ),
        Point(
            "Datalek",
            "Blik op Werk probeert u een datalek binnen 48 uur te melden aan de contactpersonen die u "
            "hieronder opgeeft. U meldt het zelf aan de Autoriteit Persoonsgegevens en houdt uw eigen "
            "register bij.",
            "Bijlage 5, artikel 8 en 17.2",
        ),
        Point(
            "Beveiliging",
            "Blik op Werk beveiligt de gegevens zoals de AVG dat vraagt. U mag dat op uw kosten laten "
            "nakijken.",
            "Bijlage 5, artikel 9",
        ),
        Point(
            "Uw kant",
            "U staat ervoor in dat u deze gegevens mag laten verwerken. De aansprakelijkheid van Blik op "
            "Werk is beperkt.",
            "Bijlage 5, artikel 10 en 11",
        ),
        Point(
            "Na afloop",
            "Eindigt de overeenkomst, dan krijgt u de gegevens terug of laat u ze vernietigen, behalve wat"
            " de wet laat bewaren. De redelijke kosten zijn voor uw school.",
            "Bijlage 5, artikel 12",
        ),
    ),
)
TEXTS: Final[Mapping[AgreementKind, AgreementText]] = {
    AgreementKind.AGREEMENT: AGREEMENT,
    AgreementKind.PROCESSING: PROCESSING,
}
