"""What each computed norm counts, in words that fit into a sentence: one thing, more, and when they count."""

from dataclasses import dataclass

from keurmerk.web.components import dutch


@dataclass(frozen=True, slots=True)
class Thing:
    """`counted` says of a thing that it is in the numerator: 'op tijd gestart', 'met een te grote groep'."""

    one: str
    many: str
    counted: str

    def number(self, count: int) -> str:
        return dutch.plural(count, self.one, self.many)


NORMS: dict[str, Thing] = {
    "1.5.8": Thing("klacht", "klachten", "op tijd afgehandeld"),
    "1.7.1.a": Thing("les", "lessen", "door een bevoegde docent"),
    "1.7.1.b": Thing("uitzondering", "uitzonderingen", "(groep, Cursist of dag zonder bevoegde docent)"),
    "1.7.1.c": Thing("aanstelling", "aanstellingen", "met een goede VOG"),
    "1.7.2.a": Thing("les", "lessen", "door een bevoegde ONA-docent"),
    "1.7.2.b": Thing("uitzondering", "uitzonderingen", "(groep, Cursist of dag zonder bevoegde ONA-docent)"),
    "2.0": Thing("Traject", "Trajecten", "met doel en inspanning vastgelegd"),
    "2.2": Thing("les", "lessen", "met een te grote groep"),
    "2.3.4": Thing("les", "lessen", "alfabetisering op afstand"),
    "2.3.5": Thing("Cursist", "Cursisten", "met minder dan de helft klassikaal"),
    "2.4.1": Thing("factuur", "facturen", "zonder goed akkoord van de Cursist"),
    "2.4.2": Thing("factuur", "facturen", "zonder lesdagen of uren"),
    "2.4.3": Thing("factuur", "facturen", "zonder goed akkoord van de Cursist"),
    "2.5": Thing("urenverklaring", "urenverklaringen", "met te veel uren"),
    "2.7.3": Thing("Cursist", "Cursisten", "met een vastgelegde keuze"),
    "2.9.2": Thing("les", "lessen", "die niet volledig getekend is"),
    "2.13": Thing("Traject", "Trajecten", "op tijd gestart"),
    "2.14": Thing("Traject", "Trajecten", "op tijd afgerond"),
    "2.15": Thing("examenonderdeel", "examenonderdelen", "geslaagd"),
    "2.16": Thing("examenonderdeel", "examenonderdelen", "geslaagd"),
    "3.1.2": Thing("Cursist", "Cursisten", "met een ingevulde vragenlijst"),
    "7.2.1": Thing("Cursist", "Cursisten", "met een afgerond Traject"),
}
PLURAL_COUNTED = {"2.9.2": "die niet volledig getekend zijn"}


def counted(norm: str, count: int) -> str:
    """'3 Trajecten op tijd gestart', in the number that fits."""
    thing = NORMS[norm]
    words = thing.counted if count == 1 else PLURAL_COUNTED.get(norm, thing.counted)
    return f"{thing.number(count)} {words}"
