"""Every broken delivery gets its own right message, at the right table, row and column."""

from pathlib import Path

import pytest

from keurmerk.intake.reading import read_dossier
from tests.keurmerk.intake.broken_files import CASES, UPLOADS, upload_of
from tests.keurmerk.intake.case import Case

FIFTY = 50


@pytest.mark.parametrize("case", CASES, ids=str)
def test_broken_file_gets_its_own_message_at_the_right_place(case: Case, tmp_path: Path) -> None:
    result = read_dossier(case.write(tmp_path), from_school=case.from_school)
    assert result.dossier is None
    messages = {(problem.table, problem.row, problem.column): problem.message for problem in result.problems}
    assert case.says in messages[case.table, case.row, case.column]


@pytest.mark.parametrize("case", UPLOADS, ids=str)
def test_the_same_file_as_an_upload_gets_the_same_message(case: Case, tmp_path: Path) -> None:
    result = read_dossier(upload_of(case, tmp_path), from_school=True)
    assert any(case.says in problem.message for problem in result.problems)


def test_there_are_more_than_fifty_and_no_two_have_a_name_in_common() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > FIFTY
    assert len(UPLOADS) > FIFTY
