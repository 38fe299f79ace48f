"""The yearly management statement: asked of every holder, signed by sentence, valid until the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Certificate
from keurmerk.certification.service import cases
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Report, Statement
from keurmerk.reporting.queries.statements import asked_of, held_certificates, newest_signed, next_due
from keurmerk.reporting.service import tasks
from keurmerk.reporting.service.reports import Told, file_report
from keurmerk.reporting.service.telling import tell_school
from keurmerk.reporting.statement_letter import statement_letter
from rulebook.application.reports import ReportKind
from rulebook.application.statements import SOURCE, STATEMENTS

ASKED_AHEAD = timedelta(days=30)
FIRST_WITHIN = timedelta(weeks=4)
"""Of a holder whose last statement is not known here; the handbook gives no day (RP-4)."""
TITLE = "Managementverklaring"
WHAT_TO_DO = "Geef de jaarlijkse Managementverklaring af."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """To one sentence; who does not agree says since when and what does not hold."""

    agrees: bool
    since: date | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    answers: Mapping[str, Answer]
    """By the code of the sentence."""
    name: str
    function: str
    place: str
    confirmed: bool


def ask_all(today: date) -> int:
    """Of every holder whose next statement comes due; returns how many were asked. Again: none."""
    return sum(ask(certificate, today=today) is not None for certificate in held_certificates())


@journaled
def ask(certificate: Certificate, *, today: date, at_once: bool = False) -> Statement | None:
    """The statement that is asked now, or None while the last one stands."""
    held = Certificate.objects.select_for_update(no_key=True).select_related("school").get(pk=certificate.pk)
    if held.state_.held is None or asked_of(held.school) is not None:
        return None
    last = newest_signed(held.school)
    due = today + FIRST_WITHIN if last is None else max(next_due(last), today)
    if last is not None and due - ASKED_AHEAD > today and not at_once:
        return None
    case = cases.open_case(held, CaseKind.REPORT, title=f"{TITLE} {due.year}", opened_by=None, today=today)
    statement = Statement.objects.create(school=held.school, case=case, asked_on=today, due=due)
    tasks.for_school(case, tasks.STATEMENT, WHAT_TO_DO, source=SOURCE, due=due)
    journal.record(actor=SYSTEM, kind="statement.asked", subject=statement, payload={"due": due.isoformat()})
    tell_school(case, "school_statement_asked", {"due": due}, key=f"statement:{statement.public_id}:asked")
    return statement


@journaled
def sign(school: School, signing: Signing, *, by: User, now: datetime) -> Statement:
    """Seal it, keep it, and report every sentence that does not hold. Pressed twice it is signed once."""
    today = timezone.localdate(now)
    certificate = Certificate.objects.select_for_update(no_key=True).get(pk=certificate_of(school).pk)
    if certificate.state_.held is None:
        raise refuse("geen_houder", "Deze verklaring is voor wie het Keurmerk heeft.", SOURCE)
    if (same := _signed_just_now(school, signing, by, today)) is not None:
        return same
    _check(signing, today)
    statement = asked_of(school) or ask(certificate, today=today, at_once=True)
    if statement is None:
        raise refuse("niet_gevraagd", "Deze verklaring kan nu niet worden afgegeven.", SOURCE)
    statement.signed_on, statement.signed_by = today, by
    statement.signer_name, statement.signer_function = signing.name.strip(), signing.function.strip()
    statement.place, statement.answers = signing.place.strip(), _rows(signing)
    letter = statement_letter(statement, reference=letter_reference(statement.case, "MV"))
    statement.document = keep_letter(letter, title=TITLE, case=statement.case, now=now)
    statement.save()
    reported = _report_conflicts(school, signing, by, today)
    tasks.done(tasks.open_with(statement.case, tasks.STATEMENT), by=by, today=today)
    payload = {"conflicts": len(reported)}
    journal.record(actor=by, kind="statement.signed", subject=statement, payload=payload)
    tell_school(
        statement.case,
        "school_statement_signed",
        {"signed_on": today, "next": next_due(statement), "conflicts": len(reported)},
        key=f"statement:{statement.public_id}:signed",
        attachments=[statement.document],
    )
    tasks.close_when_empty(statement.case, closed_by=by, today=today)
    return statement


def _signed_just_now(school: School, signing: Signing, by: User, today: date) -> Statement | None:
    last = newest_signed(school)
    same = last is not None and (last.signed_on, last.signed_by_id) == (today, by.pk)
    return last if same and last is not None and last.answers == _rows(signing) else None


def _check(signing: Signing, today: date) -> None:
    for statement in STATEMENTS:
        answer = signing.answers.get(statement.code)
        if answer is None:
            raise refuse(statement.code, f"{statement.subject}: kies of dit klopt.", SOURCE)
        if not answer.agrees and not answer.explanation.strip():
            raise refuse(statement.code, f"{statement.subject}: leg uit wat niet klopt.", SOURCE)
        if not answer.agrees and (answer.since is None or answer.since > today):
            raise refuse(
                statement.code, f"{statement.subject}: vul in sinds welke dag het niet klopt.", SOURCE
            )
    if not (signing.name.strip() and signing.function.strip() and signing.place.strip()):
        raise refuse("ondertekening", "Vul uw naam, functie en plaats in.", SOURCE)
    if not signing.confirmed:
        raise refuse("niet_ondertekend", "Zet een vinkje om te ondertekenen.", SOURCE)


def _rows(signing: Signing) -> list[dict[str, object]]:
    """In the order of Bijlage 6."""
    rows = []
    for statement in STATEMENTS:
        answer = signing.answers[statement.code]
        since = answer.since.isoformat() if answer.since and not answer.agrees else ""
        explanation = "" if answer.agrees else answer.explanation.strip()
        row = {"code": statement.code, "agrees": answer.agrees, "since": since, "explanation": explanation}
        rows.append(row)
    return rows


def _report_conflicts(school: School, signing: Signing, by: User, today: date) -> Sequence[Report]:
    return [
        file_report(
            school,
            Told(
                kind=ReportKind.CONFLICT,
                happened_on=answer.since or today,
                text=answer.explanation,
                details={"verklaring": code},
            ),
            by=by,
            today=today,
        )
        for code, answer in signing.answers.items()
        if not answer.agrees
    ]
