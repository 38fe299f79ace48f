"""The letter as it would be if it were signed today. It says on top that it is none."""

from dataclasses import replace
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.letter_data import decision_letter
from keurmerk.certification.models import Decision, Mandate
from keurmerk.letters import Letter

NOTICE = "CONCEPT. Dit is geen besluit: het is niet ondertekend en niet verzonden."
NOBODY = "(nog niet ondertekend)"


def concept(decision: Decision, today: date) -> Letter:
    """Raises LetterError with what the letter still lacks. Nobody has signed, so nobody is named."""
    mandate = Mandate(source="(mandaat van wie ondertekent)")
    letter = decision_letter(decision, None, signer=User(name=NOBODY), mandate=mandate, today=today)
    return replace(letter, notice=NOTICE)
