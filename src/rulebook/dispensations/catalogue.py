"""Every kind that can be asked, or could: what it asks and what it does, each with its paragraph.

Readings that stand behind the dates and the effects: docs/readings/dispensations.md.
"""

from rulebook.dispensations.addendum import ADDENDUM
from rulebook.dispensations.kinds import Code, Kind
from rulebook.dispensations.lasting import LASTING

CATALOGUE: tuple[Kind, ...] = (*LASTING, *ADDENDUM)
_BY_CODE = {kind.code: kind for kind in CATALOGUE}


def kind_of(code: str) -> Kind:
    """Raises KeyError when there is no such kind."""
    try:
        return _BY_CODE[Code(code)]
    except ValueError:
        raise KeyError(code) from None
