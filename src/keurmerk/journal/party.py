"""Who acts and what it is about, as plain values: the journal stays readable when the rows are gone."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Party:
    """A kind of thing, its id and a name to show. No names of persons: the id of an account is enough."""

    type: str
    id: str
    label: str


class Recordable(Protocol):
    def as_party(self) -> Party: ...


SYSTEM = Party("system", "", "Keurmerk")


def party_of(thing: Party | Recordable) -> Party:
    return thing if isinstance(thing, Party) else thing.as_party()
