"""What the slots of one decision are read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from keurmerk.certification.letter_data.effects import Effects
from keurmerk.certification.models import Decision, Objection, Plan
from rulebook.lifecycle.pieces import Transition


@dataclass(frozen=True, slots=True)
class Source:
    decision: Decision
    row: Transition[Any]
    details: Mapping[str, object]
    """What staff filled in, over what is known."""
    effects: Effects | None
    today: date

    @property
    def done(self) -> Effects:
        if self.effects is None:
            raise ValueError("this decision does nothing to the certificate")
        return self.effects

    @property
    def plan(self) -> Plan:
        if self.decision.plan is None:
            raise ValueError("this decision is about no plan")
        return self.decision.plan

    @property
    def objection(self) -> Objection:
        if self.decision.objection is None:
            raise ValueError("this decision is about no objection")
        return self.decision.objection
