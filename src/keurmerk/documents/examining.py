"""Whether a file may be a document: its name, its contents, and what the virus scanner says."""

from dataclasses import dataclass, field

from keurmerk.documents.enums import MediaType, ScanState


@dataclass(frozen=True, slots=True)
class ExaminedFile:
    """A file that may be taken in. Only `examine` makes one."""

    data: bytes = field(repr=False)
    filename: str
    media_type: MediaType
    scan: ScanState


def examine(*, data: bytes, filename: str, made_here: bool = False) -> ExaminedFile:
    """A file that may be taken in; raises RefusedFileError (Dutch, names the file and the remedy)."""
    raise NotImplementedError
