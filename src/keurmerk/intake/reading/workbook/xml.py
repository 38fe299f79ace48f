"""Walking an XML part without building a tree: flat memory, bounded time, no entities."""

from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from keurmerk.intake.problems import RefusedError

AT_ONCE = 65_536

type Start = Callable[[str, dict[str, str]], None]
type End = Callable[[str], None]
type Text = Callable[[str], None]


class DamagedError(Exception):
    """The part is no well-formed spreadsheet XML."""


def walk(stream: IO[bytes], start: Start, end: End | None = None, text: Text | None = None) -> Iterator[int]:
    """Feed a part to the handlers; give the number of bytes after every piece.

    A document type is refused, so that no entity can grow or fetch anything.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        while piece := stream.read(AT_ONCE):
            parser.Parse(piece, False)
            yield len(piece)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise DamagedError from error


def refuse_doctype(*_declaration: object) -> None:
    raise RefusedError("In de werkmap staat XML met een documenttype. Zo'n werkmap wordt niet gelezen.")


def local(name: str) -> str:
    """Drop the prefix that some programs write before every name."""
    return name.rpartition(":")[2]


def attribute(attributes: dict[str, str], name: str) -> str | None:
    """Give an attribute by its name without prefix."""
    return next((value for key, value in attributes.items() if local(key) == name), None)
