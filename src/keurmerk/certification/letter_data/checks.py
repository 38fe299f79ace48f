"""Each condition of a request or a favour, and what was established about it."""

from collections.abc import Mapping

from keurmerk.certification.letter_data.source import Source
from keurmerk.certification.letter_data.wording import Data, condition, to_school
from keurmerk.certification.models import Finding
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.pieces import Need, Transition
from rulebook.lifecycle.states import State
from rulebook.lifecycle.table import CERTIFICATE

GRANTS = {
    Event.REFUSE_EXEMPTION: Event.EXEMPT,
    Event.REFUSE_PERIOD_CHANGE: Event.CHANGE_PERIOD,
    Event.REFUSE_CONTROL: Event.CONSENT_TO_CONTROL,
}


def checks(source: Source) -> list[Data]:
    effects = source.done
    row = _granting_row(effects.row, effects.change.before_)
    known = {Fact(name): bool(holds) for name, holds in effects.change.facts.items()}
    shown_by = _established(effects.certificate.pk) if row.needs else {}
    return [
        {
            "demand": to_school(condition(need)),
            "outcome": _outcome(need, known, shown_by),
            "source": row.source,
        }
        for need in row.needs
    ]


def _granting_row(row: Transition[State], before: State) -> Transition[State]:
    """The conditions of a refusal are those of what was asked, also where that is not possible from here."""
    event = GRANTS.get(Event(row.event))
    if event is None:
        return row
    same_mark = [each for each in CERTIFICATE.rows if each.event == event and _mark(each) & {_held(before)}]
    return CERTIFICATE.find(before, event) or same_mark[0]


def _mark(row: Transition[State]) -> set[str | None]:
    return {_held(state) for state in row.sources}


def _held(state: State) -> str | None:
    return state.held[0] if state.held else None


def _established(certificate_id: int) -> dict[str, str]:
    """By fact where the newest finding of it rests on."""
    return dict(
        Finding.objects.filter(certificate_id=certificate_id).order_by("pk").values_list("fact", "source")
    )


def _outcome(need: Need, known: dict[Fact, bool], shown_by: Mapping[str, str]) -> str:
    if need.fact not in known:
        return "Niet vastgesteld"
    said = "Voldaan" if need.met_by(known) else "Niet voldaan"
    return f"{said}; {_shown_by(need.fact, shown_by)}"


def _shown_by(fact: Fact, shown_by: Mapping[str, str]) -> str:
    if fact in DERIVED:
        return "volgt uit ons dossier"
    source = shown_by.get(fact.value)
    return f"blijkt uit {source.rstrip('.')}" if source else "volgt uit de beoordelde gegevens"
