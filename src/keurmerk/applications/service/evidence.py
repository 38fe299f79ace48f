"""The documents of an application: added once, pointed at as often as needed."""

import hashlib
from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.errors import NotOpenError
from keurmerk.applications.models import Application, Attachment, Reference
from keurmerk.applications.pdf_pages import looked_into
from keurmerk.applications.queries.filling import open_pages
from keurmerk.applications.service.filling import HANDED_IN, check_open, held, not_now, touch
from keurmerk.certification.errors import refuse
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.examining import ExaminedFile
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from rulebook.application.pages import PAGES

MOST_ATTACHMENTS = 100
PAGE_OF_DEMAND = {demand.code: page.code for page in PAGES for demand in page.evidence}


@journaled
def add_attachment(
    application_id: int, file: ExaminedFile, *, title: str, by: User, now: datetime
) -> Attachment:
    """Store it under the next number. The same contents again give the attachment of then."""
    application = held(application_id)
    if not open_pages(application):
        raise NotOpenError(HANDED_IN)
    digest = hashlib.sha256(file.data).hexdigest()
    same = application.attachments.filter(document__sha256=digest).select_related("document").first()
    if same is not None:
        return same
    if application.attachments.count() >= MOST_ATTACHMENTS:
        raise refuse("te_veel", f"Een aanvraag heeft hoogstens {MOST_ATTACHMENTS} bijlagen. Voeg er samen.")
    document = documents.add_examined(
        file,
        title=title or file.filename,
        kind=DocumentKind.APPLICATION,
        school=application.school,
        added_by=by,
        for_school=False,
    )
    last = application.attachments.aggregate(last=Max("number"))["last"] or 0
    seen = looked_into(file)
    attachment = Attachment.objects.create(
        application=application,
        number=last + 1,
        document=document,
        pages=seen.pages,
        has_text=seen.has_text,
    )
    touch(application, now)
    return attachment


@journaled
def remove_attachment(attachment: Attachment, *, by: User, now: datetime) -> None:
    """Out of the application, with what pointed at it. What was handed in once stays in the case."""
    application = held(attachment.application_id)
    for code in set(attachment.references.values_list("code", flat=True)) or {""}:
        _check(application, code, now)
    if application.submitted_at is not None and attachment.created_at <= application.submitted_at:
        raise NotOpenError("Deze bijlage is ingediend en blijft in het dossier. Voeg de nieuwe toe.")
    document = attachment.document
    attachment.delete()
    documents.discard(document, by=by)
    touch(application, now)


@journaled
def point_at(
    application_id: int,
    code: str,
    attachment: Attachment,
    *,
    pages: str,
    row: str = "",
    issued_on: date | None = None,
    profile: str = "",
    now: datetime,
) -> Reference:
    """Say that a demand is met in this document, on these pages."""
    application = held(application_id)
    _check(application, code, now)
    if attachment.application_id != application.pk:
        raise refuse("andere_aanvraag", "Deze bijlage hoort bij een andere aanvraag.")
    reference, _ = Reference.objects.update_or_create(
        application=application,
        code=code,
        row=row,
        attachment=attachment,
        defaults={
            "pages": pages.strip(),
            "issued_on": issued_on,
            "profile": profile,
            "confirmed": None,
            "confirmed_on": None,
            "confirmed_by": None,
        },
    )
    application.references.filter(code=code, row=row, attachment=None).delete()
    touch(application, now)
    return reference


@journaled
def does_not_apply(application_id: int, code: str, because: str, *, row: str = "", now: datetime) -> None:
    """Say why a demand does not hold here; without a reason it is asked again."""
    application = held(application_id)
    _check(application, code, now)
    mine = application.references.filter(code=code, row=row, attachment=None)
    if because.strip():
        Reference.objects.update_or_create(
            application=application,
            code=code,
            row=row,
            attachment=None,
            defaults={"does_not_apply": because.strip()},
        )
    else:
        mine.delete()
    touch(application, now)


@journaled
def unpoint(reference: Reference, *, now: datetime) -> None:
    application = held(reference.application_id)
    _check(application, reference.code, now)
    reference.delete()
    touch(application, now)


@journaled
def confirm(reference: Reference, *, holds: bool, remark: str, by: User, today: date) -> Reference:
    """Staff looked at the document: what the applicant typed of it is so, or is not."""
    application = held(reference.application_id)
    if application.state != ApplicationState.SUBMITTED:
        raise not_now(application)
    if not holds and not remark.strip():
        raise refuse("opmerking_ontbreekt", "Schrijf op wat er niet klopt.")
    reference.confirmed, reference.remark = holds, remark.strip()
    reference.confirmed_by, reference.confirmed_on = by, today
    reference.save(update_fields=["confirmed", "remark", "confirmed_by", "confirmed_on"])
    journal.record(
        actor=by,
        kind="application.evidence_confirmed",
        subject=application,
        payload={"code": reference.code, "holds": holds},
    )
    return reference


def _check(application: Application, code: str, now: datetime) -> None:
    check_open(application, PAGE_OF_DEMAND.get(code, ""), timezone.localdate(now)) if code else None
