"""What `keurmerk termijn` answers: one object or a list, all terms or all faults."""

from collections.abc import Mapping
from dataclasses import dataclass

from rulebook.terms.computing import KIND, compute, unknown_kind
from rulebook.terms.facts import JsonObject, repeated_names, shown
from rulebook.terms.term import OUTSIDE_THE_CONTRACT, Fault, FaultCode, Term, TermError


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A fault in an item, counted from 1; None when the document itself is no list of items."""

    row: int | None
    fault: Fault


@dataclass(frozen=True, slots=True)
class Answer:
    """The terms in the order of the items; none at all as soon as one item has a fault."""

    terms: tuple[Term, ...] = ()
    faults: tuple[Misplaced, ...] = ()
    as_list: bool = True

    def as_json(self) -> object:
        """Give the terms in the form of the contract."""
        terms = [term.as_json() for term in self.terms]
        return terms if self.as_list else terms[0]


def answer(document: object) -> Answer:
    """Compute every item of a document read from JSON."""
    if not isinstance(document, dict | list):
        text = "het bestand bevat geen object en geen lijst van objecten"
        return refused(Fault(None, text, FaultCode.MALFORMED, shown(document)))
    items = document if isinstance(document, list) else [document]
    terms: list[Term] = []
    faults: list[Misplaced] = []
    for row, item in enumerate(items, start=1):
        try:
            terms.append(_computed(item))
        except TermError as error:
            faults.extend(Misplaced(row, fault) for fault in error.faults)
    if faults:
        return Answer(faults=tuple(faults))
    return Answer(tuple(terms), as_list=isinstance(document, list))


def refused(*faults: Fault) -> Answer:
    """Refuse the document as a whole."""
    return Answer(faults=tuple(Misplaced(None, fault) for fault in faults))


def _computed(item: object) -> Term:
    if not isinstance(item, dict):
        text = 'is geen object zoals {"soort": "bezwaar", "verzonden_op": "2025-11-28"}'
        raise TermError(Fault(None, text, FaultCode.MALFORMED, shown(item)))
    kind = item.get(KIND)
    if kind is None:
        raise TermError(Fault(KIND, "ontbreekt; dit gegeven is verplicht", FaultCode.MISSING))
    if not isinstance(kind, str) or kind in OUTSIDE_THE_CONTRACT:
        raise TermError(unknown_kind(kind))
    return compute(kind, _without_kind(item))


def _without_kind(item: Mapping[str, object]) -> JsonObject:
    facts = JsonObject((name, value) for name, value in item.items() if name != KIND)
    facts.repeated = repeated_names(item)
    return facts
