"""Sheets as other programs write them: prefixes, inline texts, ISO dates, hints, no references."""

import io

import pytest

from keurmerk.intake.letters import letters_of, place_of
from keurmerk.intake.reading.workbook.numbers import NumberTexts
from keurmerk.intake.reading.workbook.sheet import SheetReader, Texts
from keurmerk.intake.reading.workbook.strings import read_strings
from keurmerk.intake.reading.workbook.styles import Shows, read_styles, shows
from keurmerk.intake.reading.workbook.xml import DamagedError

STYLES = [Shows.NUMBER, Shows.MOMENT, Shows.SPAN, Shows.PERCENT]


def read(
    cells: str, *, strings: tuple[str, ...] = ("nul", "één")
) -> tuple[list[tuple[int, str]], SheetReader]:
    """Read one row, the second, of a sheet with these cells."""
    texts = Texts(list(strings), STYLES, NumberTexts(from_1904=False))
    reader = SheetReader(texts)
    sheet = f'<worksheet><sheetData><row r="2">{cells}</row></sheetData></worksheet>'
    ((number, row),) = reader.rows(io.BytesIO(sheet.encode()), lambda _: None)
    assert number == 2
    return row, reader


def texts(cells: str) -> list[str]:
    return [text for _, text in read(cells)[0]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A2" t="s"><v>1</v></c>', "één"),
        ('<c r="A2" t="str"><v>los</v></c>', "los"),
        ('<c r="A2" t="inlineStr"><is><t>in</t></is></c>', "in"),
        ('<c r="A2" t="inlineStr"><is><r><t>ri</t></r><r><t>jk</t></r></is></c>', "rijk"),
        ('<c r="A2" t="inlineStr"><is><t>naam</t><rPh sb="0" eb="1"><t>hint</t></rPh></is></c>', "naam"),
        ('<c r="A2" t="b"><v>1</v></c>', "true"),
        ('<c r="A2" t="d"><v>2025-03-31</v></c>', "2025-03-31"),
        ('<c r="A2" t="d"><v>2025-03-31T00:00:00.000Z</v></c>', "2025-03-31"),
        ('<c r="A2" t="d"><v>2025-03-31T09:30:00</v></c>', "2025-03-31T09:30:00"),
        ('<c r="A2"><v>12.50</v></c>', "12.5"),
        ('<c r="A2"><v>1E-3</v></c>', "0.001"),
        ('<c r="A2"><v>-7</v></c>', "-7"),
        ('<c r="A2" s="1"><v>45747</v></c>', "2025-03-31"),
        ('<c r="A2" s="1"><v>45747.5</v></c>', "2025-03-31 12:00"),
        ('<c r="A2" s="1"><v>0.39583333333333331</v></c>', "09:30"),
        ('<c r="A2" s="1"><v>0.395844907407407</v></c>', "09:30:01"),
        ('<c r="A2" s="1"><v>59</v></c>', "1900-02-28"),
        ('<c r="A2" s="1"><v>61</v></c>', "1900-03-01"),
        ('<c r="A2" s="2"><v>1.5</v></c>', "36:00"),
        ('<c r="A2" s="2"><v>-0.25</v></c>', "-06:00"),
        ('<c r="A2" s="3"><v>0.625</v></c>', "62.5%"),
        ('<c r="A2" s="99"><v>3</v></c>', "3"),
    ],
)
def test_cell_kinds(cell: str, text: str) -> None:
    assert texts(cell) == [text]


def test_names_may_have_a_prefix() -> None:
    reader = SheetReader(Texts(["nul"], [], NumberTexts(from_1904=False)))
    sheet = '<x:worksheet xmlns:x="u"><x:row r="1"><x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row></x:worksheet>'
    assert list(reader.rows(io.BytesIO(sheet.encode()), lambda _: None)) == [(1, [(1, "nul")])]


def test_cells_and_rows_without_a_reference_follow_each_other() -> None:
    reader = SheetReader(Texts([], [], NumberTexts(from_1904=False)))
    sheet = "<worksheet><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></worksheet>"
    assert list(reader.rows(io.BytesIO(sheet.encode()), lambda _: None)) == [
        (1, [(0, "1"), (1, ""), (2, "3")]),
        (2, [(0, "4")]),
    ]


def test_the_formula_is_shown_and_its_cached_value_is_not() -> None:
    row, reader = read('<c r="A2"><f>B2*2</f><v>8</v></c>')
    assert row == [(0, "=B2*2")]
    assert [fault.value for fault in reader.faults] == ["=B2*2"]


@pytest.mark.parametrize(
    "cell", ['<c r="A2"><v>nan</v></c>', '<c r="A2"><v>x</v></c>', '<c r="A2" s="1"><v>1e9</v></c>']
)
def test_a_number_that_is_none_is_a_fault(cell: str) -> None:
    _, reader = read(cell)
    assert len(reader.faults) == 1


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A2" t="s"><v>7</v></c>',
        '<c r="A2" t="s"><v>x</v></c>',
        '<c r="A2" t="vreemd"><v>7</v></c>',
        '<c r="B2"><v>1</v></c><c r="A2"><v>2</v></c>',
        '<c r="a2"><v>1</v></c>',
        '<c r="XFE2"><v>1</v></c>',
        f'<c r="{"A" * 5000}2"><v>1</v></c>',
        '<c r="A2" s="x"><v>1</v></c>',
    ],
)
def test_what_no_program_writes_is_damage(cells: str) -> None:
    with pytest.raises(DamagedError):
        read(cells)


def test_rows_that_go_back_are_damage() -> None:
    reader = SheetReader(Texts([], [], NumberTexts(from_1904=False)))
    sheet = b'<worksheet><row r="2"/><row r="1"/></worksheet>'
    with pytest.raises(DamagedError):
        list(reader.rows(io.BytesIO(sheet), lambda _: None))


def test_shared_texts_leave_hints_out() -> None:
    hinted = "<si><t>a</t><rPh sb='0' eb='1'><t>hint</t></rPh></si>"
    part = f"<sst>{hinted}<si><r><t>b</t></r><r><t>c</t></r></si><si/></sst>"
    assert read_strings(io.BytesIO(part.encode())) == ["a", "bc", ""]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("yyyy-mm-dd", Shows.MOMENT),
        ("[$-413]d mmmm yyyy;@", Shows.MOMENT),
        ("[h]:mm", Shows.SPAN),
        ("0.00%", Shows.PERCENT),
        ("General", Shows.NUMBER),
        ('#,##0.00 "dagen"', Shows.NUMBER),
        ("[Red]0.00", Shows.NUMBER),
        (r"0\d", Shows.NUMBER),
        ("_(€* #,##0.00_)", Shows.NUMBER),
        ("@", Shows.NUMBER),
    ],
)
def test_number_formats(code: str, kind: Shows) -> None:
    assert shows(164, code) is kind


@pytest.mark.parametrize(
    ("style", "kind"),
    [(0, Shows.NUMBER), (9, Shows.PERCENT), (14, Shows.MOMENT), (20, Shows.MOMENT), (46, Shows.SPAN)],
)
def test_built_in_formats(style: int, kind: Shows) -> None:
    assert shows(style, None) is kind


def test_only_the_styles_of_cells_count() -> None:
    part = (
        b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd-mm-yy"/></numFmts>'
        b'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        b'<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    assert read_styles(io.BytesIO(part)) == [Shows.NUMBER, Shows.MOMENT]


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16383, "XFD")])
def test_letters_of_columns(place: int, letters: str) -> None:
    assert (letters_of(place), place_of(letters)) == (letters, place)
