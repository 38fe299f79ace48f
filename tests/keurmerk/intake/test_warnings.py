"""Improbable but possible: a warning that names rows by id, sorted, in any row order."""

from pathlib import Path

from keurmerk.intake.checks.improbable import CHECKS, everybody_passed
from keurmerk.intake.schema.warnings import WARNINGS, Improbable
from tests.keurmerk.intake.small_dossier import Files, read_folder, small_dossier, with_cells, with_row


def warnings(files: Files, tmp_path: Path) -> tuple[str, ...]:
    result = read_folder(files, tmp_path)
    assert result.problems == ()
    return result.warnings


def test_ona_for_a_learner_of_the_wi2021(tmp_path: Path) -> None:
    files = with_cells("cursisten", {"stelsel": "Wi2021", "leerroute": "B1", "leerprofiel": ""})
    with_row(files, "trajecten", {"traject_id": "T002", "soort": "ona"})
    (warning,) = warnings(files, tmp_path)
    assert warning.startswith("trajecten T002: een cursus ona voor cursist C001")


def test_a_municipal_invoice_for_a_learner_of_the_wi2013(tmp_path: Path) -> None:
    (warning,) = warnings(with_cells("facturen", {"ontvanger": "gemeente"}), tmp_path)
    assert warning.startswith("facturen F001: ")


def test_a_level_with_an_exam_that_has_none(tmp_path: Path) -> None:
    (warning,) = warnings(with_cells("examenpogingen", {"examen": "knm"}), tmp_path)
    assert warning.startswith("examenpogingen P001: een niveau (A2) bij knm")


def test_attendance_after_the_last_lesson_of_all_tracks(tmp_path: Path) -> None:
    files = with_cells("lessen", {"datum": "2025-11-22"})
    (warning,) = warnings(files, tmp_path / "one")
    assert warning.startswith("aanwezigheid L001/C001: aanwezig op 2025-11-22, na de laatste les")
    with_row(files, "trajecten", {"traject_id": "T002", "laatste_les": "2025-11-22"})
    assert warnings(files, tmp_path / "two") == ()


def test_no_end_to_lessons_when_one_track_has_none(tmp_path: Path) -> None:
    files = with_cells("lessen", {"datum": "2025-11-22"})
    with_row(files, "trajecten", {"traject_id": "T002", "laatste_les": ""})
    assert warnings(files, tmp_path) == ()


def test_who_was_absent_did_not_attend_after_the_last_lesson(tmp_path: Path) -> None:
    files = with_cells("lessen", {"datum": "2025-11-22"})
    files["aanwezigheid"][1][2] = "nee"
    assert warnings(files, tmp_path) == ()


def test_two_lessons_of_one_teacher_at_once(tmp_path: Path) -> None:
    files = with_row(small_dossier(), "lessen", {"les_id": "L000", "begin": "11:59", "einde": "13:00"})
    (warning,) = warnings(files, tmp_path)
    assert warning == "lessen L000 en L001: docent D001 geeft op 2025-03-31 twee lessen tegelijk."


def test_a_lesson_that_begins_as_the_other_ends_is_not_at_once(tmp_path: Path) -> None:
    files = with_row(small_dossier(), "lessen", {"les_id": "L002", "begin": "12:00", "einde": "13:00"})
    assert warnings(files, tmp_path) == ()


def test_many_lessons_at_once_give_a_warning_each_and_not_a_pair_each(tmp_path: Path) -> None:
    files = small_dossier()
    for number in range(2, 40):
        with_row(files, "lessen", {"les_id": f"L{number:03}"})
    assert len(warnings(files, tmp_path)) == 38


def test_warnings_are_sorted_and_know_no_row_order(tmp_path: Path) -> None:
    files = with_cells("facturen", {"ontvanger": "gemeente"})
    for number in (9, 3, 5):
        with_row(files, "facturen", {"factuur_id": f"F00{number}", "ontvanger": "gemeente"})
        with_row(files, "lessen", {"les_id": f"L00{number}"})
    first = warnings(files, tmp_path / "one")
    for table in ("facturen", "lessen"):
        files[table][1:] = reversed(files[table][1:])
    assert warnings(files, tmp_path / "two") == first == tuple(sorted(first))


def test_a_pass_rate_of_100_is_told_from_the_outcome() -> None:
    norms = [
        {"norm": "2.15", "groep": "hoog", "teller": 3, "noemer": 3},
        {"norm": "2.15", "groep": "laag", "teller": 2, "noemer": 3},
        {"norm": "2.16", "groep": "B1", "teller": 0, "noemer": 0},
        {"norm": "2.13", "groep": None, "teller": 3, "noemer": 3},
        {"norm": "2.15", "groep": None, "teller": None, "noemer": None},
    ]
    assert everybody_passed(norms) == [
        "slagingspercentage 2.15, groep hoog: 100% van de 3 meetellende pogingen is geslaagd."
    ]


def test_every_kind_of_warning_is_declared_and_checked_somewhere() -> None:
    assert {warning.kind for warning in WARNINGS} == set(Improbable)
    assert set(CHECKS) == set(Improbable) - {Improbable.EVERYBODY_PASSED}
