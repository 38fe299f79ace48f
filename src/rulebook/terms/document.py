"""Reading JSON strictly: what two programs could read in two ways is an error.

NaN and Infinity are no JSON; they come out as fractions and are refused where they stand, as no fact is one.
"""

import json

from rulebook.terms.facts import JsonObject
from rulebook.terms.term import Fault, FaultCode, TermError

MOST_DIGITS = 1000


def read_document(data: bytes) -> object:
    """Raises TermError. A name that stands in an object twice is kept for the item that it is in."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TermError(_fault("is geen tekst in UTF-8; bewaar het bestand als UTF-8")) from None
    if not text.strip():
        raise TermError(_fault("is leeg; zet er een object in, of een lijst van objecten"))
    try:
        return json.loads(text, object_pairs_hook=_json_object, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        place = f"regel {error.lineno}, teken {error.colno}"
        raise TermError(_fault(f"is geen goede JSON; kijk bij {place}")) from None
    except RecursionError:
        raise TermError(
            _fault("is te diep genest; een termijn is een object, of een lijst daarvan")
        ) from None


def _fault(text: str) -> Fault:
    return Fault(None, f"het bestand {text}", FaultCode.MALFORMED)


def _json_object(pairs: list[tuple[str, object]]) -> JsonObject:
    found = JsonObject(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        found.repeated = tuple(name for name in found if names.count(name) > 1)
    return found


def _whole_number(digits: str) -> object:
    """No fact takes a text for a number, so that one with too many digits is refused where it stands."""
    return int(digits) if len(digits) <= MOST_DIGITS else digits
