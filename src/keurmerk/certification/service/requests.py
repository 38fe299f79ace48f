"""What a school asks of the scheme by itself: it opens a case, with a dated task to answer it."""

from dataclasses import dataclass
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind, RequestKind
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Certificate, Request, Task
from keurmerk.certification.service import cases, running
from keurmerk.certification.service.attaching import attach
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.examining import ExaminedFile
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Side

PORTAL = "Verzoek in Mijn keurmerk"
FACT_OF = {RequestKind.END: Fact.REQUEST_SIGNED}
"""What asking in the portal itself establishes; whether there is a good reason is for the scheme."""
ANSWER = "verzoek_beantwoorden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    kind: RequestKind
    text: str
    wanted_on: date | None = None
    signed: bool = False


@journaled
def file_request(
    certificate: Certificate, asked: Asked, *, by: User, today: date, file: ExaminedFile | None = None
) -> Request:
    """The same wish asked twice is one case: the first stays while it runs."""
    Certificate.objects.select_for_update(no_key=True).get(pk=certificate.pk)
    running_one = _running(certificate, asked.kind)
    if running_one is not None:
        return running_one
    _check(certificate, asked)
    case = cases.open_case(
        certificate,
        CaseKind.REQUEST,
        title=_capital(asked.kind.label),
        opened_by=by,
        today=today,
    )
    request = Request.objects.create(
        case=case,
        kind=asked.kind,
        text=asked.text.strip(),
        wanted_on=asked.wanted_on,
        signed=asked.signed,
        filed_on=today,
        filed_by=by,
        document=None if file is None else attach(case, file, DocumentKind.OTHER, added_by=by),
    )
    if asked.kind in FACT_OF:
        cases.establish(case, FACT_OF[asked.kind], holds=True, source=PORTAL, established_by=by, today=today)
    _ask_answer(request)
    journal.record(actor=by, kind="request.filed", subject=case, payload={"what": asked.kind.value})
    return request


def _running(certificate: Certificate, kind: RequestKind) -> Request | None:
    return Request.objects.filter(case__certificate=certificate, kind=kind, case__closed_on=None).first()


def _check(certificate: Certificate, asked: Asked) -> None:
    if certificate.state_.held is None:
        raise refuse(
            "geen_houder", "Dit kan alleen zolang de school het Keurmerk heeft.", "§1.5.3, §2.6, §7.5.1"
        )
    if not asked.text.strip():
        raise refuse("leeg", "Schrijf op wat u vraagt en waarom.")
    if asked.kind == RequestKind.END and not asked.signed:
        raise refuse("niet_ondertekend", "Bevestig dat u het Keurmerk wilt opzeggen.", "§7.5.1")


def _ask_answer(request: Request) -> None:
    """Eight weeks at most, as the Awb gives for any application that has no term of its own."""
    received = {"ontvangen_op": request.filed_on.isoformat(), "opschortingen": []}
    Task.objects.create(
        case=request.case,
        code=ANSWER,
        side=Side.SCHEME,
        text=f"Beslis op het verzoek van de school: {request.kind_.label}.",
        source="Awb 4:13",
        due=running.compute("aanvraag_awb", received, "Awb 4:13").last_day,
    )
    running.refresh_next_day([request.case_id])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
