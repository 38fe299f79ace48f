"""What a letter asks of staff beside what follows from the record: per slot a field with its label."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from keurmerk.certification.enums import Subject
from keurmerk.certification.known_details import known_details
from keurmerk.certification.letter_kinds import BURDENING, needs_of
from keurmerk.certification.models import Decision
from keurmerk.letters import LetterError, needs
from keurmerk.letters.slots import Slot, SlotKind, read
from keurmerk.letters.texts import Need
from rulebook.lifecycle.events import Event, ObjectionEvent, PlanEvent
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import DecisionKind

ASKED: Mapping[str, str] = {
    "application_on": "Aanvraag ontvangen op",
    "asked_on": "Aanvulling gevraagd op",
    "repair_until": "Aanvullen kon tot en met",
    "completion": "Wat kwam er daarna?",
    "missing": "Wat ontbreekt",
    "requested_on": "Verzoek ontvangen op",
    "period_change": "Waar vraagt de school om?",
    "old_period": "Meetperiode nu",
    "new_period": "Gevraagde Meetperiode",
    "acquirer": "Wie krijgt de Zeggenschap?",
    "profile": "Leerprofiel of leerroute",
    "tracks": "Afgeronde Trajecten en Cursisten",
    "earlier_on": "Datum van het eerdere besluit",
    "earlier_reference": "Kenmerk van het eerdere besluit",
    "lift_reason": "Waarom eindigt de Schorsing?",
    "inquiry": "Het onderzoek",
    "instructions": "Aanwijzingen",
    "objections": "Bezwaren en ons antwoord",
    "consequence": "Wat verandert er?",
    "costs": "Kosten van het bezwaar",
    "hearing": "Wat wij vinden van wat de school zei",
    "conditions": "Voorschriften en beperkingen",
    "remarks": "Opmerking voor deze school",
}
"""In the order of the form."""
LABELS: Mapping[DecisionKind, Mapping[str, str]] = {
    DecisionKind.ON_OBJECTION: {"hearing": "Horen: waarom niet, of wat wij erbij opmerken"}
}
"""Where another label is clearer for a kind."""
ANSWERS = frozenset({"hearing"})
"""Added to what is on record, so never demanded of the form."""
PLAIN: Mapping[SlotKind, str] = {
    SlotKind.TEXT: "text",
    SlotKind.MOMENT: "text",
    SlotKind.PROSE: "prose",
    SlotKind.DAY: "date",
    SlotKind.CHOICE: "choice",
    SlotKind.ITEMS: "lines",
    SlotKind.ROWS: "rows",
}
FIELD_LABELS: Mapping[str, str] = {
    "ground": "Bezwaar",
    "said": "Wat de school aanvoert",
    "answer": "Ons antwoord",
}


@dataclass(frozen=True, slots=True)
class Detail:
    """A field of the form. `kind` is text, prose, date, choice, lines or rows; a row has `fields`.

    Kept in JSON under `name`: text as text, a date as ISO, lines as a list, rows as a list of objects.
    """

    name: str
    label: str
    help: str
    kind: str
    required: bool
    choices: tuple[tuple[str, str], ...] = ()
    fields: tuple["Detail", ...] = ()


def details_for(kind: DecisionKind, event: StrEnum) -> tuple[Detail, ...]:
    """What staff fill in for the letter of this decision, in the order of the form."""
    asked = needs_of(kind, event)
    return tuple(
        _detail(asked[name], LABELS.get(kind, {}).get(name, label))
        for name, label in ASKED.items()
        if name in asked and not (name == "new_period" and event is Event.CHANGE_PERIOD)
    )


def intention_details() -> tuple[Detail, ...]:
    asked = needs("voornemen")
    labels = {"weighing": "Hoe wij de belangen nu zien", "remarks": ASKED["remarks"]}
    return tuple(_detail(asked[name], label) for name, label in labels.items())


def _detail(need: Need, label: str) -> Detail:
    slot = need.slot
    return Detail(
        name=slot.name,
        label=label,
        help=sentence(slot.meaning),
        kind=PLAIN[slot.kind],
        required=not need.may_be_empty and slot.name not in ANSWERS,
        choices=tuple(slot.choices.items()),
        fields=tuple(_field(inner) for inner in slot.fields.values()),
    )


def _field(slot: Slot) -> Detail:
    label = FIELD_LABELS.get(slot.name, sentence(slot.meaning).rstrip("."))
    return Detail(slot.name, label, sentence(slot.meaning), PLAIN[slot.kind], required=True)


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def given_details(decision: Decision, today: date) -> dict[str, object]:
    """What staff filled in, and what is known where they left a field empty."""
    given = {name: value for name, value in decision.details.items() if value not in (None, "", [], {})}
    return {**known_details(decision, today), **given}


def missing_details(decision: Decision, today: date) -> tuple[Obstacle, ...]:
    """Every field that is still empty, or filled with what a letter cannot say."""
    given = given_details(decision, today)
    kind, event = decision.kind_, event_of(decision)
    slots = needs_of(kind, event)
    found = []
    for detail in details_for(kind, event):
        if detail.name not in given:
            if detail.required:
                found.append(Obstacle(f"gegeven:{detail.name}", f"Vul in: {detail.label}."))
        elif wrong := _wrong(slots[detail.name].slot, given[detail.name], detail):
            found.append(Obstacle(f"gegeven:{detail.name}", wrong))
    return (*found, *_missing_elsewhere(decision, slots, given))


def _missing_elsewhere(
    decision: Decision, slots: Mapping[str, Need], given: Mapping[str, object]
) -> Iterator[Obstacle]:
    """What the letter cannot do without, and the law on reasons does not ask for already."""
    kind = decision.kind_
    if slots["weighing"].always and kind not in BURDENING and not decision.weighing.strip():
        yield Obstacle("afweging", "Beschrijf hoe u tot deze beslissing komt.", "Awb 3:46")
    if "norms" in slots and slots["norms"].always and not decision.motivations.all():
        yield Obstacle("motivering", "Voeg de Norm toe waar het om gaat, met waarde en grens.", "Awb 3:46")
    objection = decision.objection
    if objection is not None and not (
        objection.report.strip() or objection.hearing_waived.strip() or given.get("hearing")
    ):
        yield Obstacle("horen", f"Vul in: {LABELS[kind]['hearing']}.", "Awb 7:3, 7:7")


def _wrong(slot: Slot, value: object, detail: Detail) -> str:
    try:
        value = read(slot, value, f"'{detail.label}'")
    except LetterError as error:
        return sentence(str(error))
    return "" if value else f"Vul in: {detail.label}."


def event_of(decision: Decision) -> Event | PlanEvent | ObjectionEvent:
    match Subject(decision.subject):
        case Subject.PLAN:
            return PlanEvent(decision.event)
        case Subject.OBJECTION:
            return ObjectionEvent(decision.event)
        case _:
            return Event(decision.event)
