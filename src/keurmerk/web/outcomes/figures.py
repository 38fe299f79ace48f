"""The indicators of the outcome (2.0.1 to 2.16.e), each with words for what it counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from keurmerk.web.components import dutch

WORDS = {
    "2.0.1": "Trajecten met doel en inspanning vooraf vastgelegd",
    "2.0.2": "Trajecten waarbij een van beide ontbreekt",
    "2.13.a": "Aangemelde Trajecten",
    "2.13.b": "Daarvan: de Cursist meldde zichzelf",
    "2.13.c": "Daarvan: gestart in de Meetperiode",
    "2.13.d": "Daarvan: met een afgesproken uiterste start",
    "2.13.e": "Daarvan: op tijd gestart",
    "2.14.a": "Afgeronde Trajecten",
    "2.14.b": "Daarvan: met een afgesproken einde",
    "2.14.c": "Daarvan: binnen de afspraak afgerond",
    "2.15.a": "Cursisten Wi2013 met een examen dat meetelt",
    "2.15.b": "Examenonderdelen die meetellen",
    "2.15.c": "Daarvan: geslaagd",
    "2.15.d": "Cursisten met een afgerond ONA-traject",
    "2.15.e": "Urenverklaringen ONA van 64 uur of meer",
    "2.16.a": "Cursisten B1-route met een taalexamen of KNM",
    "2.16.b": "Daarvan: alle vijf onderdelen op B1 gedaan",
    "2.16.c": "Daarvan: voor alle vijf geslaagd",
    "2.16.d": "Examenonderdelen B1 die meetellen",
    "2.16.e": "Daarvan: geslaagd",
}


@dataclass(frozen=True, slots=True)
class FigureLine:
    code: str
    words: str
    group: str
    value: str


def figure_lines(outcome: Mapping[str, Any]) -> tuple[FigureLine, ...]:
    """One line per indicator, or per group of one; what has no table says so."""
    return tuple(line for code, value in outcome["indicatoren"].items() for line in _lines(code, value))


def _lines(code: str, value: Any) -> Iterator[FigureLine]:
    words = WORDS[code]
    if value is None:
        yield FigureLine(code, words, "", "geen gegevens")
    elif not isinstance(value, Mapping):
        yield FigureLine(code, words, "", dutch.number(value))
    elif not value:
        yield FigureLine(code, words, "", "geen")
    else:
        for group, count in value.items():
            yield FigureLine(code, words, group, dutch.number(count))
