from datetime import date

import pytest

from rulebook.dispensations import CATALOGUE, Code, Effect, Nature, kind_of, kinds_to_ask, may_be_asked
from rulebook.norms.catalogue import catalogue
from rulebook.norms.editions import LATEST

IN_2026 = date(2026, 3, 2)
every = pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.code)


def test_every_code_has_one_kind():
    assert sorted(kind.code for kind in CATALOGUE) == sorted(Code)


def test_a_kind_that_does_not_exist_is_no_kind():
    with pytest.raises(KeyError):
        kind_of("vrije_dag")


@every
def test_every_kind_says_where_it_stands_what_is_judged_and_what_must_be_handed_in(kind):
    assert kind.source
    assert kind.conditions
    assert kind.evidence
    assert kind.effects
    for points in (kind.conditions, kind.evidence):
        codes = [point.code for point in points]
        assert len(codes) == len(set(codes))


@every
def test_the_norms_that_a_kind_touches_are_norms_of_the_handbook(kind):
    known = {norm.number for norm in catalogue(LATEST)}
    assert set(kind.norms) <= known


def test_only_a_shrinking_wi2013_school_names_the_norms_itself():
    assert [kind.code for kind in CATALOGUE if not kind.norms] == [Code.SHRINKING]


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        (date(2022, 12, 31), False),
        (date(2023, 1, 1), True),
        (date(2025, 1, 1), True),
        (date(2025, 1, 2), False),
    ],
)
def test_the_measures_of_the_addendum_ran_from_2023_until_the_first_day_of_2025(day, possible):
    measures = [kind for kind in CATALOGUE if kind.code.startswith("addendum")]
    assert len(measures) == 4
    assert {may_be_asked(kind, day) for kind in measures} == {possible}


def test_what_can_be_asked_in_2026_is_what_the_handbook_itself_offers():
    asked = {kind.code for kind in kinds_to_ask(IN_2026)}
    assert asked == {
        Code.TRAINEE,
        Code.SHORT_COURSE,
        Code.ONA_TEACHER,
        Code.INTAKE_TEST,
        Code.SHRINKING,
    }


def test_note_10_is_an_exception_of_the_handbook_and_the_others_are_granted():
    natures = {kind.code: kind.nature for kind in kinds_to_ask(IN_2026)}
    assert natures[Code.TRAINEE] is natures[Code.SHORT_COURSE] is Nature.EXCEPTION
    assert natures[Code.ONA_TEACHER] is natures[Code.SHRINKING] is Nature.DISPENSATION


def test_an_ona_teacher_is_judged_on_ten_competences_in_three_groups():
    groups = kind_of(Code.ONA_TEACHER).groups
    assert [len(points) for _heading, points in groups] == [4, 3, 3]


def test_a_trainee_never_counts_for_the_eighty_per_cent():
    trainee = kind_of(Code.TRAINEE)
    assert "1.7.1.a" not in trainee.norms
    assert trainee.effects == (Effect.COUNTS,)
