"""Dutch for the pieces of a row, as the documentation, the picture and the web show them."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from rulebook.lifecycle.pieces import (
    After,
    Become,
    Before,
    Duty,
    Keep,
    Need,
    Side,
    Stand,
    Target,
    TermRule,
    To,
    Transition,
)
from rulebook.lifecycle.states import Mark, Standing, State, held_states

MARKS = {
    Mark.FIXED: "voor bepaalde tijd",
    Mark.EXTENDED: "voor bepaalde tijd, verlengd",
    Mark.INDEFINITE: "voor onbepaalde tijd",
}
STANDINGS = {
    Standing.GOOD: "in orde",
    Standing.WARNED: "gewaarschuwd",
    Standing.INQUIRY: "geschorst voor onderzoek",
    Standing.SANCTION: "geschorst als sanctie",
}
SIDES = {Side.SCHOOL: "de school", Side.SCHEME: "Blik op Werk"}
ENDS_ALL = "alle"
TERMS = {
    "aanvraag_awb": "acht weken na ontvangst; de termijn staat stil zolang de school aanvult",
    "aanvraag_handleiding": "acht weken nadat de aanvraag volledig is; eenmaal acht weken langer",
    "bepaalde_tijd": "zestien maanden vanaf het begin van de Meetperiode; met verlenging ten hoogste 32",
    "beslissing_bezwaar": "zes weken na het einde van de bezwaartermijn, twaalf met een commissie",
    "bezwaar": "zes weken, vanaf de dag na verzending",
    "schorsing": "zoveel maanden als het besluit noemt, ten hoogste negen; een onderzoek kan langer duren",
    "tot_en_met": "tot en met de dag die erbij wordt genoemd",
}
"""What a term without a count comes to."""
UNITS = {
    "dagen": ("dag", "dagen"),
    "werkdagen": ("werkdag", "werkdagen"),
    "weken": ("week", "weken"),
    "maanden": ("maand", "maanden"),
}


def event_words(event: StrEnum) -> str:
    return event.value.replace("_", " ").replace("beeindigen", "beëindigen")


def state_words(state: StrEnum) -> str:
    return str(getattr(state, "words", state.value))


def states_words(states: Collection[StrEnum]) -> tuple[str, ...]:
    """The states in the order of the table; those of a held certificate drawn together."""
    held = frozenset(state for state in states if isinstance(state, State) and state.held)
    rest = sorted((state for state in states if state not in held), key=list(type(next(iter(states)))).index)
    return (*map(state_words, rest), *_held_words(held))


def target_words[S: StrEnum](target: Target[S], around: str = "het besluit") -> str:
    match target:
        case To(state):
            return state_words(state)
        case Stand(standing):
            return f"hetzelfde Keurmerk, {STANDINGS[standing]}"
        case Become(mark, keeps):
            return f"Keurmerk {MARKS[mark]}" + (
                "; een Waarschuwing of Schorsing blijft" if keeps else ", in orde"
            )
        case Before():
            return f"de status van voor {around}, met wat daarbij hoort"
        case After():
            return "de status die het besluit gaf, met wat daarbij hoort"
        case Keep():
            return "de status blijft"


def joined(words: Sequence[str]) -> str:
    """'a, b of c'."""
    return " of ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def need_words(need: Need) -> str:
    return need.fact.statement if need.wanted else f"Niet: {need.fact.statement}"


def duration_words(count: int, kind: str) -> str:
    return f"{count} {UNITS[kind][count != 1]}"


def term_words(rule: TermRule) -> str:
    return TERMS[rule.kind] if rule.count is None else duration_words(rule.count, rule.kind)


def within_words(duty: Duty) -> str:
    if duty.while_it_lasts:
        return "zolang dit duurt"
    return f"binnen {duration_words(duty.count, duty.kind)}" if duty.count else "direct"


def ended_words[S: StrEnum](row: Transition[S], names: dict[str, str]) -> tuple[str, ...]:
    return ("alles wat nog loopt",) if ENDS_ALL in row.ends else tuple(names[code] for code in row.ends)


def _held_words(held: frozenset[State]) -> tuple[str, ...]:
    """One phrase where the states are marks times standings, else one per mark."""
    pairs = {state.held for state in held if state.held}
    marks = tuple(mark for mark in Mark if any(pair[0] is mark for pair in pairs))
    standings = tuple(each for each in Standing if any(pair[1] is each for pair in pairs))
    if not pairs:
        return ()
    if held == held_states(marks, standings):
        return (_together(marks, standings),)
    return tuple(
        _together((mark,), tuple(each for each in Standing if (mark, each) in pairs)) for mark in marks
    )


def _together(marks: tuple[Mark, ...], standings: tuple[Standing, ...]) -> str:
    which = {
        tuple(Mark): "elk Keurmerk",
        (Mark.FIXED, Mark.EXTENDED): "Keurmerk voor bepaalde tijd, al dan niet verlengd",
    }.get(marks) or f"Keurmerk {joined([MARKS[mark] for mark in marks])}"
    how = {
        tuple(Standing): "hoe het ook staat",
        (Standing.INQUIRY, Standing.SANCTION): "geschorst",
        (Standing.GOOD, Standing.WARNED): "niet geschorst",
    }.get(standings) or joined([STANDINGS[each] for each in standings])
    return f"{which}, {how}"
