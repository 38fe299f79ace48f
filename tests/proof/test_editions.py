"""Which edition judges which norm (§1.5.1, I-18), and what is said where an edition is not loaded."""

import random
from datetime import date

import pytest

from rulebook.judgement import Outcome, judge
from rulebook.kernel.period import MeasuringPeriod
from tests.generators.dossiers import random_dossier
from tests.generators.frames import dossier_of

OLD, NEW = "inburgeren-2024", "inburgeren-2025"
BY_THE_START = {"2.15", "2.16", "3.1.1", "3.1.2"}


@pytest.fixture(scope="module")
def dossier():
    tables, _, _ = random_dossier(random.Random(14), "small")
    return dossier_of(tables)


def outcome_of(dossier, first: date, edition: str | None = None) -> Outcome:
    return judge(dossier, MeasuringPeriod.starting(first), edition=edition)


def test_period_over_two_editions_is_judged_by_both(dossier) -> None:
    outcome = outcome_of(dossier, date(2024, 4, 1))
    printed = outcome.as_json()
    assert printed["handleiding"] is None
    assert {row["norm"] for row in printed["normen"] if row["handleiding"] == OLD} == BY_THE_START
    assert {row["handleiding"] for row in printed["normen"]} == {OLD, NEW}
    assert printed["opmerkingen"] == []


@pytest.mark.parametrize(("first", "edition"), [(date(2024, 1, 1), OLD), (date(2025, 1, 1), NEW)])
def test_period_in_one_edition_is_judged_by_it_without_a_word(dossier, first: date, edition: str) -> None:
    printed = outcome_of(dossier, first).as_json()
    assert printed["handleiding"] == edition
    assert not any("handleiding" in row for row in printed["normen"])
    assert printed["opmerkingen"] == []


def test_later_edition_stands_in_for_one_that_is_not_loaded_and_says_so(dossier) -> None:
    outcome = outcome_of(dossier, date(2022, 9, 1))
    assert outcome.edition == OLD
    assert len(outcome.remarks) == 2
    assert "2022-09-01" in outcome.remarks[0]
    assert "2023-08-31" in outcome.remarks[1]
    assert all(OLD in remark for remark in outcome.remarks)


def test_only_the_start_may_lie_before_every_edition(dossier) -> None:
    outcome = outcome_of(dossier, date(2023, 4, 1))
    assert outcome.edition == OLD
    assert [OLD in remark and "2023-04-01" in remark for remark in outcome.remarks] == [True]


@pytest.mark.parametrize("edition", [OLD, NEW])
def test_forced_edition_judges_every_norm_of_any_period(dossier, edition: str) -> None:
    outcome = outcome_of(dossier, date(2022, 9, 1), edition)
    assert {row.edition for row in outcome.rows} == {edition}
    assert outcome.edition == edition
    assert outcome.remarks == ()
