"""What changed between two dossiers."""

from pathlib import Path

from keurmerk.intake.differences import ChangedCell, ChangedRow, TableDifference, compare
from rulebook.norms.dossier import Dossier
from tests.keurmerk.intake.small_dossier import Files, read_folder, small_dossier, with_cells, with_row


def dossier(files: Files, folder: Path) -> Dossier:
    result = read_folder(files, folder)
    assert result.dossier is not None, result.problems
    return result.dossier


def difference(before: Files, after: Files, tmp_path: Path) -> tuple[TableDifference, ...]:
    return compare(dossier(before, tmp_path / "before"), dossier(after, tmp_path / "after"))


def test_a_dossier_does_not_differ_from_itself_in_another_row_order(tmp_path: Path) -> None:
    before = with_row(small_dossier(), "vogs", {"profiel": "45"})
    after = with_row(small_dossier(), "vogs", {"profiel": "45"})
    after["vogs"][1:] = reversed(after["vogs"][1:])
    assert difference(before, after, tmp_path) == ()


def test_changed_cells_are_told_in_the_words_of_the_contract(tmp_path: Path) -> None:
    after = with_cells("lessen", {"begin": "9:45", "getekend_door_docent": "0", "vestiging": ""})
    assert difference(small_dossier(), after, tmp_path) == (
        TableDifference(
            "lessen",
            changed=(
                ChangedRow(
                    "L001",
                    (
                        ChangedCell("begin", "09:30", "09:45"),
                        ChangedCell("vestiging", "Utrecht", ""),
                        ChangedCell("getekend_door_docent", "ja", "nee"),
                    ),
                ),
            ),
        ),
    )


def test_added_and_removed_rows_are_told_by_key(tmp_path: Path) -> None:
    before = with_row(small_dossier(), "facturen", {"factuur_id": "F9"})
    after = with_row(small_dossier(), "lessen", {"les_id": "L9", "datum": "2025-04-01"})
    with_row(after, "aanwezigheid", {"les_id": "L9"})
    assert difference(before, after, tmp_path) == (
        TableDifference("lessen", added=("L9",)),
        TableDifference("aanwezigheid", added=("L9/C001",)),
        TableDifference("facturen", removed=("F9",)),
    )


def test_rows_without_an_id_go_by_their_key_columns(tmp_path: Path) -> None:
    after = with_row(small_dossier(), "aanstellingen", {"soort": "opdracht", "tot": "2025-01-01"})
    (found,) = difference(small_dossier(), after, tmp_path)
    assert found.added == ("D001/opdracht/2024-08-01",)


def test_a_table_that_came_or_went_is_all_added_or_all_removed(tmp_path: Path) -> None:
    without = small_dossier()
    del without["klachten"]
    assert difference(without, small_dossier(), tmp_path / "came")[0].added == ("K001",)
    assert difference(small_dossier(), without, tmp_path / "went")[0].removed == ("K001",)


def test_a_table_with_one_row_needs_no_key(tmp_path: Path) -> None:
    (found,) = difference(small_dossier(), with_cells("organisatie", {"zzp": "ja"}), tmp_path)
    assert found.changed == (ChangedRow("1", (ChangedCell("zzp", "nee", "ja"),)),)


def test_personal_columns_are_not_compared(tmp_path: Path) -> None:
    after = with_cells("cursisten", {"naam": "Een ander", "email": ""})
    assert difference(small_dossier(), after, tmp_path) == ()
