"""What stands in every letter, and the last step of each: filling the reviewed text."""

from collections.abc import Mapping
from datetime import date

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.certification.letter_data.wording import Data, is_filled, without_hidden
from keurmerk.certification.models import Case, Mandate, Objection
from rulebook.norms.editions import edition_in_force

ROLE = "medewerker van Blik op Werk"
AUTOMATIC = "automatisch gemaakt bericht"
NO_DECISION = "niet nodig, deze brief is geen besluit"


def frame(case: Case, reference: str, today: date) -> Data:
    """No address of a school is kept, so its board is addressed by name. Who objects gave one."""
    school, objection = case.school, Objection.objects.filter(case=case, by_school=False).first()
    return {
        "school": school.name,
        "kvk": school.kvk_number,
        "addressee": _objector(objection) if objection else [school.name, "t.a.v. het bestuur"],
        "reference": reference,
        "date": today,
        "edition": edition_in_force(today).title,
    }


def _objector(objection: Objection) -> list[str]:
    lines = [objection.objector, *objection.address.splitlines()]
    return [line.strip() for line in lines if line.strip()] or ["de indiener van het bezwaar"]


def signed(signer: User, mandate: Mandate) -> Data:
    return {"signed_by": signer.name, "signed_by_role": ROLE, "mandate": mandate.source}


def sent_by(sender: User | None) -> Data:
    """Of a letter that decides nothing; without a sender the system made it."""
    if sender is None:
        return {"signed_by_role": AUTOMATIC, "mandate": NO_DECISION}
    return {"signed_by": sender.name, "signed_by_role": ROLE, "mandate": NO_DECISION}


def composed(kind: str, data: Mapping[str, object]) -> letters.Letter:
    """Raises LetterError where a slot is missing or has no place."""
    return letters.compose(
        kind, {name: without_hidden(value) for name, value in data.items() if is_filled(value)}
    )
