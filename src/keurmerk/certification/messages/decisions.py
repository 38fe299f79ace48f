"""Mails about decisions: taken, intended, by law, waiting for a signature; and the daily reminder."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from keurmerk.certification.enums import DecisionState, IntentionState, Subject
from keurmerk.certification.models import Change, Decision, Intention, Term
from keurmerk.messaging.texts import Text
from keurmerk.organisations.models import School
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Actor
from rulebook.lifecycle.table import CERTIFICATE

PACKAGE = "keurmerk.certification"
SCHOOL = "Taalschool De Brug"


@dataclass(frozen=True)
class ExampleLine:
    day: date
    what: str
    case: str
    school: str
    days: int


LINES = [
    ExampleLine(date(2026, 4, 28), "Het plan van aanpak indienen", "Zaak 12", SCHOOL, -2),
    ExampleLine(date(2026, 4, 30), "Informeer uw Cursisten schriftelijk.", "Zaak 12", SCHOOL, 0),
    ExampleLine(date(2026, 5, 7), "Zienswijze geven op het voornemen", "Zaak 14", SCHOOL, 7),
]


def _decided(school: School) -> Mapping[str, Any] | None:
    newest = Decision.objects.filter(case__school=school, state=DecisionState.SIGNED).first()
    if newest is None:
        return None
    term = Term.objects.filter(subject=Subject.OBJECTION, subject_id=newest.pk, code="bezwaar").first()
    return {
        "school": school.name,
        "what": newest.title,
        "reference": newest.reference,
        "object_until": term.last_day if term else None,
    }


def _intended(school: School) -> Mapping[str, Any] | None:
    newest = Intention.objects.filter(case__school=school).first()
    return None if newest is None else _about(newest) | {"respond_by": newest.respond_by}


def _hearing(school: School) -> Mapping[str, Any] | None:
    newest = Intention.objects.filter(case__school=school).exclude(hearing_on=None).first()
    if newest is None:
        return None
    return _about(newest) | {"on": newest.hearing_on, "place": newest.hearing_place, "earlier": None}


def _dropped(school: School) -> Mapping[str, Any] | None:
    newest = Intention.objects.filter(case__school=school, state=IntentionState.DROPPED).first()
    return None if newest is None else _about(newest) | {"hearing": newest.hearing_on}


def _about(intention: Intention) -> dict[str, Any]:
    return {
        "school": intention.case.school.name,
        "what": intention.kind_.words,
        "reference": intention.reference,
    }


def _by_law(school: School) -> Mapping[str, Any] | None:
    newest = Change.objects.filter(certificate__school=school, actor=Actor.LAW).order_by("-pk").first()
    if newest is None:
        return None
    return {
        "school": school.name,
        "what": CERTIFICATE.cells[newest.before_, newest.event_].text,
        "status": newest.after_.words,
        "on": newest.on,
        "letter": newest.event == Event.LAPSE,
    }


def _waiting(school: School) -> Mapping[str, Any] | None:
    newest = Decision.objects.filter(case__school=school, state=DecisionState.SUBMITTED).first()
    if newest is None:
        return None
    return {
        "school": school.name,
        "what": newest.title,
        "reference": newest.reference,
        "case": newest.case.number,
    }


TEXTS = (
    Text(
        PACKAGE,
        "school_decided",
        "Besluit genomen",
        "een besluit is ondertekend; de brief gaat mee",
        {
            "school": SCHOOL,
            "what": "Schorsing voor onderzoek",
            "reference": "Z000012-1",
            "object_until": date(2026, 6, 9),
        },
        _decided,
    ),
    Text(
        PACKAGE,
        "school_intention",
        "Voornemen",
        "de school kan reageren voordat er wordt besloten; de brief gaat mee",
        {
            "school": SCHOOL,
            "what": "Intrekking van het Keurmerk",
            "reference": "Z000012-2",
            "respond_by": date(2026, 5, 14),
        },
        _intended,
    ),
    Text(
        PACKAGE,
        "school_hearing",
        "Hoorzitting",
        "een hoorzitting over een voornemen krijgt een dag en een plaats, of een andere",
        {
            "school": SCHOOL,
            "what": "Intrekking van het Keurmerk",
            "reference": "Z000012-2",
            "on": datetime(2026, 5, 12, 8, 30, tzinfo=UTC),
            "place": "Stationsplein 1, Utrecht",
            "earlier": None,
        },
        _hearing,
    ),
    Text(
        PACKAGE,
        "school_intention_dropped",
        "Voornemen ingetrokken",
        "Blik op Werk ziet af van een voornemen",
        {
            "school": SCHOOL,
            "what": "Intrekking van het Keurmerk",
            "reference": "Z000012-2",
            "hearing": None,
        },
        _dropped,
    ),
    Text(
        PACKAGE,
        "school_by_law",
        "Status vanzelf veranderd",
        "het Keurmerk voor bepaalde tijd loopt af of een Schorsing eindigt; bij aflopen gaat een brief mee",
        {
            "school": SCHOOL,
            "what": "Na de laatste dag eindigt de Schorsing, als er niet iets anders is besloten.",
            "status": "Keurmerk voor onbepaalde tijd",
            "on": date(2026, 5, 1),
            "letter": False,
        },
        _by_law,
    ),
    Text(
        PACKAGE,
        "staff_sign_waiting",
        "Besluit wacht op ondertekening",
        "een besluit is voorgelegd, aan wie het mag tekenen",
        {"school": SCHOOL, "what": "Schorsing voor onderzoek", "reference": "Z000012-1", "case": 12},
        _waiting,
    ),
    Text(
        PACKAGE,
        "person_digest",
        "Herinnering",
        "op werkdagen, als er iets afloopt; hoogstens een keer per dag",
        {"lines": LINES, "count": len(LINES), "today": date(2026, 4, 30)},
    ),
)
