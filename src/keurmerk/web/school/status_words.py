"""A status in words for the school that has it: until when, and what it may and may not do."""

from dataclasses import dataclass
from datetime import date

from keurmerk.certification.models import Certificate
from keurmerk.web.components.verdicts import Look
from rulebook.lifecycle.states import Mark, Standing, State


@dataclass(frozen=True, slots=True)
class StatusWords:
    look: Look
    meaning: str
    may: tuple[str, ...] = ()
    may_not: tuple[str, ...] = ()
    until: date | None = None
    until_words: str = ""


GOOD, WARN, BAD, QUIET = (
    Look("geldig", "check", "good"),
    Look("gewaarschuwd", "warning", "warn"),
    Look("geschorst", "cross", "bad"),
    Look("geen Keurmerk", "minus", "quiet"),
)
TEACH = "Inburgeringscursussen geven, ook aan Cursisten met een DUO-lening of betaald door de gemeente."
SHOW = "Uw school houder van het Keurmerk noemen en het logo gebruiken."
SUSPENDED_MAY = (
    "De cursussen afmaken die aantoonbaar al waren afgesproken.",
    "Cursisten doorverwijzen naar een school met het Keurmerk.",
)
SUSPENDED_MAY_NOT = (
    "Nieuwe Cursisten aannemen die met een DUO-lening of door de gemeente worden betaald.",
    "Na een lopende cursus een vervolg aanbieden.",
    "Het logo gebruiken of zich als houder presenteren.",
)
WITHOUT = (
    "Inburgeringscursussen geven aan Cursisten met een DUO-lening of betaald door de gemeente.",
    "Het logo gebruiken of zich als houder presenteren.",
)
MEANINGS = {
    State.NONE: "Uw school heeft nog geen overeenkomst met Blik op Werk.",
    State.AGREEMENT: "Er is een overeenkomst. U kunt het Keurmerk voor bepaalde tijd aanvragen.",
    State.APPLICATION: "Blik op Werk behandelt uw aanvraag. Tot het besluit heeft u het Keurmerk niet.",
    State.LEFT_ASIDE: "Uw aanvraag is niet inhoudelijk behandeld. U kunt opnieuw aanvragen.",
    State.REJECTED: "Uw aanvraag is afgewezen. Opnieuw aanvragen heeft zin als er nieuwe feiten zijn.",
    State.NOT_GRANTED: "Uw school kreeg na de bepaalde tijd het Keurmerk niet.",
    State.LAPSED: "De bepaalde tijd is afgelopen zonder dat er kon worden beoordeeld.",
    State.WITHDRAWN: "Uw Keurmerk is ingetrokken.",
    State.WITHDRAWN_FOR_A_TIME: "Uw Keurmerk is voor een bepaalde duur ingetrokken.",
    State.WITHDRAWN_AT_REQUEST: "Uw Keurmerk is op uw eigen verzoek ingetrokken.",
}
STANDINGS = {
    Standing.GOOD: "Uw Keurmerk geldt.",
    Standing.WARNED: (
        "Uw Keurmerk geldt, maar u moet op tijd weer aan de Normen voldoen. Lukt dat niet, dan kan "
        "Schorsing volgen."
    ),
    Standing.INQUIRY: "Uw Keurmerk is geschorst zolang Blik op Werk onderzoekt wat er aan de hand is.",
    Standing.SANCTION: "Uw Keurmerk is geschorst als sanctie.",
}
LASTS = {
    Mark.FIXED: "Het Keurmerk voor bepaalde tijd duurt tot en met",
    Mark.EXTENDED: "Het verlengde Keurmerk voor bepaalde tijd duurt tot en met",
}


def status_words(certificate: Certificate | None) -> StatusWords:
    state = State.NONE if certificate is None else certificate.state_
    held = state.held
    if certificate is None or held is None:
        until = certificate.withdrawn_until if certificate else None
        words = "De Intrekking duurt tot en met" if until else ""
        return StatusWords(QUIET, MEANINGS[state], may_not=WITHOUT, until=until, until_words=words)
    mark, standing = held
    if standing in (Standing.INQUIRY, Standing.SANCTION):
        return StatusWords(
            BAD,
            STANDINGS[standing],
            SUSPENDED_MAY,
            SUSPENDED_MAY_NOT,
            certificate.suspended_until,
            "De Schorsing duurt tot en met",
        )
    if standing is Standing.WARNED:
        return StatusWords(
            WARN,
            STANDINGS[standing],
            (TEACH, SHOW),
            until=certificate.warned_until,
            until_words="Voldoe weer aan de Normen uiterlijk op",
        )
    return StatusWords(
        GOOD,
        STANDINGS[standing],
        (TEACH, SHOW),
        until=certificate.fixed_until,
        until_words=LASTS.get(mark, ""),
    )
