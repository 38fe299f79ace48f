"""Signing: the one moment at which a decision begins to exist, with its change, letter and mail."""

from datetime import date, datetime

from django.db.models import prefetch_related_objects
from django.utils import timezone

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.certification.enums import DecisionState, Subject
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.letter_data import decision_letter, no_letter
from keurmerk.certification.models import Change, Decision, Mandate, Paper, Term
from keurmerk.certification.queries import situation_of
from keurmerk.certification.service import changes, deciding, objections, plans, running
from keurmerk.certification.service.mandates import mandate_for
from keurmerk.certification.service.telling import tell_school
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.pieces import Side, TermRule

OBJECT_WITHIN = TermRule(
    "bezwaar", "Bezwaar maken tegen het besluit", "§7.10.1; Awb 6:7, 6:8", "bezwaar", side=Side.SCHOOL
)


@journaled
def sign(decision_id: int, *, by: User, now: datetime) -> Decision:
    """Sign and send. All of it happens, or nothing: status, terms, duties, sealed letter, mail, journal.

    Two who sign at once: the second finds the decision signed and gets NotPossibleError.
    """
    today = timezone.localdate(now)
    decision = deciding.held(decision_id)
    certificate = decision.case.certificate = changes.locked(decision.case.certificate_id)
    mandate = _may_sign(decision, by, now)
    if decision.seen_version != certificate.version:
        raise refuse(
            "dossier_gewijzigd",
            "De status is gewijzigd nadat dit besluit is voorgelegd. Kijk het opnieuw na.",
        )
    prefetch_related_objects([decision], "motivations")
    situation = situation_of(certificate, today)
    if found := deciding.obstacles_before_letter(decision, situation):
        raise NotPossibleError(*found)
    change = _carry_out(decision, by, now)
    decision.change, decision.mandate = change, mandate
    decision.signed_by, decision.signed_at, decision.sent_on = by, now, today
    term = None
    if decision.open_to_objection:
        term = running.start_term(
            OBJECT_WITHIN,
            {"verzonden_op": today.isoformat()},
            case=decision.case,
            on=today,
            change=change,
            subject=Subject.OBJECTION,
            subject_id=decision.pk,
        )
        running.refresh_next_day([decision.case_id])
    _add_letter(decision, change, by, mandate, now)
    decision.state = DecisionState.SIGNED
    decision.save()
    _announce(decision, by, term, today)
    return decision


def _may_sign(decision: Decision, by: User, now: datetime) -> Mandate:
    if decision.state == DecisionState.SIGNED:
        raise refuse("al_getekend", f"Besluit {decision.reference} is al ondertekend.")
    if decision.state != DecisionState.SUBMITTED:
        raise refuse("niet_voorgelegd", "Dit besluit ligt niet ter ondertekening.")
    if by.pk in decision.authors:
        raise refuse(
            "vier_ogen", "Wie aan een besluit schreef, ondertekent het niet. Vraag een ander.", "Awb 10:3"
        )
    mandate = mandate_for(by, decision.kind_, timezone.localdate(now))
    if mandate is None:
        raise refuse("geen_mandaat", "U hebt geen mandaat om dit soort besluit te ondertekenen.", "Awb 10:3")
    return mandate


def _carry_out(decision: Decision, by: User, now: datetime) -> Change | None:
    """What the decision does to the certificate, the plan or the objection."""
    today = timezone.localdate(now)
    match Subject(decision.subject):
        case Subject.PLAN:
            plans.judged(decision, by=by, today=today)
            return None
        case Subject.OBJECTION:
            objections.decided(decision, by=by, today=today)
            return None
        case _:
            step = deciding.step_of(decision, user=by)
            return changes.make(
                decision.case.certificate_id, step, case=decision.case, today=today, decision=decision
            )


def _add_letter(decision: Decision, change: Change | None, by: User, mandate: Mandate, now: datetime) -> None:
    today = timezone.localdate(now)
    try:
        letter = decision_letter(decision, change, signer=by, mandate=mandate, today=today)
    except letters.LetterError as error:
        raise NotPossibleError(no_letter(error)) from error
    decision.letter = store_letter(letter, decision.reference, decision.title, decision, now)
    decision.letter_html = letters.to_html(letter)
    Paper.objects.create(case=decision.case, document=decision.letter)


def store_letter(
    letter: letters.Letter, reference: str, title: str, about: Decision, now: datetime
) -> Document:
    """Seal the letter and keep it with the school's documents."""
    pdf = letters.seal(letters.to_pdf(letter), reason=letter.title, at=now)
    return documents.add(
        data=pdf,
        filename=f"{reference}.pdf",
        title=f"{title} ({reference})",
        kind=DocumentKind.LETTER,
        school=about.case.school,
        added_by=None,
        sealed=True,
    )


def _announce(decision: Decision, by: User, term: Term | None, today: date) -> None:
    tell_school(
        decision.case,
        "school_decided",
        {
            "school": decision.case.school.name,
            "what": decision.title,
            "reference": decision.reference,
            "object_until": term.last_day if term else None,
        },
        key=f"decision:{decision.public_id}",
        today=today,
        attachments=[decision.letter] if decision.letter else [],
    )
    journal.record(
        actor=by,
        kind="decision.signed",
        subject=decision,
        payload={
            "what": decision.kind,
            "case": decision.case.number,
            "letter": decision.letter.sha256 if decision.letter else "",
        },
        ground=", ".join(decision.grounds)[:300],
    )
