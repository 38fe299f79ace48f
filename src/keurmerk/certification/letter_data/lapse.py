"""The letter that tells that a fixed term ran out by itself."""

from datetime import date

from keurmerk import letters
from keurmerk.certification.letter_data.effects import done
from keurmerk.certification.letter_data.frame import composed, frame, sent_by
from keurmerk.certification.letter_data.of_certificate import duty_rows
from keurmerk.certification.models import Change
from rulebook.lifecycle.facts import Fact


def lapse_letter(change: Change, *, reference: str, today: date) -> letters.Letter:
    effects = done(change)
    data = {
        **frame(change.case, reference, today),
        **sent_by(None),
        "certificate": "bepaalde_tijd",
        "ends_on": effects.earlier_day("fixed_until"),
        "lapse_reason": _reason(change),
        "duties": duty_rows(effects),
    }
    return composed("bericht_aflopen", data)


def _reason(change: Change) -> str:
    """What nobody established was not in time either: that is why it ran out."""
    audited = change.facts.get(Fact.AUDIT_IN_TIME) is True
    surveyed = change.facts.get(Fact.SURVEY_IN_TIME) is True
    if audited == surveyed:
        return "beide"
    return "tevredenheidsonderzoek" if audited else "resultatenaudit"
