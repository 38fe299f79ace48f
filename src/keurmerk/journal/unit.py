"""The transaction of a verb: its journal lines are kept until all else is done, and written last.

Whoever writes a line holds the end of the journal until the transaction ends. A lock that is taken after that
can close a ring: who holds it may be waiting for the journal. So nothing is locked after the first line.
"""

from collections.abc import Callable
from types import TracebackType
from typing import Any, overload

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.transaction import Atomic

from keurmerk.journal.appending import append
from keurmerk.journal.models import Entry

STACK = "_journal_lines"


class Journaled(Atomic):
    """As `transaction.atomic`, with the journal lines of everything inside written as its last act."""

    def __enter__(self) -> None:
        super().__enter__()
        _stack().append([])

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        lines = _stack().pop()
        if exc_type is None:
            try:
                _hand_on(lines)
            except BaseException as error:
                super().__exit__(type(error), error, error.__traceback__)
                raise
        super().__exit__(exc_type, exc_value, traceback)


@overload
def journaled[**P, T](verb: Callable[P, T], /) -> Callable[P, T]: ...
@overload
def journaled(*, durable: bool = False) -> Journaled: ...
def journaled(verb: Callable[..., Any] | None = None, /, *, durable: bool = False) -> Any:
    """Turn a verb into such a transaction, or open a block as `transaction.atomic` does."""
    unit = Journaled(DEFAULT_DB_ALIAS, savepoint=True, durable=durable)
    return unit if verb is None else unit(verb)


def keep(entry: Entry) -> None:
    """Write a line at the end of the verb; at once where nothing keeps it."""
    stack = _stack()
    if stack:
        stack[-1].append(entry)
    else:
        append(entry)


def _hand_on(lines: list[Entry]) -> None:
    """To the verb around this one, or to the journal."""
    stack = _stack()
    if stack:
        stack[-1].extend(lines)
        return
    for entry in lines:
        append(entry)


def _stack() -> list[list[Entry]]:
    """Kept on the connection: each thread has its own, and so has each transaction."""
    if not hasattr(connection, STACK):
        setattr(connection, STACK, [])
    stack: list[list[Entry]] = getattr(connection, STACK)
    return stack
