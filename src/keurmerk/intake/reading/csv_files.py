"""Reading one CSV file: encoding, separator, quotes, and rows as a spreadsheet would number them."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from keurmerk.intake.limits import MAX_CSV_BYTES, MEGABYTE
from keurmerk.intake.problems import RefusedError
from keurmerk.intake.raw import Collector, RawTable
from keurmerk.intake.schema import Table

HEAD = 65_536
SEPARATORS = (",", ";")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
AROUND = 20
SAVE_AS = "Sla het bestand in Excel op als 'CSV UTF-8 (door komma's gescheiden)'."


def read_csv(stream: IO[bytes], table: Table, size: int) -> RawTable:
    """Read a whole file and close it; what cannot be read at all is refused with the remedy."""
    if size > MAX_CSV_BYTES:
        raise RefusedError(
            f"Het bestand is {size // MEGABYTE} MB groot; "
            f"ten hoogste {MAX_CSV_BYTES // MEGABYTE} MB wordt gelezen."
        )
    head = stream.read(HEAD)
    refuse_other_kinds(head)
    separator = find_separator(head.decode("utf-8-sig", errors="replace"), table)
    stream.seek(0)
    with io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
        return collect(csv.reader(text, delimiter=separator, strict=True), table)


def collect(records: Iterator[list[str]], table: Table) -> RawTable:
    number = 0
    try:
        collector = Collector(table, table.name, next(records, []))
        width = collector.width
        for number, record in enumerate(records, start=2):
            extras = [(place, text) for place, text in enumerate(record[width:], width) if text.strip()]
            values = record[:width] if len(record) > width else record
            values.extend([""] * (width - len(record)))
            collector.add(number, values, extras)
        return collector.finish()
    except UnicodeDecodeError as error:
        found = error.object[max(error.start - AROUND, 0) : error.start + AROUND]
        raise RefusedError(
            f"Het bestand is geen UTF-8 (waarschijnlijk Windows-1252, van een oudere Excel). {SAVE_AS}",
            value=" ".join(found.decode("cp1252", errors="replace").split()),
        ) from None
    except csv.Error as error:
        raise RefusedError(why_broken(str(error)), row=max(number, 1) + 1) from None


def why_broken(reason: str) -> str:
    if "field limit" in reason:
        return "Deze cel is langer dan 131.072 tekens. Staat er ergens een aanhalingsteken te veel?"
    return (
        "Hier klopt een aanhalingsteken niet: het is niet gesloten, of er volgt tekst op. "
        'Schrijf een aanhalingsteken binnen een cel dubbel ("").'
    )


def refuse_other_kinds(head: bytes) -> None:
    """Refuse what is no UTF-8 text, by its first bytes."""
    if head.startswith(UTF16_MARKS) or b"\0" in head[:4]:
        raise RefusedError(f"Het bestand is UTF-16 ('Unicode-tekst') en geen UTF-8. {SAVE_AS}")
    if head.startswith(b"PK\x03\x04"):
        raise RefusedError("Dit is een werkmap of zip met de naam van een CSV-bestand. Lever die zelf in.")
    if b"\0" in head:
        raise RefusedError(f"Dit is geen tekstbestand. {SAVE_AS}")


def find_separator(head: str, table: Table) -> str:
    """Choose the separator under which the header holds most known names, then most names."""
    known = {column.name for column in table.columns}
    headers = {separator: first_record(head, separator) for separator in SEPARATORS}

    def fit(separator: str) -> tuple[int, int]:
        names = headers[separator]
        return len(known.intersection(names)), len(names)

    best = max(SEPARATORS, key=fit)
    if len(headers[best]) == 1 and "\t" in headers[best][0]:
        raise RefusedError(f"De kolommen zijn gescheiden met tabs. Verwacht: , of ;. {SAVE_AS}", row=1)
    return best


def first_record(head: str, separator: str) -> list[str]:
    record = next(csv.reader(io.StringIO(head, newline=""), delimiter=separator), [])
    return [name.strip() for name in record]
