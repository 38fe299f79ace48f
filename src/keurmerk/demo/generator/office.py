"""Organisation, complaints, inspections, the survey's outcome and the year's parameters."""

from collections.abc import Iterator
from datetime import date

from keurmerk.demo.generator.days import cell, chance, later, yes_no
from keurmerk.demo.generator.papers import decimal
from keurmerk.demo.generator.profile import MARK, Fault, Profile
from keurmerk.demo.generator.schools import PASS_RATES_ANNOUNCED
from keurmerk.demo.generator.tables import Row
from rulebook.kernel.period import MeasuringPeriod, add_months

FIRST_YEAR = 2020
CYCLE_YEARS = 4
LATE_COMPLAINTS = 2
POOR_GRADE = "6.1"


def organisation_row(school: Profile, period: MeasuringPeriod) -> Row:
    return {
        "kvk_nummer": school.kvk_number,
        "naam": school.name,
        "keurmerk": "bepaalde_tijd" if school.fixed_term else "onbepaalde_tijd",
        "cyclusjaar": "1" if school.fixed_term else str((period.first.year - FIRST_YEAR) % CYCLE_YEARS + 1),
        "zzp": yes_no(school.self_employed),
        "oval_lid": yes_no(school.oval_member),
    }


def complaint_rows(school: Profile, seed: int, period: MeasuringPeriod) -> Iterator[Row]:
    """Complaints spread over the period; one in four is turned down with reasons."""
    draw = chance(seed, school.key, "complaints", period.first)
    for number in range(school.complaints):
        received = later(period.first, 20 + number * 300 // school.complaints + draw.randint(0, 9))
        late = school.is_wrong(Fault.COMPLAINTS, received) and number < LATE_COMPLAINTS
        rejected = number % 4 == 1 and not late
        closed = later(received, draw.randint(48, 70) if late else draw.randint(5, 27))
        yield {
            "klacht_id": f"k{period.first:%y}-{number + 1:02}",
            "ontvangen_op": cell(received),
            "bevestigd_op": cell(later(received, draw.randint(1, 4))),
            "afgewezen_op": cell(closed) if rejected else "",
            "afgehandeld_op": "" if rejected else cell(closed),
            "behandelaar": f"Verzonnen Klachtbehandelaar {MARK}",
            "uitkomst": "Niet in behandeling genomen" if rejected else "Opgelost in gesprek",
        }


def inspection_rows(school: Profile, delivered: date) -> Iterator[Row]:
    inspected = [(day, "toezicht_in_de_klas", result) for day, result in school.inspections]
    assessed = [(date(year, 3, 20), "zelfbeoordeling", "") for year in (2021, 2022, 2024, 2025)]
    for number, (day, kind, result) in enumerate(sorted(inspected + assessed), start=1):
        if day <= delivered:
            yield {
                "toezicht_id": f"tk{number:02}",
                "datum": cell(day),
                "soort": kind,
                "oordeel": result,
                "plan_van_aanpak_akkoord": "nee",
            }


def satisfaction_row(school: Profile, period: MeasuringPeriod, learners: list[Row], tracks: list[Row]) -> Row:
    """Invited are who gave consent and had a course in the period (§5.2)."""
    in_course = {row["cursist_id"] for row in tracks if _in_course(row, period)}
    invited = sum(row["tvo_toestemming"] == "ja" and row["cursist_id"] in in_course for row in learners)
    completed = min(invited, max(6, invited * 43 // 100))
    poor = school.is_wrong(Fault.SATISFACTION, period.first)
    return {
        "uitgenodigd": str(invited),
        "ingevuld": str(completed),
        "cijfers": str(completed - completed // 12),
        "gemiddelde": "" if not completed else POOR_GRADE if poor else decimal(school.grade),
        "clientenaudit_cijfer": "",
    }


def _in_course(track: Row, period: MeasuringPeriod) -> bool:
    started, ended = track["gestart_op"], track["beeindigd_op"]
    return "" < started <= cell(period.last) and (not ended or ended >= cell(period.first))


def parameter_rows(period: MeasuringPeriod) -> list[Row]:
    """Give the announced pass rates of the period's year; before and after the known years the nearest."""
    known = sorted(PASS_RATES_ANNOUNCED)
    year = min(max(period.first.year, known[0]), known[-1])
    return [
        {"naam": "slagingsnorm", "sleutel": profile, "waarde": value}
        for profile, value in PASS_RATES_ANNOUNCED[year].items()
    ]


def delivery_day(period: MeasuringPeriod) -> date:
    """Schools deliver in the weeks after the period; what happens later is not known yet (§4.1)."""
    return later(add_months(period.first, 12), 13)
