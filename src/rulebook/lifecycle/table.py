"""The tables of the certificate, the improvement plan and the objection; at most one row for each pair."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from rulebook.lifecycle.pieces import Transition
from rulebook.lifecycle.states import ObjectionState, PlanState, State
from rulebook.lifecycle.tables import (
    application,
    court,
    favours,
    fixed_term,
    objection,
    plan,
    sanctions,
    withdrawal,
)


class Table[S: StrEnum]:
    """Rows by state and event. Two rows for one pair are a mistake in the table and refuse to load."""

    def __init__(self, rows: Iterable[Transition[S]]) -> None:
        self.rows = tuple(rows)
        cells: dict[tuple[S, StrEnum], Transition[S]] = {}
        for row in self.rows:
            for state in row.sources:
                if (state, row.event) in cells:
                    raise ValueError(f"two rows for {row.event} from {state}")
                cells[state, row.event] = row
        self.cells: Mapping[tuple[S, StrEnum], Transition[S]] = cells

    def find(self, state: S, event: StrEnum) -> Transition[S] | None:
        return self.cells.get((state, event))

    def sources_of(self, event: StrEnum) -> frozenset[S]:
        """The states from which an event is possible at all."""
        return frozenset(state for state, known in self.cells if known == event)

    def events_from(self, state: S) -> tuple[StrEnum, ...]:
        return tuple(event for known, event in self.cells if known == state)


CERTIFICATE: Table[State] = Table(
    (
        *application.ROWS,
        *fixed_term.ROWS,
        *sanctions.ROWS,
        *withdrawal.ROWS,
        *favours.ROWS,
        *court.ROWS,
    )
)
PLAN: Table[PlanState] = Table(plan.ROWS)
OBJECTION: Table[ObjectionState] = Table(objection.ROWS)
