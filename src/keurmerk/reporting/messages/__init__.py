"""The mails of reporting."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from keurmerk.messaging.texts import Text, register
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Report, Statement

PACKAGE = "keurmerk.reporting"
SCHOOL: Mapping[str, Any] = {"school": "Taalschool De Brug", "case": 21}
REPORT = {**SCHOOL, "what": "Nieuwe vestiging"}


def _report(school: School) -> dict[str, Any] | None:
    found = Report.objects.filter(school=school).select_related("case").first()
    if found is None:
        return None
    return {
        "school": school.name,
        "case": found.case.number,
        "what": found.duty.title,
        "happened_on": found.happened_on,
        "reported_on": found.reported_on,
        "last_day": found.last_day,
        "in_time": found.in_time,
        "note": found.note,
        "answer_by": found.reported_on,
    }


def _statement(school: School) -> dict[str, Any] | None:
    found = Statement.objects.filter(school=school).select_related("case").first()
    if found is None:
        return None
    return {
        "school": school.name,
        "case": found.case.number,
        "due": found.due,
        "signed_on": found.signed_on or found.asked_on,
        "next": found.due,
        "conflicts": len(found.disagreements),
    }


register(
    Text(
        PACKAGE,
        "school_report_received",
        "Melding ontvangen",
        "een school meldt een wijziging in Mijn keurmerk",
        {
            **REPORT,
            "what": "Iets klopt niet meer met de Managementverklaring",
            "happened_on": date(2026, 3, 2),
            "reported_on": date(2026, 3, 12),
            "last_day": date(2026, 3, 9),
            "in_time": False,
        },
        _report,
    ),
    Text(
        PACKAGE,
        "school_report_question",
        "Vraag over een melding",
        "een medewerker vraagt meer over een melding",
        {**REPORT, "answer_by": date(2026, 3, 20)},
        _report,
    ),
    Text(
        PACKAGE,
        "school_report_noted",
        "Melding afgehandeld",
        "een medewerker neemt kennis van een melding",
        {**REPORT, "note": "Wij hebben de vestiging vastgelegd."},
        _report,
    ),
    Text(
        PACKAGE,
        "school_statement_asked",
        "Managementverklaring gevraagd",
        "de jaarlijkse Managementverklaring moet binnenkort worden afgegeven",
        {**SCHOOL, "due": date(2026, 5, 1)},
        _statement,
    ),
    Text(
        PACKAGE,
        "school_statement_signed",
        "Managementverklaring ontvangen",
        "de school ondertekent de Managementverklaring; de verklaring gaat mee",
        {**SCHOOL, "signed_on": date(2026, 4, 20), "next": date(2027, 4, 20), "conflicts": 1},
        _statement,
    ),
    Text(
        PACKAGE,
        "school_vog_refused",
        "VOG niet goed",
        "een medewerker kan een VOG van het Management niet gebruiken",
        {**SCHOOL, "function": "directeur", "due": date(2026, 5, 1)},
    ),
)
