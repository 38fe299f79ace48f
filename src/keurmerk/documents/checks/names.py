"""A name that is safe to show, to store and to save under, on any system."""

import re
import unicodedata
from pathlib import PurePosixPath

from keurmerk.documents.checks.refusal import RefusalError

LONGEST = 150
LONGEST_IN_BYTES = 200
"""File systems count bytes, and most stop at 255."""
NAMELESS = "document"
NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]')
DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Windows takes these for devices, whatever stands behind the dot."""
HIDES_ANOTHER = re.compile(
    r"(?i)\.(exe|com|scr|bat|cmd|msi|ps1|vbs|js|jse|wsf|hta|jar|lnk|pif|cpl|dll|sh|html?|svg|zip|7z|rar|iso)$"
)


def cleaned(filename: str) -> str:
    """The last part, without what steers the text, with its ending kept when it must be shortened."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", filename))[-1]
    visible = "".join(letter if _is_shown(letter) else "" for letter in last)
    plain = " ".join(NOT_IN_NAMES.sub("_", visible).split()).strip(" .")
    if DEVICES.match(plain):
        plain = f"_{plain}"
    return _fitting(plain or NAMELESS)


def extension(filename: str) -> str:
    """Small letters, without the dot."""
    return PurePosixPath(filename).suffix[1:].lower()


def with_one_extension(filename: str) -> str:
    """`plan.pdf.pdf` becomes `plan.pdf`; an ending that hides another kind of file is refused."""
    path = PurePosixPath(filename)
    stem = path.stem
    while PurePosixPath(stem).suffix.lower() == path.suffix.lower() != "":
        stem = PurePosixPath(stem).stem
    if hidden := HIDES_ANOTHER.search(stem):
        raise RefusalError(
            f"heeft een naam met twee bestandssoorten (.{hidden[1]} en {path.suffix}). Controleer of dit het "
            "goede bestand is en geef het een naam met één bestandssoort."
        )
    return f"{stem}{path.suffix}"


def _is_shown(letter: str) -> bool:
    """Letters that turn the direction of the text, or take no room, make a name look like another."""
    return unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _fitting(name: str) -> str:
    path = PurePosixPath(name)
    ending = path.suffix if len(path.suffix) <= len(".docx") else ""
    stem = name[: len(name) - len(ending)][: LONGEST - len(ending)]
    while len(f"{stem}{ending}".encode()) > LONGEST_IN_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip()}{ending}"
