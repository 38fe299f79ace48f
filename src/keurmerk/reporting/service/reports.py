"""A report comes in: checked, timed, confirmed at once, with a case and tasks for the scheme."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Certificate
from keurmerk.certification.service import cases
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.examining import ExaminedFile
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Report, ReportFile
from keurmerk.reporting.queries.reports import may_report, timing_of
from keurmerk.reporting.service import effects, tasks
from keurmerk.reporting.service.telling import tell_school
from keurmerk.shared.canonical import canonical_json
from rulebook.application.checking import problem_of
from rulebook.application.pieces import Question
from rulebook.application.report_kinds import BY_KIND
from rulebook.application.reports import Duty, Follow, ReportKind, clock_of, day_problem, makes_location

EVIDENCE = "Bijlage bij melding"
COUNTRY = "land"
"""Filled in for an address outside the Netherlands, where any postcode will do."""
NOT_YET_A_LOCATION = (
    "Tot en met drie lessen is het nog geen vestiging (Norm 1.3.3.f). U hoeft dit niet te melden."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a school reports. `details` by the name of the questions of the duty, as typed."""

    kind: ReportKind
    happened_on: date
    text: str
    details: Mapping[str, str] = field(default_factory=dict)


@journaled
def file_report(
    school: School, told: Told, *, by: User, today: date, files: Sequence[ExaminedFile] = ()
) -> Report:
    """Take a report in, also when it is late, and confirm it. The same once more is the report of then.

    Raises NotPossibleError with what must change, in Dutch.
    """
    certificate = _hold(school)
    duty, details = BY_KIND[told.kind], _kept(told)
    digest = _fingerprint(told, details, today, files)
    if (same := Report.objects.filter(school=school, fingerprint=digest).first()) is not None:
        return same
    _check(certificate, duty, told, details, today)
    timing = timing_of(duty, details, told.happened_on, today)
    case = cases.open_case(certificate, CaseKind.REPORT, title=duty.title, opened_by=by, today=today)
    report = Report.objects.create(
        school=school,
        case=case,
        kind=told.kind,
        happened_on=told.happened_on,
        details=details,
        text=told.text.strip(),
        reported_on=today,
        reported_by=by,
        clock=clock_of(duty, details),
        last_day=timing.last_day,
        in_time=timing.in_time,
        steps=[{"text": text, "source": source} for text, source in timing.steps],
        fingerprint=digest,
    )
    add_files(report, files, by=by)
    tasks.follow_up(case, Follow.JUDGE, source=duty.source, today=today)
    effects.carry_out(report, by=by, today=today)
    _confirm(report)
    payload = {"what": report.kind, "in_time": report.in_time, "on": report.happened_on.isoformat()}
    journal.record(actor=by, kind="report.filed", subject=report, payload=payload)
    return report


def add_files(report: Report, files: Sequence[ExaminedFile], *, by: User) -> None:
    """For the scheme and for who may see data of persons: not among the documents of the whole school."""
    for file in files:
        paper = cases.put_file(
            report.case,
            file,
            title=f"{EVIDENCE}: {file.filename}",
            kind=DocumentKind.EVIDENCE,
            for_school=False,
            added_by=by,
        )
        ReportFile.objects.get_or_create(document=paper.document, defaults={"report": report})


def _hold(school: School) -> Certificate:
    """Of two presses at once the second waits, and then finds the report of the first."""
    return Certificate.objects.select_for_update(no_key=True).get(pk=certificate_of(school).pk)


def _kept(told: Told) -> dict[str, str]:
    """Only what is asked, without the spaces around it."""
    duty = BY_KIND[told.kind]
    given = {question.name: str(told.details.get(question.name) or "").strip() for question in duty.questions}
    return {name: value for name, value in given.items() if value}


def _fingerprint(told: Told, details: Mapping[str, str], today: date, files: Sequence[ExaminedFile]) -> str:
    whole = {
        "kind": told.kind.value,
        "on": told.happened_on.isoformat(),
        "text": " ".join(told.text.split()),
        "details": dict(details),
        "today": today.isoformat(),
        "files": sorted(hashlib.sha256(file.data).hexdigest() for file in files),
    }
    return hashlib.sha256(canonical_json(whole).encode()).hexdigest()


def _check(certificate: Certificate, duty: Duty, told: Told, details: Mapping[str, str], today: date) -> None:
    if not may_report(certificate):
        text = "Melden kan tijdens uw aanvraag en zolang uw school het Keurmerk heeft."
        raise refuse("geen_houder", text, "§2.3")
    if (problem := day_problem(duty, told.happened_on, today)) is not None:
        raise refuse("dag", f"{duty.day_label} {problem}", duty.source)
    if not told.text.strip():
        raise refuse("leeg", f"{duty.text_label}: vul dit in.", duty.source)
    for question in duty.questions:
        if problem := problem_with(question, details, today):
            raise refuse(question.name, f"{question.label} {problem}", question.source)
    if duty.kind is ReportKind.LOCATION and not makes_location(int(details["lessen"])):
        raise refuse("lessen", NOT_YET_A_LOCATION, duty.source)


def problem_with(question: Question, details: Mapping[str, str], today: date) -> str | None:
    """What must change about one answer; nothing when it is not asked, as it depends on another."""
    if question.when is not None and details.get(question.when.name) not in question.when.answers:
        return None
    return problem_of(question, details.get(question.name), today, abroad=bool(details.get(COUNTRY)))


def _confirm(report: Report) -> None:
    tell_school(
        report.case,
        "school_report_received",
        {
            "what": report.duty.title,
            "happened_on": report.happened_on,
            "reported_on": report.reported_on,
            "last_day": report.last_day,
            "in_time": report.in_time,
        },
        key=f"report:{report.public_id}:received",
    )
