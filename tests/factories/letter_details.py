"""What staff would fill in for the letter of a decision, made up."""

from datetime import date

from keurmerk.certification.details import Detail, details_for, event_of, given_details
from keurmerk.certification.models import Decision

TEXT = "Stichting De Overkant"
PROSE = "Wij onderzoeken de urenverklaringen van september tot en met december.\n\nStuur de presentielijsten."
ANSWERS: dict[str, object] = {
    "tracks": "vier afgeronde Trajecten van vier Cursisten",
    "profile": "leerprofiel laag",
    "old_period": "1 januari 2025 tot en met 31 december 2025",
    "new_period": "1 januari 2025 tot en met 31 maart 2026",
    "earlier_reference": "BOW-2024-0815",
    "consequence": "Het besluit blijft in stand.",
    "missing": ["Het bedrijfsplan ontbreekt.", "Het Aanvraagformulier is niet ondertekend."],
    "objections": [
        {
            "ground": "De cijfers kloppen niet",
            "said": "Van elf Trajecten was de begindag volgens u anders afgesproken.",
            "answer": "De afspraken in de contracten noemen de dag waarmee wij hebben gerekend.",
        }
    ],
}


def filled_in(decision: Decision, today: date, *, optional: bool = False) -> dict[str, object]:
    """Every field that must be filled in and is not known yet; with `optional` each other one too."""
    known = given_details(decision, today)
    return {
        detail.name: value_for(detail)
        for detail in details_for(decision.kind_, event_of(decision))
        if detail.name not in known and (optional or detail.required)
    }


def value_for(detail: Detail) -> object:
    if detail.name in ANSWERS:
        return ANSWERS[detail.name]
    match detail.kind:
        case "date":
            return "2025-02-03"
        case "choice":
            return detail.choices[0][0]
        case "lines":
            return ["U meldt elke wijziging binnen een week."]
        case "prose":
            return PROSE
        case _:
            return TEXT
