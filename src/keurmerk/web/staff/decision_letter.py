"""Letters as they would be if they were sent today. They say on top that they are none."""

from dataclasses import replace
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.letter_data import decision_letter, intention_letter
from keurmerk.certification.models import Decision, Intention, Mandate
from keurmerk.letters import Letter, LetterError
from keurmerk.web.staff.decision_draft import any_row_of
from rulebook.lifecycle.pieces import Parameter

NOTICE = "CONCEPT. Dit is geen besluit: het is niet ondertekend en niet verzonden."
NOBODY = "nog niet ondertekend"
NOT_SIGNED_YET = "volgt bij ondertekening"
INTENTION_NOTICE = "CONCEPT. Dit voornemen is niet verzonden."


def concept(decision: Decision, today: date) -> Letter:
    """Raises LetterError with what the letter still lacks."""
    asked = set(any_row_of(decision).parameters) - {Parameter.LIFT_AFTER_PLAN}
    if asked - set(decision.parameters):
        raise LetterError("vul eerst in wat het besluit vastlegt")
    nobody, mandate = User(name=NOBODY), Mandate(source=NOT_SIGNED_YET)
    letter = decision_letter(decision, None, signer=nobody, mandate=mandate, today=today)
    return replace(letter, notice=NOTICE)


def concept_of_intention(intention: Intention, today: date) -> Letter:
    letter = intention_letter(intention, sender=intention.sent_by, today=today)
    return replace(letter, notice=INTENTION_NOTICE)
