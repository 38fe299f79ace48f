"""A table as delivered: text in columns, with the row numbers that the spreadsheet shows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from keurmerk.intake.example import ERROR_COLUMN, EXAMPLE_MARK, is_example
from keurmerk.intake.limits import MAX_ROWS
from keurmerk.intake.problems import RefusedError
from keurmerk.intake.schema import Table

ROWS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be trusted or placed, found while the file was read; columns count from 0."""

    row: int
    column: int
    value: str
    message: str


@dataclass(slots=True)
class RawTable:
    """The cells of one table, and what was wrong with them before anybody looked at their meaning."""

    table: Table
    title: str
    header: tuple[str, ...]
    columns: list[list[str]]
    row_numbers: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    beyond: list[Fault] = field(default_factory=list)


class Collector:
    """Gathers rows into columns: drops empty rows and the template's example, keeps what sticks out."""

    def __init__(self, table: Table, title: str, header: Sequence[str]) -> None:
        names = tuple(name.strip() for name in header)
        self.raw = RawTable(table, title, names, [[] for _ in names])
        self.width = len(names)
        self._read = [place for place, name in enumerate(names) if name and name != ERROR_COLUMN]
        self._skipping = len(self._read) < self.width
        self._rows: list[Sequence[str]] = []
        self._seen: list[dict[str, str]] = [{} for _ in names]

    def add(self, number: int, values: list[str], extras: Sequence[tuple[int, str]] = ()) -> None:
        """Take one row of exactly the header's width; `extras` are the filled cells right of it."""
        if not self._read:
            return
        if self._skipping and EXAMPLE_MARK in values:
            self._take_marked(number, values, values.index(EXAMPLE_MARK))
        elif extras and extras[-1][1] == EXAMPLE_MARK:
            self._take_marked(number, values, extras[-1][0])
        elif extras or self._filled(values):
            self._keep(number, values)
            self.raw.beyond += [Fault(number, place, text, BEYOND) for place, text in extras]

    def _keep(self, number: int, values: list[str]) -> None:
        self._rows.append(values)
        self.raw.row_numbers.append(number)
        if len(self._rows) >= ROWS_AT_ONCE:
            self._flush()

    def finish(self) -> RawTable:
        self._flush()
        return self.raw

    def _filled(self, values: list[str]) -> bool:
        looked_at = [values[place] for place in self._read] if self._skipping else values
        return bool("".join(looked_at).strip())

    def _take_marked(self, number: int, values: list[str], place: int) -> None:
        """Drop the untouched example; own data under its mark must not vanish without a word."""
        named = {self.raw.header[place]: values[place].strip() for place in self._read}
        if self._filled(values) and not is_example(self.raw.table, named):
            self._keep(number, values)
            self.raw.beyond.append(Fault(number, place, EXAMPLE_MARK, STILL_MARKED))

    def _flush(self) -> None:
        """Move the rows into the columns; equal texts become one object, which keeps big tables small."""
        if len(self.raw.row_numbers) > MAX_ROWS:
            raise RefusedError(
                f"Meer dan {MAX_ROWS} rijen. Is dit wel één Meetperiode van één school?",
                table=self.raw.table.name,
            )
        if self._rows:
            for column, seen, part in zip(
                self.raw.columns, self._seen, zip(*self._rows, strict=True), strict=True
            ):
                column.extend(map(seen.setdefault, part, part))
        self._rows = []


BEYOND = "Deze cel staat rechts van de laatste kolom. Wis de cel, of geef de kolom een naam in rij 1."

STILL_MARKED = (
    "Deze rij draagt nog het merkteken van de voorbeeldrij. "
    "Zijn dit uw eigen gegevens? Wis dan alleen deze cel; anders de hele rij."
)
