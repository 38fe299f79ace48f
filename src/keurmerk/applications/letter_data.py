"""What goes into the letters about an agreement and an application."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.applications.enums import AgreementKind
from keurmerk.applications.models import Agreement, Application, Chance, IntakeTalk
from keurmerk.applications.queries.filling import Filled
from keurmerk.certification.counting import compute
from keurmerk.certification.letter_data.frame import composed, frame, sent_by
from keurmerk.certification.letter_data.wording import Data, term_slot
from keurmerk.certification.models import Case, Term
from rulebook.application.checking import is_empty
from rulebook.application.pages import BY_CODE, PAGES
from rulebook.lifecycle.tables.application import COMPLETE_BY, DECIDE_BY_LAW

PRINT = 16
"""Hexadecimal characters of a fingerprint: enough to recognise a file by."""
ACCORDED = "bijlage 2 en 5 van de Handleiding"
KINDS = {AgreementKind.AGREEMENT: "overeenkomst", AgreementKind.PROCESSING: "verwerkersovereenkomst"}


def agreement_letter(
    agreement: Agreement, case: Case, *, reference: str, signer: User, today: date
) -> letters.Letter:
    """The agreement as concluded: both signatures in one sealed document."""
    if agreement.school_signed_at is None:
        raise ValueError("an agreement that the school did not sign is not concluded")
    data = {
        **frame(case, reference, today),
        **sent_by(signer),
        "signer": agreement.signer,
        "signer_function": agreement.function,
        "signed_place": agreement.place,
        "signed_on": timezone.localdate(agreement.school_signed_at),
    }
    if agreement.kind == AgreementKind.PROCESSING:
        data["contacts"] = [f"{each.get('name', '')}, {each.get('email', '')}" for each in agreement.contacts]
    return composed(KINDS[AgreementKind(agreement.kind)], data)


def receipt_letter(
    application: Application, filled: Filled, *, reference: str, today: date
) -> letters.Letter:
    """What was handed in, by number: names in any script stay out of it, for not every script can be set."""
    data = {
        **frame(application.case, reference, today),
        **sent_by(None),
        "application_on": today,
        "signer": application.signer,
        "signer_function": application.function,
        "handed_in": [{"part": page.title, "given": _given(page.code, filled)} for page in PAGES],
        "attached": [
            {
                "number": str(each.number),
                "pages": "onbekend" if each.pages is None else str(each.pages),
                "print": each.document.sha256[:PRINT],
            }
            for each in filled.attachments
        ],
        "decide_by_term": _decide_by_law(application, today),
    }
    return composed("ontvangst_aanvraag", data)


def completion_letter(
    application: Application, chance: Chance, *, reference: str, sender: User, today: date
) -> letters.Letter:
    return composed("verzoek_aanvulling", _asking(application, chance, reference, sender, today))


def improvement_letter(
    application: Application, chance: Chance, *, reference: str, sender: User, today: date
) -> letters.Letter:
    return composed("verzoek_aanpassing", _asking(application, chance, reference, sender, today))


def extension_letter(
    application: Application, term: Term, *, reference: str, sender: User, today: date
) -> letters.Letter:
    """After the term was made longer."""
    data = {**_about(application, reference, sender, today), "decide_by_term": term_slot(term)}
    return composed("verlenging_beslistermijn", data)


def invitation_letter(
    application: Application, talk: IntakeTalk, *, reference: str, sender: User, today: date
) -> letters.Letter:
    data = {
        **_about(application, reference, sender, today),
        "talk_at": moment_in_words(talk.at),
        "talk_place": talk.place,
        "interpreter": talk.interpreter,
    }
    return composed("uitnodiging_intake", data)


def moment_in_words(at: datetime) -> str:
    """A day and time as one says them: maandag 8 december 2025 om 10.00 uur."""
    return date_format(timezone.localtime(at), "l j F Y \\o\\m H.i \\u\\u\\r")


def _asking(
    application: Application, chance: Chance, reference: str, sender: User, today: date
) -> dict[str, object]:
    until = compute(COMPLETE_BY.kind, {"tot_en_met": chance.until.isoformat()}, "§2.3, §2.4")
    return {
        **_about(application, reference, sender, today),
        "to_do": [{"part": BY_CODE[each["page"]].title, "text": each["text"]} for each in chance.pages],
        "complete_by_term": term_slot(until),
    }


def _about(application: Application, reference: str, sender: User, today: date) -> Data:
    if application.submitted_at is None:
        raise ValueError("a draft gets no letters")
    return {
        **frame(application.case, reference, today),
        **sent_by(sender),
        "application_on": timezone.localdate(application.submitted_at),
    }


def _decide_by_law(application: Application, today: date) -> Data:
    term = Term.objects.filter(case=application.case, code=DECIDE_BY_LAW.code, ended_on=None).first()
    counted = compute(
        DECIDE_BY_LAW.kind, {"ontvangen_op": today.isoformat(), "opschortingen": []}, DECIDE_BY_LAW.source
    )
    return term_slot(term or counted)


def _given(page: str, filled: Filled) -> str:
    """How much stands on a page, in words."""
    values = filled.answers.get(page, {})
    answers = sum(len(value) if isinstance(value, list) else not is_empty(value) for value in values.values())
    codes = {demand.code for demand in BY_CODE[page].evidence}
    places = sum(len(found) for key, found in filled.references.items() if key.partition(":")[0] in codes)
    return f"{answers} antwoorden, {places} vindplaatsen"
