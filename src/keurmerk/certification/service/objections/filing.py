"""An objection comes in: by the portal, or entered by staff when it came by post or e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind, DecisionState, Manner
from keurmerk.certification.errors import refuse
from keurmerk.certification.letter_data import objection_receipt_letter
from keurmerk.certification.models import Decision, Objection
from keurmerk.certification.queries.objections import decision_term, running_objection
from keurmerk.certification.service import cases, changes, moving, running
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.certification.service.objections.knowing import known_of, term_facts
from keurmerk.certification.service.objections.telling import tell_objector
from keurmerk.documents.models import Document
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.pieces import Actor, Side, TermRule
from rulebook.lifecycle.states import ObjectionState
from rulebook.lifecycle.tables.objection import PENDING

EXPLAIN_WITHIN = TermRule(
    "te_laat_uitleggen", "Uitleggen waarom het bezwaar later is", "Awb 6:11", "weken", 2, side=Side.SCHOOL
)
SOURCE = "§7.10.1; Awb 6:7, 6:9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An objection as it came. In the portal the day, the way and the signature are those of the session."""

    manner: Manner
    received_on: date | None = None
    posted_on: date | None = None
    objector: str = ""
    address: str = ""
    dated_on: date | None = None
    reference: str = ""
    for_another: bool = False
    authorised: bool = False
    arguments: str = ""
    signed: bool = False
    late_reason: str = ""
    by_school: bool = True


@journaled
def file(
    decision_id: int,
    filing: Filing,
    *,
    filed_by: User,
    now: datetime,
    papers: Sequence[Document] = (),
) -> Objection:
    """Take the objection in, also when it is late or lacks something, and confirm that at once.

    It does not suspend the decision: nothing of the certificate changes.
    """
    today = timezone.localdate(now)
    contested = Decision.objects.select_related("case").get(pk=decision_id)
    certificate = changes.locked(contested.case.certificate_id)
    _check_decision(contested)
    received = _received(contested, filing, filed_by, today)
    _check_single(contested, filing)
    case = cases.open_case(
        certificate,
        CaseKind.OBJECTION,
        title=f"Bezwaar tegen {contested.reference}",
        opened_by=filed_by,
        today=today,
        period_first=contested.case.period_first,
    )
    objection = _row(contested, filing, received)
    objection.case, objection.filed_by = case, filed_by
    objection.save()
    move = moving.Move(
        event=ObjectionEvent.FILE,
        by=Actor.SCHOOL,
        user=filed_by,
        on=received,
        facts={"beslissing_bezwaar": term_facts(objection)},
    )
    moving.carry_out(objection, move, known_of(objection, today))
    for paper in papers:
        cases.add_paper(case, paper, added_by=filed_by)
    _confirm(objection, now)
    return objection


def _check_decision(contested: Decision) -> None:
    if contested.state != DecisionState.SIGNED or contested.sent_on is None:
        raise refuse("niet_verzonden", "Dit besluit is nog niet ondertekend en verzonden.", "§7.10.1")
    if not contested.open_to_objection:
        raise refuse("niet_vatbaar", "Tegen dit besluit staat geen bezwaar open.", "§7.10.1")


def _received(contested: Decision, filing: Filing, filed_by: User, today: date) -> date:
    """The day of receipt; in the portal today."""
    by_portal = filing.manner == Manner.PORTAL
    if by_portal != (filed_by.role == Role.SCHOOL):
        raise refuse(
            "wijze", "Een school dient in via Mijn keurmerk; een medewerker voert post of e-mail in."
        )
    received = today if by_portal else filing.received_on
    if received is None:
        raise refuse("ontvangen_op", "Vul de dag in waarop het bezwaar is ontvangen.", SOURCE)
    if received > today:
        raise refuse("ontvangen_op", "De dag van ontvangst ligt in de toekomst.", SOURCE)
    if contested.sent_on is not None and received < contested.sent_on:
        sent = f"{contested.sent_on:%d-%m-%Y}"
        text = f"De dag van ontvangst ligt voor de dag waarop het besluit is verzonden ({sent})."
        raise refuse("ontvangen_op", text, SOURCE)
    if filing.posted_on is not None and filing.manner != Manner.POST:
        raise refuse("gepost_op", "Alleen een bezwaar per post heeft een dag van posten.", SOURCE)
    if filing.posted_on is not None and filing.posted_on > received:
        raise refuse("gepost_op", "De dag van posten ligt na de dag van ontvangst.", SOURCE)
    return received


def _check_single(contested: Decision, filing: Filing) -> None:
    earlier = running_objection(contested) if filing.by_school else None
    if earlier is None:
        return
    code, number = f"bezwaar_loopt:{earlier.public_id}", earlier.case.number
    if earlier.state_ in PENDING:
        raise refuse(code, f"Tegen dit besluit loopt al een bezwaar van de school: zaak {number}.", SOURCE)
    text = f"Op het bezwaar van de school tegen dit besluit is al beslist, in zaak {number}."
    raise refuse(code, f"{text} Daartegen staat beroep open bij de rechtbank.", "§7.10.2")


def _row(contested: Decision, filing: Filing, received: date) -> Objection:
    portal = filing.manner == Manner.PORTAL
    in_time, because = _in_time(contested, filing, received)
    return Objection(
        decision=contested,
        state=ObjectionState.NONE,
        manner=filing.manner,
        received_on=received,
        posted_on=filing.posted_on,
        in_time=in_time,
        in_time_because=because,
        late_reason=filing.late_reason.strip(),
        by_school=filing.by_school,
        interested_party=True if filing.by_school else None,
        objector=filing.objector.strip(),
        address=filing.address.strip(),
        dated_on=received if portal else filing.dated_on,
        reference=contested.reference if portal else filing.reference.strip(),
        for_another=filing.for_another,
        authorised=filing.authorised,
        arguments=filing.arguments.strip(),
        signed=portal or filing.signed,
    )


def _in_time(contested: Decision, filing: Filing, received: date) -> tuple[bool, str]:
    facts: running.Facts = {
        "verzonden_op": contested.sent_on.isoformat() if contested.sent_on else "",
        "ontvangen_op": received.isoformat(),
        "wijze": "post" if filing.manner == Manner.POST else "email",
        "gepost_op": filing.posted_on.isoformat() if filing.posted_on else None,
    }
    term = running.compute("bezwaar", facts, SOURCE)
    return bool(term.in_time), "; ".join(str(step) for step in term.steps)


def _confirm(objection: Objection, now: datetime) -> None:
    """The receipt, and where it is late two weeks to say why (Awb 6:14, 6:11)."""
    today, case = timezone.localdate(now), objection.case
    explain_by = None
    if not objection.in_time:
        facts: running.Facts = {"vanaf": today.isoformat(), "aantal": EXPLAIN_WITHIN.count or 0}
        explain_by = moving.start_term(objection, EXPLAIN_WITHIN, facts, on=today).last_day
        running.refresh_next_day([case.pk])
    letter = objection_receipt_letter(
        objection, reference=letter_reference(case, "B1"), sender=case.handler, today=today
    )
    document = keep_letter(letter, title="Ontvangst van het bezwaar", case=case, now=now)
    term = decision_term(objection)
    tell_objector(
        objection,
        "school_objection_received",
        today=today,
        attachments=[document],
        received_on=objection.received_on,
        late=not objection.in_time,
        explain_by=explain_by,
        decide_by=term.last_day if term else None,
    )
