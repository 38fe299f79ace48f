"""What staff do with a report: ask, take note, look closer. And what the school answers."""

from collections.abc import Sequence
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Case
from keurmerk.certification.service import cases
from keurmerk.documents.examining import ExaminedFile
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from keurmerk.reporting.enums import ReportState
from keurmerk.reporting.models import Question, Report
from keurmerk.reporting.service import tasks
from keurmerk.reporting.service.reports import add_files
from keurmerk.reporting.service.telling import tell_school
from rulebook.application.reports import Follow

DONE = "Deze melding is al afgehandeld."


@journaled
def ask(report_id: int, text: str, *, answer_by: date, by: User, today: date) -> Question:
    """One question at a time; asked twice it is the question that waits."""
    report = _hold(report_id)
    if report.state_ is ReportState.NOTED:
        raise refuse("afgehandeld", DONE)
    if (waiting := report.questions.filter(answered_on=None).first()) is not None:
        if waiting.text == text.strip():
            return waiting
        raise refuse("vraag_loopt", "De school heeft uw vorige vraag nog niet beantwoord.")
    if not text.strip():
        raise refuse("leeg", "Schrijf op wat u nog wilt weten.")
    if answer_by <= today:
        raise refuse("antwoord_uiterlijk", "Kies een dag na vandaag, zodat de school kan antwoorden.")
    task = tasks.for_school(
        report.case,
        tasks.ANSWER,
        f"Beantwoord de vraag over uw melding: {report.duty.title}.",
        source=report.duty.source,
        due=answer_by,
    )
    question = Question.objects.create(
        report=report, text=text.strip(), asked_on=today, asked_by=by, answer_by=answer_by, task=task
    )
    _move(report, ReportState.ASKED)
    journal.record(actor=by, kind="report.question", subject=report, payload={"until": answer_by.isoformat()})
    tell_school(
        report.case,
        "school_report_question",
        {"what": report.duty.title, "answer_by": answer_by},
        key=f"report:{report.public_id}:question:{question.pk}",
    )
    return question


@journaled
def answer(report_id: int, text: str, *, by: User, today: date, files: Sequence[ExaminedFile] = ()) -> Report:
    """Also after its day: late is shown, not refused. Pressed twice the first answer stays."""
    report = _hold(report_id)
    waiting = report.questions.filter(answered_on=None).first()
    if waiting is None:
        newest = report.questions.order_by("-pk").first()
        if newest is not None and newest.answer == text.strip():
            return report
        raise refuse("geen_vraag", "Er staat geen vraag open over deze melding.")
    if not text.strip():
        raise refuse("leeg", "Schrijf uw antwoord op.")
    waiting.answer, waiting.answered_on, waiting.answered_by = text.strip(), today, by
    waiting.save(update_fields=["answer", "answered_on", "answered_by"])
    add_files(report, files, by=by)
    tasks.done(waiting.task, by=by, today=today)
    _move(report, ReportState.ANSWERED)
    journal.record(actor=by, kind="report.answered", subject=report, payload={})
    return report


@journaled
def take_note(report_id: int, note: str, *, by: User, today: date) -> Report:
    """Done with this report; the school reads the note. Open tasks of the scheme keep the case open."""
    report = _hold(report_id)
    if report.state_ is ReportState.NOTED:
        return report
    if report.questions.filter(answered_on=None).exists():
        raise refuse("vraag_loopt", "De school heeft uw vraag nog niet beantwoord.")
    report.noted_on, report.noted_by, report.note = today, by, note.strip()
    report.state = ReportState.NOTED
    report.save(update_fields=["noted_on", "noted_by", "note", "state"])
    tasks.done(tasks.open_with(report.case, Follow.JUDGE), by=by, today=today)
    journal.record(actor=by, kind="report.noted", subject=report, payload={})
    tell_school(
        report.case,
        "school_report_noted",
        {"what": report.duty.title, "note": report.note},
        key=f"report:{report.public_id}:noted",
    )
    tasks.close_when_empty(report.case, closed_by=by, today=today)
    return report


@journaled
def start_supervision(report_id: int, *, case: Case | None, by: User, today: date) -> Case:
    """Look closer in a case of supervision: one that runs, or a new one. Pressed twice it is one case."""
    report = _hold(report_id)
    if report.supervision is not None:
        return report.supervision
    if case is None:
        title = f"Toezicht na melding: {report.duty.title}"[:200]
        certificate = report.case.certificate
        case = cases.open_case(certificate, CaseKind.SUPERVISION, title=title, opened_by=by, today=today)
    elif case.school_id != report.school_id or case.kind != CaseKind.SUPERVISION or case.closed_on:
        raise refuse("andere_zaak", "Kies een lopende zaak van soort toezicht van dezelfde school.")
    report.supervision = case
    report.save(update_fields=["supervision"])
    cases.write_note(case, f"Melding in zaak {report.case.number}: {report.duty.title}.", written_by=by)
    payload = {"case": case.number}
    journal.record(actor=by, kind="report.supervision", subject=report, payload=payload)
    return case


def _move(report: Report, state: ReportState) -> None:
    report.state = state
    report.save(update_fields=["state"])


def _hold(report_id: int) -> Report:
    found = Report.objects.select_for_update(no_key=True, of=("self",))
    return found.select_related("case__certificate__school", "case__school", "supervision").get(pk=report_id)
