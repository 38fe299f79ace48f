"""Mails to a school about its improvement plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from keurmerk.certification.models import Plan
from keurmerk.messaging.texts import Text
from keurmerk.organisations.models import School

PACKAGE = "keurmerk.certification"
SCHOOL = "Taalschool De Brug"


def _plan_of(school: School) -> Plan | None:
    return Plan.objects.filter(case__school=school).select_related("case__school").first()


def _asked(school: School) -> Mapping[str, Any] | None:
    plan = _plan_of(school)
    if plan is None or plan.letter is None:
        return None
    reference = plan.letter.filename.removesuffix(".pdf")
    return {"school": school.name, "reference": reference, "file_by": plan.file_by}


def _missed(school: School) -> Mapping[str, Any] | None:
    plan = _plan_of(school)
    return {"school": school.name, "file_by": plan.file_by} if plan else None


def _ended(school: School) -> Mapping[str, Any] | None:
    plan = _plan_of(school)
    if plan is None or plan.ended_on is None:
        return None
    return {"school": school.name, "what": plan.state_.words, "because": plan.end_reason}


TEXTS = (
    Text(
        PACKAGE,
        "school_plan_asked",
        "Verzoek om een plan van aanpak",
        "Blik op Werk vraagt om een plan van aanpak; de brief gaat mee",
        {"school": SCHOOL, "reference": "Z000012-P1", "file_by": date(2026, 4, 30)},
        _asked,
    ),
    Text(
        PACKAGE,
        "school_plan_received",
        "Plan van aanpak ontvangen",
        "de school dient een plan van aanpak in",
        {"school": SCHOOL, "received_on": date(2026, 4, 28), "late": False, "judge_by": date(2026, 5, 26)},
    ),
    Text(
        PACKAGE,
        "school_plan_missed",
        "Geen plan van aanpak ontvangen",
        "de laatste dag is voorbij en er is geen plan",
        {"school": SCHOOL, "file_by": date(2026, 4, 30)},
        _missed,
    ),
    Text(
        PACKAGE,
        "school_plan_ended",
        "Plan van aanpak afgesloten",
        "het plan is uitgevoerd, niet uitgevoerd of niet meer nodig",
        {
            "school": SCHOOL,
            "what": "plan van aanpak uitgevoerd",
            "because": "Bij het bezoek van 3 juni waren alle maatregelen ingevoerd.",
        },
        _ended,
    ),
)
