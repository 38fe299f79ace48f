"""The cells of one sheet as text, row by row; a far cell costs no more than a near one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from keurmerk.intake.letters import NoLettersError, place_of
from keurmerk.intake.limits import MAX_COLUMN
from keurmerk.intake.raw import Fault
from keurmerk.intake.reading.workbook.numbers import NumberTexts, UnreadableNumberError, rounded
from keurmerk.intake.reading.workbook.strings import unescaped
from keurmerk.intake.reading.workbook.styles import Shows
from keurmerk.intake.reading.workbook.xml import DamagedError, local, walk

FORMULA = (
    "Hier staat een formule; de uitkomst wordt niet vertrouwd. Plak de cel als waarde (Plakken speciaal)."
)
EXCEL_ERROR = "Hier staat een foutmelding van Excel. Zet er de waarde zelf neer."
ROUNDED = (
    "Excel heeft van dit lange nummer de laatste cijfers afgerond. "
    "Maak de kolom op als Tekst en typ het nummer opnieuw."
)
DIGITS = "0123456789"
MAX_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Texts:
    """What the cells of every sheet refer to."""

    strings: list[str]
    styles: list[Shows]
    numbers: NumberTexts


type Cells = list[tuple[int, str]]


class SheetReader:
    """Feeds a sheet to expat and gives its rows; afterwards `faults` and `merged` are complete."""

    def __init__(self, texts: Texts) -> None:
        self.faults: list[Fault] = []
        self.merged: list[str] = []
        self._texts = texts
        self._rows: list[tuple[int, Cells]] = []
        self._cells: Cells = []
        self._places: dict[str, int] = {}
        self._row = 0
        self._column = -1
        self._in_cell = False
        self._collecting = False
        self._formula = False
        self._kind = ""
        self._style = 0
        self._pieces: list[str] = []
        self._hints = False

    def rows(self, stream: IO[bytes], advance: Callable[[int], None]) -> Iterator[tuple[int, Cells]]:
        """Give row numbers with their cells by place, and tell how many bytes were read."""
        for size in walk(stream, self._start, self._end, self._text):
            advance(size)
            yield from self._rows
            self._rows = []
        yield from self._rows

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name if ":" not in name else local(name)
        if tag == "c":
            self._start_cell(attributes)
        elif self._in_cell:
            if tag in ("v", "t"):
                self._collecting = not (self._hints or self._formula)
            elif tag == "f":
                self._formula = True
                self._collecting = True
            elif tag == "rPh":
                self._hints = True
        elif tag == "row":
            self._start_row(attributes.get("r"))
        elif tag == "mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def _start_row(self, number: str | None) -> None:
        row = self._row + 1 if number is None else count(number)
        if row <= self._row:
            raise DamagedError
        self._row = row
        self._column = -1
        self._cells = []

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._in_cell = True
        self._formula = self._hints = False
        self._kind = attributes.get("t", "n")
        self._style = count(attributes.get("s", "0"))
        self._pieces = []
        reference = attributes.get("r")
        column = self._column + 1 if reference is None else self._place(reference.rstrip(DIGITS))
        if column <= self._column or column >= MAX_COLUMN:
            raise DamagedError
        self._column = column

    def _place(self, letters: str) -> int:
        place = self._places.get(letters)
        if place is None:
            try:
                place = self._places[letters] = place_of(letters)
            except NoLettersError:
                raise DamagedError from None
        return place

    def _text(self, data: str) -> None:
        if self._collecting:
            self._pieces.append(data)

    def _end(self, name: str) -> None:
        tag = name if ":" not in name else local(name)
        if tag in ("v", "t", "f"):
            self._collecting = False
            if tag == "f":
                self._pieces.insert(0, "=")
        elif tag == "rPh":
            self._hints = False
        elif tag == "c":
            self._in_cell = False
            self._finish_cell("".join(self._pieces))
        elif tag == "row":
            self._rows.append((self._row, self._cells))

    def _finish_cell(self, raw: str) -> None:
        if self._formula:
            text = raw
            self.faults.append(Fault(self._row, self._column, text, FORMULA))
        elif raw:
            text = self._value(raw)
        else:
            text = ""
        if text or self._row == 1:
            self._cells.append((self._column, text))

    def _value(self, raw: str) -> str:
        match self._kind:
            case "s":
                return self._shared(raw)
            case "n":
                return self._number(raw)
            case "inlineStr" | "str":
                return unescaped(raw)
            case "b":
                return "true" if raw == "1" else "false"
            case "d":
                return raw.removesuffix("Z").removesuffix(".000").removesuffix("T00:00:00")
            case "e":
                self.faults.append(Fault(self._row, self._column, raw, EXCEL_ERROR))
                return raw
        raise DamagedError

    def _shared(self, raw: str) -> str:
        try:
            return self._texts.strings[int(raw)]
        except (ValueError, IndexError):
            raise DamagedError from None

    def _number(self, raw: str) -> str:
        styles = self._texts.styles
        shows = styles[self._style] if self._style < len(styles) else Shows.NUMBER
        try:
            text = self._texts.numbers.text(raw, shows)
        except UnreadableNumberError:
            self.faults.append(Fault(self._row, self._column, raw, EXCEL_ERROR))
            return raw
        if shows is Shows.NUMBER and rounded(text):
            self.faults.append(Fault(self._row, self._column, text, ROUNDED))
        return text


def count(text: str) -> int:
    if text.isdecimal() and len(text) <= MAX_DIGITS:
        return int(text)
    raise DamagedError
