"""Apps above this one that must know of every change of a certificate, in the transaction of the change."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keurmerk.certification.models import Change

type Hearer = Callable[["Change"], None]

_hearers: list[Hearer] = []


def hear_changes_with(hearer: Hearer) -> None:
    """Registered once, when the program starts."""
    _hearers.append(hearer)


def let_hear(change: "Change") -> None:
    for hearer in _hearers:
        hearer(change)
