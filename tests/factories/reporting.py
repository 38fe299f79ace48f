"""Reports, statements and certificates of conduct, made by the verbs that make them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils import timezone

from keurmerk.certification.models import Certificate
from keurmerk.documents.examining import ExaminedFile, examine
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Manager, Report, Statement, Vog
from keurmerk.reporting.service import managers, reports, statements, vogs
from rulebook.application.reports import ReportKind
from rulebook.application.statements import STATEMENTS
from tests.factories.certification import make_certificate, noon
from tests.factories.organisations import make_school_user
from tests.factories.school_papers import case_of

TODAY = date(2026, 3, 2)  # a Monday
DETAILS: dict[ReportKind, dict[str, str]] = {
    ReportKind.CONFLICT: {"verklaring": "f"},
    ReportKind.ENDING: {"wat": "besluit"},
    ReportKind.OWNERS: {"wat": "aantal"},
    ReportKind.MANAGEMENT: {"wat": "erbij", "naam": "Maria de Vries", "functie": "Directeur"},
    ReportKind.LOCATION: {
        "straat": "Stationsplein 1",
        "postcode": "3511 AA",
        "plaats": "Utrecht",
        "lessen": "12",
    },
    ReportKind.DISTANCE: {"voor_wie": "wi2021", "alleen_afstand": "nee"},
    ReportKind.NAME: {"wat": "handelsnaam", "nieuw": "Taalhuis De Brug"},
    ReportKind.CONTACT: {"wat": "telefoon", "nieuw": "030 123 45 67"},
    ReportKind.DETAILS: {"deel": "klachten"},
    ReportKind.LEARNERS: {"van": "Taalschool Oud", "aantal": "16"},
    ReportKind.WRONGDOING: {"eigen_school": "ja"},
}
"""Of each kind answers that are right."""


def told(kind: ReportKind = ReportKind.CONFLICT, **given: Any) -> reports.Told:
    fields: dict[str, Any] = {
        "happened_on": TODAY,
        "text": "De pensioenpremie is te laat betaald.",
        "details": DETAILS[kind],
    }
    return reports.Told(kind=kind, **(fields | given))


def text_file(words: str = "Een brief van de pensioenuitvoerder.") -> ExaminedFile:
    return examine(data=words.encode(), filename="brief.txt")


def holder(school: School | None = None) -> Certificate:
    return make_certificate(school, today=TODAY)


def make_report(
    kind: ReportKind = ReportKind.CONFLICT,
    *,
    school: School | None = None,
    today: date = TODAY,
    **given: Any,
) -> Report:
    """Of a holder, by somebody who signs for it."""
    school = school or holder().school
    files = given.pop("files", ())
    return reports.file_report(
        school, told(kind, **given), by=make_school_user(school), today=today, files=files
    )


def signing(*, conflicts: dict[str, str] | None = None, **given: Any) -> statements.Signing:
    """Everything agreed, but for these codes with their explanation."""
    wrong = conflicts or {}
    answers = {
        each.code: statements.Answer(agrees=False, since=TODAY, explanation=wrong[each.code])
        if each.code in wrong
        else statements.Answer(agrees=True)
        for each in STATEMENTS
    }
    fields: dict[str, Any] = {
        "answers": answers,
        "name": "Maria de Vries",
        "function": "Directeur",
        "place": "Utrecht",
        "confirmed": True,
    }
    return statements.Signing(**(fields | given))


def make_statement(school: School | None = None, *, today: date = TODAY, **given: Any) -> Statement:
    """Signed."""
    school = school or holder().school
    return statements.sign(school, signing(**given), by=make_school_user(school), now=noon(today))


def make_manager(school: School | None = None, **given: Any) -> Manager:
    school = school or holder().school
    fields: dict[str, Any] = {
        "name": "Maria de Vries",
        "function": "Directeur",
        "since": date(2020, 1, 1),
        "entered_by": None,
    }
    return managers.enter_manager(school, **(fields | given))


def seen(**given: Any) -> vogs.Given:
    fields: dict[str, Any] = {"issued_on": date(2026, 1, 15), "profile": "60", "name": "Maria de Vries"}
    return vogs.Given(**(fields | given))


def make_vog(manager: Manager | None = None, *, today: date = TODAY, **given: Any) -> Vog:
    """Handed in, not looked at yet."""
    manager = manager or make_manager()
    words = given.pop("words", f"VOG {manager.pk}")
    return vogs.give_vog(
        manager, seen(**given), text_file(words), by=make_school_user(manager.school), today=today
    )


def report_of(school: School) -> Report:
    """With evidence; the school gets a certificate when it has none."""
    found = Report.objects.filter(school=school).first()
    if found is None:
        case_of(school)
        found = make_report(ReportKind.OWNERS, school=school, today=timezone.localdate(), files=[text_file()])
    return found


def manager_of(school: School) -> Manager:
    return Manager.objects.filter(school=school).first() or make_manager(school)


def vog_of(school: School) -> Vog:
    case_of(school)
    found = Vog.objects.filter(manager__school=school).first()
    return found or make_vog(manager_of(school), today=timezone.localdate())


THINGS: dict[str, Callable[[School], Any]] = {
    "report": report_of,
    "report_file": lambda school: report_of(school).files.get(),
    "manager": manager_of,
    "vog": vog_of,
}
"""What an address of reporting can ask for, by the name it is asked by."""
