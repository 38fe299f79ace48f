"""The shared texts of a workbook."""

import re
from typing import IO

from keurmerk.intake.reading.workbook.xml import local, walk

ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class StringTable:
    """Gathers every shared text; formatting runs are joined, phonetic hints left out."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._inside = False
        self._hints = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        tag = local(name)
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._hints = True
        elif tag == "t":
            self._inside = not self._hints

    def end(self, name: str) -> None:
        tag = local(name)
        if tag == "si":
            self.strings.append(unescaped("".join(self._pieces)))
        elif tag == "rPh":
            self._hints = False
        elif tag == "t":
            self._inside = False

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces.append(data)


def read_strings(stream: IO[bytes]) -> list[str]:
    table = StringTable()
    for _ in walk(stream, table.start, table.end, table.text):
        pass
    return table.strings


def unescaped(text: str) -> str:
    """Turn _x000D_ and its like back into the character it stands for."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
