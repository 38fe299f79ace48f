"""The letter of a decision: its slots, filled from what was judged."""

from datetime import date
from decimal import Decimal

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.certification.letter_data.frame import composed, frame, signed
from keurmerk.certification.letter_data.wording import paragraphs
from keurmerk.certification.models import Mandate
from keurmerk.dispensations.enums import State
from keurmerk.dispensations.models import Dispensation, DispensationNorm
from keurmerk.letters.letter import in_words
from rulebook.dispensations import Effect
from rulebook.norms.catalogue import norm
from rulebook.norms.handbook_data import HandbookDataError

KIND = "besluit_ontheffing"


def dispensation_letter(
    dispensation: Dispensation, *, signer: User, mandate: Mandate, today: date
) -> letters.Letter:
    """Raises LetterError where something is missing. It names no teacher but the one it is about."""
    kind, granted = dispensation.kind_, dispensation.state_ is State.GRANTED
    points = {point.code: point for point in dispensation.points.all()}
    data = {
        **frame(dispensation.case, dispensation.reference, today),
        **signed(signer, mandate),
        "granted": granted,
        "requested_on": dispensation.asked_on,
        "dispensation": f"{kind.nature.value} ‘{kind.title}’ ({kind.source})",
        "dispensation_about": dispensation.named,
        "checks": [
            {
                "demand": each.text,
                "outcome": _outcome(points[each.code].holds, points[each.code].note),
                "source": each.source,
            }
            for each in kind.conditions
            if each.code in points
        ],
        "weighing": dispensation.reasons,
    }
    if granted:
        data |= {
            "dispensation_days": days_words(dispensation.valid_from, dispensation.valid_until),
            "dispensation_norms": [norm_line(each) for each in dispensation.norms.all() if each.granted],
            "dispensation_effect": kind.effect_sentence,
            "conditions": paragraphs(dispensation.conditions.replace("\n", "\n\n")),
        }
    return composed(KIND, data)


def days_words(first: date | None, last: date | None) -> str:
    begin = f"van {in_words(first)}" if first else ""
    return f"{begin} tot en met {in_words(last)}" if last else f"{begin} en zonder einddatum"


def norm_line(row: DispensationNorm) -> dict[str, str]:
    return {"norm": f"{row.norm} {norm_title(row.norm)}".strip(), "effect": effect_words(row)}


def effect_words(row: DispensationNorm) -> str:
    if row.effect_ is Effect.OTHER_LIMIT and row.other_limit is not None:
        return f"er geldt een andere grens: {limit_words(row.other_limit)}"
    return row.effect_.words


def limit_words(limit: Decimal) -> str:
    return f"{limit.normalize():f}".replace(".", ",")


def norm_title(number: str) -> str:
    try:
        return norm(number).title
    except HandbookDataError:
        return ""


def _outcome(holds: bool, why: str) -> str:  # noqa: FBT001 - the one fact that it turns into words
    said = " ".join(why.split())
    return f"{'Ja' if holds else 'Nee'}{': ' + said if said else ''}"
