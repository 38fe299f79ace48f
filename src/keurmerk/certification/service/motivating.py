"""Tells a reason from the norm over again: a court overturned a withdrawal for thin reasoning in 2017."""

import re
from difflib import SequenceMatcher

from keurmerk.certification.letter_kinds import BURDENING
from keurmerk.certification.models import Decision, Motivation
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import Ground
from rulebook.lifecycle.table import CERTIFICATE
from rulebook.norms.catalogue import norm
from rulebook.norms.handbook_data import HandbookDataError

SHORTEST = 40
"""Characters in which nobody tells which facts bear a norm."""
TOO_ALIKE = 0.9
ABOUT_NORMS = frozenset(
    {
        Fact.NORM_FAILED,
        Fact.NORMS_MET,
        Fact.FAILED_AGAIN,
        Fact.SATISFACTION_FAILED,
        Fact.B1_PASS_RATE_FAILED,
        Fact.CLASSROOM_FAILED,
        Fact.REINSPECTION_FAILED,
    }
)


def motivation_obstacles(decision: Decision) -> tuple[Obstacle, ...]:
    """What a burdening decision still lacks before it may be put before somebody to sign."""
    if decision.kind_ not in BURDENING:
        return ()
    found = []
    if len(decision.facts_text.strip()) < SHORTEST:
        found.append(Obstacle("feiten", "Beschrijf de feiten waarop het besluit rust.", "Awb 3:46"))
    if len(decision.weighing.strip()) < SHORTEST:
        found.append(Obstacle("afweging", "Beschrijf de afweging van de belangen.", "Awb 3:4"))
    motivations = list(decision.motivations.all())
    if rests_on_norms(decision) and not motivations:
        found.append(
            Obstacle("motivering", "Motiveer ten minste één Norm waarop het besluit rust.", "Awb 3:46")
        )
    return (*found, *(obstacle for each in motivations for obstacle in thin(each)))


def rests_on_norms(decision: Decision) -> bool:
    return any(need.fact in ABOUT_NORMS for ground in chosen_grounds(decision) for need in ground.needs)


def chosen_grounds(decision: Decision) -> list[Ground]:
    grounds = {
        ground.code: ground
        for row in CERTIFICATE.rows
        if row.event == decision.event
        for ground in row.grounds
    }
    return [grounds[code] for code in decision.grounds if code in grounds]


def thin(motivation: Motivation) -> tuple[Obstacle, ...]:
    """Why this motivation bears nothing: a figure is missing, or the text is the norm's own."""
    empty = [
        label
        for label, value in (
            ("de gemeten waarde", motivation.value),
            ("de grens", motivation.limit),
            ("de rijen", motivation.rows),
        )
        if not value.strip()
    ]
    found = []
    if empty:
        text = f"Norm {motivation.norm}: vul {', '.join(empty)} in."
        found.append(Obstacle(f"motivering:{motivation.norm}", text, "Awb 3:46"))
    own = own_words(motivation.facts, motivation.norm)
    if len(own) < SHORTEST:
        text = f"Norm {motivation.norm}: beschrijf in eigen woorden door welke feiten die niet is gehaald."
        found.append(Obstacle(f"feiten:{motivation.norm}", text, "Awb 3:46"))
    return tuple(found)


def own_words(text: str, number: str) -> str:
    """What is left of a text when every sentence that is the norm's own is taken out."""
    known = [normal(line) for line in texts_of(number)]
    sentences = (normal(each) for each in re.split(r"(?<=[.!?])\s+|\n+", text))
    return " ".join(each for each in sentences if each and not any(is_alike(each, line) for line in known))


def is_alike(text: str, other: str) -> bool:
    return bool(other) and (text in other or SequenceMatcher(None, text, other).ratio() >= TOO_ALIKE)


def texts_of(number: str) -> tuple[str, ...]:
    """Every text with which the system itself describes a norm."""
    try:
        page = norm(number)
    except HandbookDataError:
        return ()
    return tuple(text for text in (page.title, page.asks, page.tested, page.material_ground or "") if text)


def normal(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
