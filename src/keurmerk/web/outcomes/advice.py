"""The advice in plain words: what it is, on which norms it rests, and which ways out there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from keurmerk.web.components.verdicts import ADVICE, Look
from keurmerk.web.outcomes.norm_lines import title_of


@dataclass(frozen=True, slots=True)
class FailingNorm:
    label: str
    norm: str
    group: str
    title: str

    @property
    def anchor(self) -> str:
        return f"norm-{self.label.replace(':', '-')}"


@dataclass(frozen=True, slots=True)
class WayOut:
    """A rule that may soften the advice, and whether the figures leave room for it."""

    title: str
    paragraph: str
    possible: bool
    meaning: str
    condition: str


@dataclass(frozen=True, slots=True)
class AdviceText:
    look: Look
    material: bool
    failing: tuple[FailingNorm, ...]
    ways_out: tuple[WayOut, ...]


COMPENSATION = WayOut(
    "Compensatie",
    "7.3.2",
    False,
    "Eén leerprofiel mag onder de slagingsnorm blijven. Blik op Werk beoordeelt dat per geval.",
    "Kan bij een Keurmerk voor onbepaalde tijd, als minstens twee leerprofielen zijn beoordeeld, er precies "
    "één niet voldoet en niet alle lessen voor de Wi2013 op afstand zijn. De volgende Meetperiode moet wel "
    "weer aan de norm worden voldaan.",
)
LENIENCY = WayOut(
    "Coulance",
    "7.3.3",
    False,
    "Te weinig afgeronde Trajecten leidt dan niet tot een Waarschuwing, Schorsing of Intrekking.",
    "Kan eens in de vier jaar bij een Keurmerk voor onbepaalde tijd, als het aantal Trajecten te laag is en "
    "aan hoofdnorm 1 en de tevredenheid is voldaan.",
)
EXTENSION = WayOut(
    "Verlenging",
    "7.2.1",
    False,
    "De Meetperiode van het Keurmerk voor bepaalde tijd wordt met hoogstens zestien maanden verlengd.",
    "Kan één keer bij een Keurmerk voor bepaalde tijd, als het aantal Trajecten te laag is en aan "
    "hoofdnorm 1 en de tevredenheid is voldaan.",
)
WAYS_OUT = {
    "onbepaalde_tijd": (("compensatie_mogelijk", COMPENSATION), ("coulance_mogelijk", LENIENCY)),
    "bepaalde_tijd": (("verlenging_mogelijk", EXTENSION),),
}


def advice_text(outcome: Mapping[str, Any]) -> AdviceText:
    advice = outcome["advies"]
    known = WAYS_OUT[outcome["organisatie"]["keurmerk"]]
    failing = tuple(_failing(label, outcome["handleiding"]) for label in advice["norm_niet_voldaan"])
    return AdviceText(
        look=ADVICE[advice["advies"]],
        material=advice["materieel"],
        failing=failing,
        ways_out=tuple(_way_out(way, advice[key]) for key, way in known) if failing else (),
    )


def _failing(label: str, edition: str | None) -> FailingNorm:
    norm, _, group = label.partition(":")
    return FailingNorm(label, norm, group, title_of(norm, edition))


def _way_out(way: WayOut, possible: bool) -> WayOut:  # noqa: FBT001 - a fact of the outcome
    return WayOut(way.title, way.paragraph, possible, way.meaning, way.condition)
