"""The mails of applications."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from keurmerk.applications.links import link_of
from keurmerk.applications.models import Application
from keurmerk.messaging.texts import PERSONAL_LINK, Text, register
from keurmerk.organisations.models import School

PACKAGE = "keurmerk.applications"
SCHOOL = "Taalschool De Brug"
NAMED = {"school": SCHOOL, "number": 1}
PAGES = ["Klachtenreglement", "Docenten"]
INTERESTED = {"person": "Anna Voorbeeld", "school": SCHOOL}


def _named(school: School) -> Mapping[str, Any] | None:
    found = Application.objects.filter(school=school).first()
    return {"school": school.name, "number": found.number} if found else None


def _reminder(school: School) -> Mapping[str, Any] | None:
    found = Application.objects.filter(school=school).first()
    return {"school": school.name, "number": found.number, "expires_on": found.expires_on} if found else None


register(
    Text(
        PACKAGE,
        "person_interest_confirm",
        "Belangstelling: e-mailadres bevestigen",
        "iemand vult het formulier voor belangstelling in",
        INTERESTED | {"link": PERSONAL_LINK},
        personal_link=link_of,
    ),
    Text(
        PACKAGE,
        "person_interest_declined",
        "Belangstelling: afgesloten",
        "Blik op Werk stuurt geen overeenkomst",
        INTERESTED | {"reason": "Uw school heeft het Keurmerk al."},
    ),
    Text(
        PACKAGE,
        "school_agreement_concluded",
        "De overeenkomsten zijn tot stand gekomen",
        "Blik op Werk tekent de overeenkomsten; zij gaan mee",
        {"school": SCHOOL, "expires_on": date(2026, 5, 1)},
    ),
    Text(
        PACKAGE,
        "school_application_received",
        "Ontvangst van een aanvraag",
        "een school dient haar aanvraag in; de brief gaat mee",
        NAMED | {"decide_by": date(2026, 3, 30)},
    ),
    Text(
        PACKAGE,
        "school_application_completion",
        "Verzoek om een aanvraag aan te vullen",
        "de aanvraag is niet volledig; de brief gaat mee",
        NAMED | {"until": date(2026, 3, 2), "pages": PAGES},
    ),
    Text(
        PACKAGE,
        "school_application_improvement",
        "Verzoek om plannen aan te passen",
        "een plan geeft niet genoeg vertrouwen; de brief gaat mee",
        NAMED | {"until": date(2026, 3, 2), "pages": PAGES},
    ),
    Text(
        PACKAGE,
        "school_application_answered",
        "Ontvangst van een aanvulling",
        "een school dient haar aanvulling of aanpassing in",
        NAMED,
        _named,
    ),
    Text(
        PACKAGE,
        "school_application_missed",
        "De termijn om aan te vullen is voorbij",
        "een school vult niet op tijd aan",
        NAMED | {"until": date(2026, 3, 2)},
    ),
    Text(
        PACKAGE,
        "school_application_complete",
        "De aanvraag is volledig",
        "Blik op Werk stelt vast dat de aanvraag volledig is",
        NAMED | {"decide_by": date(2026, 3, 30)},
    ),
    Text(
        PACKAGE,
        "school_application_extended",
        "De beslistermijn is verlengd",
        "Blik op Werk verlengt de termijn; de brief gaat mee",
        NAMED | {"decide_by": date(2026, 5, 25)},
    ),
    Text(
        PACKAGE,
        "school_application_talk",
        "Uitnodiging voor het intakegesprek",
        "Blik op Werk plant het gesprek; de brief gaat mee",
        NAMED | {"at": datetime(2026, 2, 9, 10), "place": "Utrecht", "interpreter": "Tigrinya"},  # noqa: DTZ001 - an example
    ),
    Text(
        PACKAGE,
        "school_application_reminder",
        "Een concept verloopt bijna",
        "er is lang niet aan een aanvraag gewerkt",
        NAMED | {"expires_on": date(2026, 5, 1)},
        _reminder,
    ),
    Text(
        PACKAGE,
        "school_application_expired",
        "Een concept is verwijderd",
        "een concept is verlopen",
        NAMED,
        _named,
    ),
)
