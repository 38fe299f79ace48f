"""Why a verb was not carried out. Every message is Dutch, names the file, and may be shown as it is."""


class DocumentError(Exception):
    """The parent of all of these; nothing was stored."""


class RefusedFileError(DocumentError):
    """The file is not taken in; the message says why and what to do."""

    def __init__(self, filename: str, reason: str) -> None:
        super().__init__(f"‘{filename}’ {reason}")
        self.filename = filename
        self.reason = reason


class ScannerDownError(RefusedFileError):
    """A virus scanner is set but gives no answer: the same file may be taken in later."""


class GoneError(DocumentError):
    """The contents were removed because the retention date has come."""


class DamagedFileError(DocumentError):
    """The contents are not those that were added."""


class InvalidEntryError(DocumentError):
    """What was entered about a document cannot be right."""
