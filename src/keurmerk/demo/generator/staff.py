"""Teachers, their registrations, contracts and certificates of good conduct."""

from collections.abc import Iterator
from datetime import date, timedelta

from keurmerk.demo.generator.cohorts import LANES_OF_A_TEACHER
from keurmerk.demo.generator.days import cell
from keurmerk.demo.generator.people import teacher_name
from keurmerk.demo.generator.profile import Fault, Profile
from keurmerk.demo.generator.tables import Row, Tables
from keurmerk.demo.generator.teaching import CO_TEACHER, LANES_FOR_A_SUBSTITUTE, SUBSTITUTE, teacher_id
from rulebook.kernel.period import MeasuringPeriod, add_months

VOG_PROFILE = "60"
IN_SERVICE_FROM = date(2020, 2, 1)
EARLY_VOG = date(2020, 1, 14)
YEAR = 12


def staff_tables(school: Profile, period: MeasuringPeriod) -> Tables:
    qualified = [
        teacher_id(number)
        for number in range((len(school.lanes) + LANES_OF_A_TEACHER - 1) // LANES_OF_A_TEACHER)
    ]
    others = [SUBSTITUTE] if len(school.lanes) >= LANES_FOR_A_SUBSTITUTE else []
    if any(Fault.UNQUALIFIED in faults for faults in school.faults.values()):
        others.append(CO_TEACHER)
    return {
        "docenten": [
            {"docent_id": teacher, "naam": teacher_name(teacher[1:])} for teacher in (*qualified, *others)
        ],
        "bevoegdheden": [row for teacher in qualified for row in _qualifications(teacher)],
        "aanstellingen": [
            {"docent_id": teacher, "soort": _contract(school), "van": cell(IN_SERVICE_FROM), "tot": ""}
            for teacher in qualified
        ]
        + [row for teacher in others for row in _assignments(teacher, period)],
        "vogs": [_vog(teacher, EARLY_VOG) for teacher in qualified]
        + [_vog(teacher, _first_assignment(period) - timedelta(days=40)) for teacher in others],
    }


def _contract(school: Profile) -> str:
    return "opdracht" if school.self_employed else "arbeidsovereenkomst"


def _qualifications(teacher: str) -> Iterator[Row]:
    registered = date(2019, 6, 1) + timedelta(days=31 * int(teacher[1:]))
    for subject in ("nt2", "ona"):
        yield {
            "docent_id": teacher,
            "vak": subject,
            "register": "BVNT2" if subject == "nt2" else "Docentenregister (verzonnen)",
            "van": cell(registered),
            "tot": cell(add_months(registered, 10 * YEAR)) if subject == "nt2" else "",
        }


def _first_assignment(period: MeasuringPeriod) -> date:
    return add_months(period.first, -5)


def _assignments(teacher: str, period: MeasuringPeriod) -> Iterator[Row]:
    """Two assignments with a short pause between them: the second leans on the certificate of the first."""
    start = _first_assignment(period)
    pause = add_months(start, 10)
    for first, last in (
        (start, pause - timedelta(days=1)),
        (pause + timedelta(days=30), add_months(start, 22)),
    ):
        yield {"docent_id": teacher, "soort": "opdracht", "van": cell(first), "tot": cell(last)}


def _vog(teacher: str, issued: date) -> Row:
    return {"docent_id": teacher, "datum": cell(issued), "profiel": VOG_PROFILE, "bezwaren": "nee"}
