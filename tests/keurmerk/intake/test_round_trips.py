"""Any dossier, in any spelling, order and file kind, gives the same frames and warnings."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from keurmerk.intake.cells import shown
from keurmerk.intake.reading import ReadResult, read_dossier
from keurmerk.intake.schema import TABLES
from tests.generators.dossiers import random_dossier
from tests.generators.files import write_csv_folder, write_xlsx
from tests.generators.spelling import FREE
from tests.keurmerk.intake.small_dossier import write_folder

seeds = st.integers(0, 2**32)


def ordered(result: ReadResult) -> dict[str, pl.DataFrame]:
    assert result.dossier is not None, result.problems
    return {
        name: table.select(sorted(table.columns)).sort(sorted(table.columns))
        for name, table in result.dossier.tables.items()
    }


def same(first: ReadResult, second: ReadResult) -> bool:
    one, two = ordered(first), ordered(second)
    return one.keys() == two.keys() and all(one[name].equals(two[name]) for name in one)


@given(seeds, st.sampled_from([",", ";"]), st.booleans())
@settings(max_examples=25, deadline=None)
def test_csv_in_any_spelling_and_order(seed: int, separator: str, bom: bool) -> None:
    rng = random.Random(seed)
    tables, _, _ = random_dossier(rng, "small")
    with TemporaryDirectory() as folder:
        plain = read_dossier(write_csv_folder(tables, Path(folder) / "plain"))
        free = read_dossier(
            write_csv_folder(
                tables, Path(folder) / "free", rng=rng, separator=separator, bom=bom, spelling=FREE
            )
        )
    assert same(plain, free)
    assert plain.warnings == free.warnings


@given(seeds, st.booleans(), st.booleans())
@settings(max_examples=20, deadline=None)
def test_workbook_and_csv(seed: int, date_cells: bool, number_cells: bool) -> None:
    rng = random.Random(seed)
    tables, _, _ = random_dossier(rng, "small")
    with TemporaryDirectory() as folder:
        plain = read_dossier(write_csv_folder(tables, Path(folder) / "plain"))
        book = write_xlsx(
            tables,
            Path(folder) / "dossier.xlsx",
            rng=rng,
            date_cells=date_cells,
            number_cells=number_cells,
            spelling=FREE,
        )
        assert same(plain, read_dossier(book))
        assert plain.warnings == read_dossier(book).warnings


@given(seeds)
@settings(max_examples=15, deadline=None)
def test_frames_written_in_the_words_of_the_contract_read_back_the_same(seed: int) -> None:
    tables, _, _ = random_dossier(random.Random(seed), "small")
    with TemporaryDirectory() as folder:
        first = read_dossier(write_csv_folder(tables, Path(folder) / "first"))
        assert first.dossier is not None
        again = read_dossier(write_folder(written(first), Path(folder) / "again"))
    assert same(first, again)


def written(result: ReadResult) -> dict[str, list[list[str]]]:
    """The frames as files; names, which frames do not have, are made up."""
    assert result.dossier is not None
    return {
        table.name: [
            [column.name for column in table.columns],
            *(
                [
                    "x" if column.personal and column.required else shown(column, row.get(column.field))
                    for column in table.columns
                ]
                for row in result.dossier.tables[table.field].iter_rows(named=True)
            ),
        ]
        for table in TABLES
        if result.dossier.has(table.field)
    }
