"""The reading rules of the contract, one test each; the broken files have their own list."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from keurmerk.intake.reading import ReadResult, read_dossier
from tests.keurmerk.intake.small_dossier import (
    places,
    read_folder,
    small_dossier,
    with_cell,
    with_cells,
    with_row,
    write_folder,
)


def value(result: ReadResult, table: str, field: str) -> object:
    assert result.dossier is not None, result.problems
    return result.dossier.tables[table][field][0]


def test_the_examples_of_the_schema_are_one_good_dossier_without_warnings(tmp_path: Path) -> None:
    result = read_folder(small_dossier(survey=True), tmp_path)
    assert (result.problems, result.warnings) == ((), ())


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_separator_and_byte_order_mark_make_no_difference(
    separator: str, encoding: str, tmp_path: Path
) -> None:
    files = with_cells("lessen", {"groep": "Café; één, twee"})
    result = read_folder(files, tmp_path, separator=separator, encoding=encoding)
    assert value(result, "lessons", "group") == "Café; één, twee"


def test_one_column_needs_no_separator(tmp_path: Path) -> None:
    files = small_dossier()
    files["praktijkuren"] = [["onbekend"], ["x"]]
    assert {place[1] for place in places(read_folder(files, tmp_path))} == {1}


def test_columns_stand_in_any_order(tmp_path: Path) -> None:
    files = {table: [row[::-1] for row in rows] for table, rows in small_dossier().items()}
    assert value(read_folder(files, tmp_path), "lessons", "begins") == 9 * 60 + 30


def test_spaces_around_names_and_values_are_cut(tmp_path: Path) -> None:
    files = {
        table: [[f"  {cell} " for cell in row] for row in rows] for table, rows in small_dossier().items()
    }
    assert value(read_folder(files, tmp_path), "learners", "learner_id") == "C001"


def test_spaces_inside_a_value_stay(tmp_path: Path) -> None:
    result = read_folder(with_cells("lessen", {"groep": " Groep  A "}), tmp_path)
    assert value(result, "lessons", "group") == "Groep  A"


@pytest.mark.parametrize("text", ["2025-03-31", "31-03-2025"])
def test_dates_are_read_in_both_spellings(text: str, tmp_path: Path) -> None:
    result = read_folder(with_cells("lessen", {"datum": text}), tmp_path)
    assert value(result, "lessons", "date") == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("text", "minutes"), [("09:30", 570), ("9:30", 570), ("00:00", 0), ("0:00", 0), ("11:59", 719)]
)
def test_times_are_read_with_one_or_two_digits(text: str, minutes: int, tmp_path: Path) -> None:
    result = read_folder(with_cells("lessen", {"begin": text}), tmp_path)
    assert value(result, "lessons", "begins") == minutes


def test_a_lesson_may_end_at_23_59(tmp_path: Path) -> None:
    assert value(read_folder(with_cells("lessen", {"einde": "23:59"}), tmp_path), "lessons", "ends") == 1439


@pytest.mark.parametrize("text", ["24:00", "9:3", "09:60", "9.30", "09:30:00", "-1:00", "٠٩:٣٠"])
def test_other_times_are_refused(text: str, tmp_path: Path) -> None:
    assert places(read_folder(with_cells("lessen", {"begin": text}), tmp_path)) == [("lessen", 2, "begin")]


@pytest.mark.parametrize("text", ["ja", "JA", "Ja", "true", "TRUE", "True", "1"])
def test_ja_has_other_spellings(text: str, tmp_path: Path) -> None:
    result = read_folder(with_cells("aanwezigheid", {"aanwezig": text}), tmp_path)
    assert value(result, "attendance", "present") is True


@pytest.mark.parametrize("text", ["nee", "NEE", "Nee", "false", "FALSE", "0", ""])
def test_nee_has_other_spellings_and_an_empty_cell_is_nee(text: str, tmp_path: Path) -> None:
    result = read_folder(with_cells("aanwezigheid", {"geparafeerd": text}), tmp_path)
    assert value(result, "attendance", "initialled") is False


def test_an_empty_cell_in_a_required_yes_no_column_is_an_error(tmp_path: Path) -> None:
    result = read_folder(with_cells("aanwezigheid", {"aanwezig": ""}), tmp_path)
    assert places(result) == [("aanwezigheid", 2, "aanwezig")]


def test_empty_consent_is_not_recorded_instead_of_nee(tmp_path: Path) -> None:
    result = read_folder(with_cells("cursisten", {"tvo_toestemming": ""}), tmp_path)
    assert value(result, "learners", "survey_consent") is None


def test_an_empty_second_attempt_is_unknown(tmp_path: Path) -> None:
    result = read_folder(with_cells("examenpogingen", {"tweede_poging_volgt": ""}), tmp_path)
    assert value(result, "attempts", "second_attempt_follows") == "onbekend"


@pytest.mark.parametrize(("text", "word"), [("JA", "ja"), ("0", "nee"), ("onbekend", "onbekend")])
def test_ja_and_nee_among_codes_have_their_spellings_too(text: str, word: str, tmp_path: Path) -> None:
    result = read_folder(with_cells("examenpogingen", {"tweede_poging_volgt": text}), tmp_path)
    assert value(result, "attempts", "second_attempt_follows") == word


@pytest.mark.parametrize(
    ("text", "billionths"),
    [
        ("2.5", 2_500_000_000),
        ("2,5", 2_500_000_000),
        ("2", 2 * 10**9),
        ("0,000000001", 1),
        ("007", 7 * 10**9),
        ("1,50000000000000", 1_500_000_000),
        ("100000000", 10**17),
    ],
)
def test_decimals_have_a_point_or_a_comma_and_are_exact(text: str, billionths: int, tmp_path: Path) -> None:
    result = read_folder(with_cells("urenverklaringen", {"uren": text}), tmp_path)
    assert value(result, "hours_statements", "hours") == billionths


@pytest.mark.parametrize("text", ["1e3", "NaN", "inf", "1.000,5", "½", "٣", "1 000", "9" * 5000, ",5", "5,"])
def test_other_numbers_are_refused(text: str, tmp_path: Path) -> None:
    result = read_folder(with_cells("urenverklaringen", {"uren": text}), tmp_path)
    assert places(result) == [("urenverklaringen", 2, "uren")]


@pytest.mark.parametrize("text", ["3", "3,0", "3.000"])
def test_whole_numbers_may_have_empty_decimals(text: str, tmp_path: Path) -> None:
    result = read_folder(with_cells("facturen", {"lesdagen": text}), tmp_path)
    assert value(result, "invoices", "lesson_days") == 3


def test_an_unknown_column_is_a_warning_and_never_an_error(tmp_path: Path) -> None:
    files = small_dossier()
    files["docenten"][0].append("lievelingskleur")
    files["docenten"][1].append("blauw")
    result = read_folder(files, tmp_path)
    assert result.dossier is not None
    assert result.warnings == ('Tabel docenten: kolom "lievelingskleur" is onbekend en niet gelezen.',)


def test_an_unknown_file_is_a_warning_and_other_files_are_passed_over(tmp_path: Path) -> None:
    write_folder(small_dossier(), tmp_path)
    (tmp_path / "notities.csv").write_text("x\n")
    (tmp_path / "verwacht.json").write_text("{}")
    result = read_dossier(tmp_path)
    assert result.warnings == ('Tabel "notities" is onbekend en niet gelezen.',)


def test_a_misspelt_file_suggests_the_table_that_is_missing(tmp_path: Path) -> None:
    files = small_dossier()
    files["examens pogingen"] = files.pop("examenpogingen")
    assert read_folder(files, tmp_path).warnings == (
        'Tabel "examens pogingen" is onbekend en niet gelezen. Bedoelt u examenpogingen?',
    )


def test_only_three_tables_must_be_there_and_the_others_are_absent_keys(tmp_path: Path) -> None:
    files = small_dossier()
    kept = {table: files[table] for table in ("organisatie", "cursisten", "trajecten")}
    result = read_folder(kept, tmp_path)
    assert result.dossier is not None
    assert set(result.dossier.tables) == {"organisation", "learners", "tracks"}


def test_all_three_missing_tables_are_told(tmp_path: Path) -> None:
    result = read_folder({"klachten": small_dossier()["klachten"]}, tmp_path)
    assert places(result) == [(table, None, None) for table in ("organisatie", "cursisten", "trajecten")]


def test_references_into_a_missing_table_are_not_checked(tmp_path: Path) -> None:
    files = with_cells("lessen", {"docent_id": "wie dan ook"})
    for table in ("docenten", "bevoegdheden", "aanstellingen", "vogs"):
        del files[table]
    assert read_folder(files, tmp_path).problems == ()


def test_references_into_a_table_that_cannot_be_read_are_not_checked(tmp_path: Path) -> None:
    write_folder(small_dossier(), tmp_path)
    (tmp_path / "docenten.csv").write_bytes("docent_id,naam\nD001,Zoë\n".encode("cp1252"))
    assert places(read_dossier(tmp_path)) == [("docenten", None, None)]


def test_a_missing_optional_column_reads_as_empty(tmp_path: Path) -> None:
    files = small_dossier()
    place = files["trajecten"][0].index("duo_lening")
    for row in files["trajecten"]:
        del row[place]
    assert value(read_folder(files, tmp_path), "tracks", "duo_loan") is False


def test_a_table_with_a_header_only_is_there_and_empty(tmp_path: Path) -> None:
    files = small_dossier()
    files["klachten"] = files["klachten"][:1]
    result = read_folder(files, tmp_path)
    assert result.dossier is not None
    assert result.dossier.tables["complaints"].is_empty()


def test_satisfaction_without_a_row_counts_as_missing(tmp_path: Path) -> None:
    files = small_dossier(survey=True)
    files["tevredenheid"] = files["tevredenheid"][:1]
    result = read_folder(files, tmp_path)
    assert result.dossier is not None
    assert not result.dossier.has("satisfaction")
    assert read_dossier(tmp_path, from_school=True).problems == ()


def test_two_rows_of_satisfaction_are_one_too_many(tmp_path: Path) -> None:
    files = with_row(small_dossier(survey=True), "tevredenheid")
    assert places(read_folder(files, tmp_path)) == [("tevredenheid", 3, None)]


def test_all_errors_come_at_once_by_table_row_and_column(tmp_path: Path) -> None:
    files = with_cells("trajecten", {"soort": "x", "aangemeld_op": "x"})
    with_row(files, "cursisten", {"stelsel": "x"})
    del files["organisatie"]
    assert places(read_folder(files, tmp_path)) == [
        ("organisatie", None, None),
        ("cursisten", 3, "cursist_id"),
        ("cursisten", 3, "stelsel"),
        ("trajecten", 2, "soort"),
        ("trajecten", 2, "aangemeld_op"),
    ]


def test_with_an_error_there_is_no_dossier_and_no_personal_data(tmp_path: Path) -> None:
    result = read_folder(with_cells("cursisten", {"stelsel": "x"}), tmp_path)
    assert (result.dossier, result.personal) == (None, {})


def test_empty_rows_are_skipped_but_numbered(tmp_path: Path) -> None:
    files = small_dossier()
    files["docenten"] += [[], ["", "  "], ["D002", ""]]
    assert places(read_folder(files, tmp_path)) == [("docenten", 5, "naam")]


def test_a_quoted_newline_keeps_one_row_one_row(tmp_path: Path) -> None:
    files = with_cells("klachten", {"uitkomst": "eerste regel\ntweede regel"})
    with_row(files, "klachten", {"klacht_id": "K002", "ontvangen_op": "x"})
    assert places(read_folder(files, tmp_path)) == [("klachten", 3, "ontvangen_op")]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_make_no_difference(ending: str, tmp_path: Path) -> None:
    write_folder(small_dossier(), tmp_path)
    (tmp_path / "docenten.csv").write_bytes(f"docent_id;naam{ending}D001;D. Ocent{ending}".encode())
    assert read_dossier(tmp_path).problems == ()


def test_a_column_without_a_name_is_ignored(tmp_path: Path) -> None:
    files = small_dossier()
    files["docenten"] = [["", "docent_id", "naam", ""], ["x", "D001", "D. Ocent", "y"], ["z", "", "", "z"]]
    result = read_folder(files, tmp_path)
    assert (result.problems, result.warnings) == ((), ())


def test_every_cell_beyond_the_last_column_is_told_by_its_letter(tmp_path: Path) -> None:
    files = small_dossier()
    files["docenten"] += [["D002", "D. Twee", "", "x", " ", "y"]]
    assert places(read_folder(files, tmp_path)) == [("docenten", 3, "D"), ("docenten", 3, "F")]


def test_a_short_row_has_empty_cells_at_its_end(tmp_path: Path) -> None:
    files = small_dossier()
    files["bevoegdheden"][1] = files["bevoegdheden"][1][:4]
    assert value(read_folder(files, tmp_path), "qualifications", "valid_until") is None


def test_ids_compare_as_text(tmp_path: Path) -> None:
    files = small_dossier()
    with_row(files, "cursisten", {"cursist_id": "c001"})
    with_row(files, "cursisten", {"cursist_id": "0C001"})
    assert read_folder(files, tmp_path).problems == ()


def test_an_end_before_its_start_may_fall_on_the_same_day(tmp_path: Path) -> None:
    day = "2025-01-20"
    files = with_cells(
        "trajecten", {"aangemeld_op": day, "gestart_op": day, "laatste_les": day, "beeindigd_op": day}
    )
    assert read_folder(files, tmp_path).problems == ()


def test_filled_is_about_the_cell_and_not_about_what_it_means(tmp_path: Path) -> None:
    files = with_cells("trajecten", {"einde": "zomaar"})
    assert places(read_folder(files, tmp_path)) == [("trajecten", 2, "einde")]


def test_file_names_may_have_capitals(tmp_path: Path) -> None:
    files = small_dossier()
    files["Klachten"] = files.pop("klachten")
    result = read_folder(files, tmp_path)
    assert result.dossier is not None
    assert result.dossier.has("complaints")


def test_a_zip_may_hold_a_folder_and_what_a_mac_adds(tmp_path: Path) -> None:
    tables = write_folder(small_dossier(), tmp_path / "csv")
    with zipfile.ZipFile(tmp_path / "dossier.zip", "w") as archive:
        for file in tables.iterdir():
            archive.write(file, f"mijn school/{file.name}")
            archive.writestr(f"__MACOSX/mijn school/._{file.name}", "x")
    result = read_dossier(tmp_path / "dossier.zip")
    assert (result.problems, result.warnings) == ((), ())


def test_personal_columns_go_apart_and_never_into_the_dossier(tmp_path: Path) -> None:
    result = read_folder(small_dossier(), tmp_path)
    assert result.dossier is not None
    assert "name" not in result.dossier.tables["learners"].columns
    assert result.dossier.tables["teachers"].columns == ["teacher_id"]
    assert result.personal["learners"].row(0, named=True)["name"] == "V. Oorbeeld"
    assert set(result.personal) == {"learners", "teachers", "complaints"}


def test_progress_is_reported_up_to_the_whole(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    read_dossier(
        write_folder(small_dossier(), tmp_path), progress=lambda _, done, total: seen.append((done, total))
    )
    assert seen[-1][0] == seen[-1][1] > 0


def test_a_row_with_cells_too_few_for_a_rule_is_still_checked(tmp_path: Path) -> None:
    files = with_cell(small_dossier(), "cursisten", "leerprofiel", "")
    with_cell(files, "cursisten", "verblijf", "x")
    assert places(read_folder(files, tmp_path)) == [
        ("cursisten", 2, "verblijf"),
        ("cursisten", 2, "leerprofiel"),
    ]
