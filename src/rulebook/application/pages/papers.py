"""The documents of the organisation: process, privacy, complaints, staff (Bijlage 4, parts A to D)."""

from collections.abc import Iterable
from typing import Final

from rulebook.application.pieces import Evidence, Page


def listed(part: str, texts: Iterable[str], source: str, *, first: int = 1) -> tuple[Evidence, ...]:
    """A numbered demand for each text, such as B1 and B2."""
    return tuple(
        Evidence(code=f"{part}{number}", text=text, source=source)
        for number, text in enumerate(texts, start=first)
    )


PROCESS: Final = Page(
    code="proces",
    title="Procesbeschrijving",
    intro="Hoe een Cursist bij u van aanmelding tot laatste activiteit komt, en hoe u zich voorstelt.",
    source="Bijlage 4 A; §2.2",
    part="A",
    content=True,
    evidence=(
        Evidence(
            code="A1",
            text="De procesbeschrijving van uw diensten, van aanmelding tot laatste activiteit",
            source="Bijlage 4 A; Norm 1.1",
        ),
        Evidence(
            code="A7",
            text="Een opzet van de bedrijfspresentatie",
            source="Bijlage 4, lijst onder 1c; Norm 1.3.1",
        ),
    ),
)

PRIVACY: Final = Page(
    code="privacy",
    title="Privacyreglement",
    intro="Waar in uw reglement staat wat het moet regelen.",
    source="Bijlage 4 B; Norm 1.4",
    part="B",
    evidence=listed(
        "B",
        (
            "Voor welke gegevens het reglement geldt",
            "Waarvoor de gegevens dienen",
            "Hoe lang zij bewaard blijven",
            "Wanneer derden gegevens krijgen",
            "Wie bij de gegevens kan",
            "Hoe zij beschermd zijn",
            "Hoe Cursisten hun gegevens kunnen inzien",
            "Hoe Cursisten van het reglement horen",
            "Hoe werknemers van het reglement horen",
        ),
        "Bijlage 4 B; Norm 1.4",
    ),
)

COMPLAINTS: Final = Page(
    code="klachten",
    title="Klachtenreglement",
    intro="Waar in uw regeling staat wat zij moet regelen.",
    source="Bijlage 4 C; Norm 1.5",
    part="C",
    evidence=listed(
        "C",
        (
            "Wat een klacht is",
            "Hoe u klachten behandelt",
            "Waar iemand terechtkan als u er samen niet uitkomt",
            "Hoe een Cursist de klacht tegen vergoeding aan het College van Arbitrage kan voorleggen",
            "Dat u binnen twee weken bevestigt dat de klacht er is",
            "Dat u binnen vier weken zegt als u een klacht niet behandelt",
            "Dat een klacht binnen zes weken is afgehandeld",
            "Dat iemand die onafhankelijk is de klacht afhandelt",
            "Hoe Cursisten van de regeling horen",
            "Hoe werknemers van de regeling horen",
            "Hoe het publiek de regeling kan opvragen",
        ),
        "Bijlage 4 C; Norm 1.5",
    ),
)

STAFF: Final = Page(
    code="personeel",
    title="Kwaliteit van het personeel",
    intro="Wat u vraagt van wie met Cursisten werkt.",
    source="Bijlage 4 D; Norm 1.6",
    part="D",
    evidence=listed(
        "D",
        (
            "Eigen personeel: de functie-eisen voor wie direct met Cursisten werkt",
            "Ingehuurd personeel en derden: de eisen bij het inkopen",
        ),
        "Bijlage 4 D; Norm 1.6",
    ),
)
