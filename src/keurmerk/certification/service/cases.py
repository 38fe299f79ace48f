"""Cases: opened, handed over, written in, closed."""

import hashlib
from collections.abc import Collection
from datetime import date

from django.db import connection
from django.db.models import Max

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Case, Certificate, Finding, Note, Paper
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.documents.service import ExaminedFile
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM, Party
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.facts import DERIVED, Fact

# Any number that nothing else in this database locks on.
NUMBERING_LOCK = 0x6B6D_7A6B


@journaled
def open_case(
    certificate: Certificate,
    kind: CaseKind,
    *,
    title: str,
    opened_by: User | None,
    today: date,
    period_first: date | None = None,
) -> Case:
    """The certificate is held while the number is given, so that no two cases get the same.

    The same person asking again on the same day for a case that is still empty gets the one there is.
    """
    Certificate.objects.select_for_update(no_key=True).get(pk=certificate.pk)
    if (same := _just_opened(certificate, kind, title, opened_by, today)) is not None:
        return same
    number = _next_number()
    staff = opened_by if opened_by is not None and opened_by.role == Role.STAFF else None
    case = Case.objects.create(
        number=number,
        school=certificate.school,
        certificate=certificate,
        kind=kind,
        title=title,
        opened_on=today,
        handler=staff,
        period_first=period_first,
    )
    journal.record(
        actor=_who(opened_by),
        kind="case.opened",
        subject=case,
        payload={"what": kind.value, "school": case.school_id},
    )
    return case


def _just_opened(
    certificate: Certificate, kind: CaseKind, title: str, opened_by: User | None, today: date
) -> Case | None:
    """A button pressed twice."""
    if opened_by is None:
        return None
    same = Case.objects.filter(
        certificate=certificate, kind=kind, title=title, opened_on=today, closed_on=None, handler=opened_by
    )
    return same.filter(changes=None, decisions=None, notes=None).first()


@journaled
def assign(case: Case, handler: User | None, *, assigned_by: User) -> None:
    if handler is not None and handler.role != Role.STAFF:
        raise refuse("geen_medewerker", "Alleen een medewerker kan een zaak behandelen.")
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if case.handler == handler:
        return
    case.handler = handler
    case.save(update_fields=["handler"])
    journal.record(
        actor=assigned_by,
        kind="case.assigned",
        subject=case,
        payload={"user": handler.pk if handler else None},
    )


@journaled
def write_note(case: Case, text: str, *, written_by: User) -> Note:
    """What the same person wrote last, sent once more, is not written again."""
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    newest = case.notes.order_by("-pk").first()
    if newest is not None and (newest.text, newest.written_by) == (text.strip(), written_by):
        return newest
    note = Note.objects.create(case=case, text=text.strip(), written_by=written_by)
    journal.record(actor=written_by, kind="case.note", subject=case, payload={})
    return note


@journaled
def add_paper(case: Case, document: Document, *, added_by: User | None) -> Paper:
    """Put a document in the case; the file itself was stored by the documents app."""
    paper = Paper.objects.create(case=case, document=document)
    journal.record(
        actor=_who(added_by), kind="case.paper", subject=case, payload={"document": str(document.public_id)}
    )
    return paper


@journaled
def put_file(
    case: Case, file: ExaminedFile, *, title: str, kind: DocumentKind, for_school: bool, added_by: User
) -> Paper:
    """Store an examined file in the case. The same file for the same readers is not put there twice."""
    case = Case.objects.select_for_update(no_key=True, of=("self",)).select_related("school").get(pk=case.pk)
    digest = hashlib.sha256(file.data).hexdigest()
    same = case.papers.filter(document__sha256=digest, document__for_school=for_school).first()
    if same is not None:
        return same
    document = documents.add_examined(
        file, title=title, kind=kind, school=case.school, added_by=added_by, for_school=for_school
    )
    return add_paper(case, document, added_by=added_by)


@journaled
def establish(
    case: Case, fact: Fact, *, holds: bool, source: str, established_by: User, today: date
) -> Finding:
    """Write down a fact with where it can be found. What follows from the record nobody enters."""
    if fact in DERIVED:
        raise refuse("volgt_uit_dossier", "Dit feit volgt uit het dossier en wordt niet ingevuld.")
    if not source.strip():
        raise refuse("bron_ontbreekt", "Vul in waar dit uit blijkt.")
    finding = Finding.objects.create(
        certificate_id=case.certificate_id,
        case=case,
        fact=fact,
        holds=holds,
        on=today,
        source=source.strip(),
        established_by=established_by,
    )
    journal.record(
        actor=established_by,
        kind="case.fact",
        subject=case,
        payload={"fact": fact.value, "holds": holds},
        ground=finding.source,
    )
    return finding


@journaled
def forget_findings(case: Case, facts: Collection[Fact]) -> None:
    """What was found of the certificate before, and says nothing of what begins now; the journal keeps it."""
    codes = [fact.value for fact in facts]
    Finding.objects.filter(certificate=case.certificate_id, fact__in=codes).delete()


@journaled
def close_case(case: Case, *, closed_by: User | None, today: date) -> None:
    """Refused while something in it still runs: a term, a duty of the scheme, a prepared decision."""
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if case.closed_on is not None:
        return
    if case.terms.filter(ended_on=None).exists():
        raise refuse("termijn_loopt", "Er loopt nog een termijn in deze zaak.")
    if case.tasks.filter(done_on=None, ended_on=None, due__isnull=False).exists():
        raise refuse("taak_open", "Er staat nog een taak open in deze zaak.")
    if case.decisions.filter(state__in=["concept", "voorgelegd"]).exists():
        raise refuse("besluit_open", "Er ligt nog een besluit dat niet is ondertekend.")
    case.closed_on, case.next_day, case.next_what = today, None, ""
    case.save(update_fields=["closed_on", "next_day", "next_what"])
    journal.record(actor=_who(closed_by), kind="case.closed", subject=case, payload={})


def _next_number() -> int:
    """One at a time: of two new cases of two schools the second must see the first."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERING_LOCK])
    return (Case.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def _who(user: User | None) -> User | Party:
    return user or SYSTEM
