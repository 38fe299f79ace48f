"""Every demo dossier is taken in without a word, and fails exactly on what its profile says."""

from pathlib import Path

import pytest

from keurmerk.demo.files import write_dossier
from keurmerk.demo.generator import DEFAULT_SEED, SCHOOLS, Profile, demo_dossier
from keurmerk.demo.generator.schools import YEARS
from keurmerk.intake.reading import read_dossier
from rulebook.judgement import Outcome, judge
from rulebook.kernel.verdict import Verdict

ANOTHER_SEED = 7
EACH_SCHOOL = pytest.mark.parametrize("school", SCHOOLS, ids=lambda school: school.key)


def judged(school: Profile, year: int, folder: Path, seed: int = DEFAULT_SEED) -> Outcome:
    file = folder / "dossier.zip"
    write_dossier(demo_dossier(school.key, school.period(year).first, seed), file)
    read = read_dossier(file)
    assert (read.problems, read.warnings) == ((), ())
    assert read.dossier is not None
    return judge(read.dossier, school.period(year))


def labels(outcome: Outcome, *verdicts: Verdict) -> set[str]:
    return {row.label for row in outcome.rows if row.verdict in verdicts}


@pytest.mark.parametrize("year", YEARS)
@EACH_SCHOOL
def test_school_fails_exactly_what_its_profile_says(school: Profile, year: int, tmp_path: Path) -> None:
    outcome = judged(school, year, tmp_path)

    assert labels(outcome, Verdict.NOT_MET) == school.failing(year)
    assert labels(outcome, Verdict.NO_DATA, Verdict.INSUFFICIENT_DATA) == set()


@pytest.mark.parametrize("school", SCHOOLS[:-1], ids=lambda school: school.key)
def test_school_does_so_with_another_seed_too(school: Profile, tmp_path: Path) -> None:
    outcome = judged(school, YEARS[-1], tmp_path, ANOTHER_SEED)

    assert labels(outcome, Verdict.NOT_MET) == school.failing(YEARS[-1])


def test_flawless_school_gets_a_positive_advice_and_four_stars(tmp_path: Path) -> None:
    outcome = judged(SCHOOLS[0], 2025, tmp_path)

    assert outcome.advice.advice == "positief"
    assert outcome.stars.stars == 4


def test_fixed_term_school_with_too_few_tracks_may_be_extended(tmp_path: Path) -> None:
    school = next(each for each in SCHOOLS if each.fixed_term)

    assert judged(school, 2025, tmp_path).advice.extension_possible


def test_school_with_one_weak_profile_may_be_compensated(tmp_path: Path) -> None:
    school = next(each for each in SCHOOLS if each.key == "de-meidoorn")

    assert judged(school, 2025, tmp_path).advice.compensation_possible
