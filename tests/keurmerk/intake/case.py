"""What a broken delivery is: how to write it, and what must be said about it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Case:
    """One broken delivery; `says` stands in the message at this table, row and column.

    `upload` is False for what a browser cannot send, or what only the command line may deliver.
    """

    name: str
    write: Callable[[Path], Path]
    table: str | None = None
    row: int | None = None
    column: str | None = None
    says: str
    upload: bool = True
    from_school: bool = False

    def __str__(self) -> str:
        return self.name
