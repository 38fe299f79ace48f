"""How an oordeel and a state look: words, a shape and a tone. Colour never says it alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Words for people, the icon beside them and the tone (good, bad, warn, quiet, accent)."""

    words: str
    icon: str
    tone: str
    meaning: str = ""


VERDICTS: dict[str, Look] = {
    "voldoet": Look("voldoet", "check", "good", "De norm is gehaald."),
    "voldoet_niet": Look("voldoet niet", "cross", "bad", "De norm is niet gehaald."),
    "niet_van_toepassing": Look("niet van toepassing", "minus", "quiet", "Er is niets om te beoordelen."),
    "onvoldoende_gegevens": Look(
        "onvoldoende gegevens", "partial", "warn", "Er zijn minder gevallen dan de Handleiding vraagt."
    ),
    "geen_gegevens": Look(
        "geen gegevens", "question", "warn", "Een tabel of een getal dat nodig is, is niet aangeleverd."
    ),
    "handmatig": Look("handmatig", "eye", "accent", "Een auditor beoordeelt deze norm."),
}

ADVICE: dict[str, Look] = {
    "positief": Look("positief", "check", "good", "Aan alle berekende normen is voldaan."),
    "negatief": Look("negatief", "cross", "bad", "Aan minstens één berekende norm is niet voldaan."),
    "onvolledig": Look("onvolledig", "question", "warn", "Niet elke berekende norm kon worden beoordeeld."),
}


def verdict(code: str) -> Look:
    return VERDICTS[code]
