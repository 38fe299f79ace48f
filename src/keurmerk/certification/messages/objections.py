"""Mails to a school about its objection."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from keurmerk.certification.enums import Subject
from keurmerk.certification.models import Objection, Term
from keurmerk.messaging.texts import Text
from keurmerk.organisations.models import School

PACKAGE = "keurmerk.certification"
EXAMPLE: Mapping[str, Any] = {
    "school": "Taalschool De Brug",
    "contested": "Z000012-1",
    "case": 17,
    "decide_by": date(2026, 8, 14),
}


def _common(school: School) -> dict[str, Any] | None:
    mine = Objection.objects.filter(case__school=school, by_school=True)
    objection = mine.select_related("case", "decision").first()
    if objection is None:
        return None
    term = Term.objects.filter(
        subject=Subject.OBJECTION, subject_id=objection.pk, code="beslissing_bezwaar"
    ).first()
    return {
        "school": school.name,
        "contested": objection.decision.reference,
        "case": objection.case.number,
        "decide_by": term.last_day if term else None,
    }


def _with(**more: Any) -> Callable[[School], Mapping[str, Any] | None]:
    def of_school(school: School) -> Mapping[str, Any] | None:
        common = _common(school)
        return None if common is None else {**common, **more}

    return of_school


TEXTS = (
    Text(
        PACKAGE,
        "school_objection_received",
        "Bezwaar ontvangen",
        "er is bezwaar gemaakt; de ontvangstbevestiging gaat mee",
        {**EXAMPLE, "received_on": date(2026, 6, 2), "late": True, "explain_by": date(2026, 6, 16)},
        _with(received_on=date(2026, 6, 2), late=False, explain_by=None),
    ),
    Text(
        PACKAGE,
        "school_objection_repair",
        "Bezwaar aanvullen",
        "het bezwaarschrift is niet volledig; de brief gaat mee",
        {
            **EXAMPLE,
            "missing": ["een ondertekening", "de gronden van het bezwaar"],
            "until": date(2026, 6, 30),
        },
        _with(missing=["een ondertekening"], until=date(2026, 6, 30)),
    ),
    Text(
        PACKAGE,
        "school_objection_repaired",
        "Aanvulling van het bezwaar ontvangen",
        "het bezwaarschrift is op tijd aangevuld",
        EXAMPLE,
        _common,
    ),
    Text(
        PACKAGE,
        "school_objection_unrepaired",
        "Bezwaar niet aangevuld",
        "de termijn om het bezwaarschrift aan te vullen is voorbij",
        EXAMPLE,
        _common,
    ),
    Text(
        PACKAGE,
        "school_objection_committee",
        "Een commissie adviseert over het bezwaar",
        "een adviescommissie krijgt het bezwaar; daardoor is de beslistermijn twaalf weken",
        EXAMPLE,
        _common,
    ),
    Text(
        PACKAGE,
        "school_objection_postponed",
        "Beslissing op bezwaar later",
        "de beslissing wordt eenmaal met zes weken verdaagd; de brief gaat mee",
        EXAMPLE,
        _common,
    ),
    Text(
        PACKAGE,
        "school_objection_withdrawn",
        "Bezwaar ingetrokken",
        "de indiener trekt het bezwaar in",
        EXAMPLE,
        _common,
    ),
)
