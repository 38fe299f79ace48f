"""The catalogue is complete, in order, and says the same as the rules."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.catalogue import catalogue, manual_numbers, norm
from rulebook.norms.editions import FOLLOWS_START_OF_PERIOD, LATEST, editions
from rulebook.norms.handbook_data import HandbookDataError
from rulebook.norms.inburgeren.registry import NORMS
from rulebook.norms.norm_page import Audit, CatalogueNorm, NormKind, SelfEmployed
from rulebook.norms.parameters import parameters
from rulebook.norms.reasons import reason_text, reason_texts
from tests.generators.frames import dossier_of

ROOT = Path(__file__).parents[2]
EVERY_EDITION = pytest.mark.parametrize("edition", [edition.id for edition in editions()])

COMPUTED = (
    "1.5.8 1.7.1.a 1.7.1.b 1.7.1.c 1.7.2.a 1.7.2.b 2.0 2.2 2.3.4 2.3.5 2.4.1 2.4.2 2.4.3 2.5 2.7.3 2.9.2 "
    "2.13 2.14 2.15 2.16 2.17.1 2.17.2 2.17.3 2.17.4 3.1.1 3.1.2 7.2.1"
)
JUDGED_THROUGH_ANOTHER = {
    "1.7.2.c": "1.7.1.c",
    "2.0.1": "2.0",
    "2.0.2": "2.0",
    "2.2.1": "2.2",
    "2.2.2": "2.2",
    "2.2.3": "2.2",
}
MATERIAL = (
    "1.2.1 1.2.3 1.2.4 1.2.5 1.7.1.b 1.7.2.b 1.7.5 2.4.1 2.4.2 2.4.3 2.5 2.6.1 2.6.2 2.6.3 2.8.1 2.8.2 2.8.3 "
    "2.10.1 2.16 2.17.2 3.1.1 3.3.1 mn-2.4 mn-2.6 mn-7.9 mn-informatie"
)
"""Bijlage 1, Materiële Normen; the last four have no number in the handbook."""


def numbered() -> tuple[CatalogueNorm, ...]:
    return tuple(found for found in catalogue() if found.main_norm is not None)


def sort_key(number: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in number.split(".")]


@EVERY_EDITION
def test_numbers_are_unique_and_in_the_order_of_the_handbook(edition: str) -> None:
    numbers = [found.number for found in catalogue(edition)]
    inside = [found.number for found in catalogue(edition) if found.main_norm is not None]

    assert len(set(numbers)) == len(numbers)
    assert inside == sorted(inside, key=sort_key)
    assert numbers[: len(inside)] == inside


def test_every_topic_of_chapters_three_to_five_has_its_norms() -> None:
    topics = Counter(
        ".".join(found.number.split(".")[:2]) for found in numbered() if found.kind is NormKind.NUMBERED
    )

    assert " ".join(f"{topic}:{count}" for topic, count in topics.items()) == (
        "1.1:2 1.2:6 1.3:3 1.4:6 1.5:9 1.6:11 1.7:9 1.8:5 "
        "2.0:2 2.1:4 2.2:3 2.3:6 2.4:3 2.5:1 2.6:4 2.7:5 2.8:3 2.9:4 2.10:2 2.11:1 2.12:1 2.13:1 2.14:1 "
        "2.15:1 2.16:1 2.17:4 3.1:2 3.2:1 3.3:2"
    )


@EVERY_EDITION
def test_every_norm_has_a_real_page(edition: str) -> None:
    for found in catalogue(edition):
        assert found.title
        assert found.topic
        assert found.paragraph
        assert found.see
        assert found.evidence
        assert found.audits
        assert len(found.asks) > 40, found.number
        assert len(found.tested) > 40, found.number
        assert not re.search(r"\b(todo|tbd|volgt nog)\b", found.asks + found.tested, re.IGNORECASE)


def test_no_two_norms_ask_in_the_same_words() -> None:
    asked = [found.asks for found in catalogue()]
    assert len(set(asked)) == len(asked)


def test_computed_norms_are_those_of_the_engine() -> None:
    assert [found.number for found in catalogue() if found.computed] == COMPUTED.split()
    assert [computed.code for computed in NORMS] == COMPUTED.split()


def test_norms_judged_through_another_name_it() -> None:
    through = {
        found.number: found.judged_by for found in catalogue() if found.judged_by and not found.computed
    }
    assert through == JUDGED_THROUGH_ANOTHER


def test_manual_norms_are_all_the_others() -> None:
    manual = manual_numbers()

    assert len(manual) == 73
    assert set(manual) == {found.number for found in numbered()} - set(COMPUTED.split()) - set(
        JUDGED_THROUGH_ANOTHER
    )


def test_material_norms_are_those_of_bijlage_1() -> None:
    assert [found.number for found in catalogue() if found.material] == MATERIAL.split()
    assert all(found.material_ground for found in catalogue() if found.material)


def test_inspection_is_material_for_a_fixed_term_only() -> None:
    assert norm("2.17.2").is_material("bepaalde_tijd")
    assert not norm("2.17.2").is_material("onbepaalde_tijd")
    assert norm("2.16").is_material("onbepaalde_tijd")


def test_computed_norms_have_a_rule_and_parameters() -> None:
    without_numbers = {"2.0", "2.17.3", "2.17.4"}
    for found in catalogue():
        assert (found.rule is not None) == found.computed, found.number
        if found.computed and found.number not in without_numbers:
            assert found.parameters, found.number


def test_parameters_belong_to_norms_that_exist() -> None:
    known = {found.number for found in catalogue()}
    for name, found in parameters().items():
        assert set(found.norms) <= known, name


def test_every_reason_in_a_rule_has_a_text_and_no_text_is_left_over() -> None:
    used = {row.reason for found in catalogue() if found.rule for row in found.rule.rows}

    assert used == set(reason_texts())
    assert reason_text("telt_mee") == "Telt mee"
    with pytest.raises(HandbookDataError):
        reason_text("bestaat_niet")


@pytest.mark.parametrize(
    "folder", sorted((ROOT / "tests" / "examples" / "dossiers").iterdir()), ids=lambda it: it.name
)
def test_rules_tell_what_the_engine_does(folder: Path) -> None:
    raw = {
        path.stem: list(csv.DictReader(path.read_text("utf-8").splitlines())) for path in folder.glob("*.csv")
    }
    told = {
        (found.number, row.reason, row.counts.value)
        for found in catalogue()
        if found.rule
        for row in found.rule.rows
    }

    outcome = judge(dossier_of(raw), MeasuringPeriod.starting(date(2025, 1, 1)), edition=LATEST)

    given = outcome.explanation_table().rows(named=True)
    assert {(row["norm"], row["reden"], row["telt"]) for row in given} <= told


def test_norms_that_follow_the_start_of_the_period_are_marked() -> None:
    assert {"2.15", "2.16", "3.1.1", "3.1.2"} == FOLLOWS_START_OF_PERIOD
    assert {found.number for found in catalogue() if found.follows_start} == FOLLOWS_START_OF_PERIOD


def test_the_edition_of_2024_differs_only_where_the_change_list_says_so() -> None:
    old = {found.number: found for found in catalogue("inburgeren-2024")}
    new = {found.number: found for found in catalogue("inburgeren-2025")}

    assert set(old) - set(new) == {"2.7.1.c", "2.7.2.c"}
    assert set(new) <= set(old)
    assert {number for number in new if new[number].asks != old[number].asks} == {"1.2.3", "2.14"}
    assert {number for number in new if new[number].changes_2025} == {
        *("1.2.3", "2.7.1.a", "2.7.2.a", "2.7.3", "2.14", "3.1.1", "3.1.2", "mn-informatie")
    }
    assert all(found.changes_2025 is None for found in old.values())
    assert {found.in_force for found in old.values()} == {date(2024, 1, 1)}


def test_audience_tells_acts_residence_oval_and_self_employed() -> None:
    assert norm("2.15").audience.acts == ("Wi2013",)
    assert norm("2.4.2").audience.residences == ("asielstatushouder",)
    assert [found.number for found in catalogue() if found.audience.oval_members_only] == [
        f"1.8.{last}" for last in range(1, 6)
    ]
    assert norm("1.6.1").audience.self_employed is SelfEmployed.LAPSES
    assert norm("1.7.1.a").audience.self_employed is SelfEmployed.APPLIES
    assert norm("mn-2.4").audience.certificates == ("bepaalde_tijd",)


def test_every_kind_of_audit_looks_at_something() -> None:
    assert {audit for found in catalogue() for audit in found.audits} == set(Audit)


def test_unknown_norm_or_edition_is_refused() -> None:
    with pytest.raises(HandbookDataError, match=r"9\.9\.9"):
        norm("9.9.9")
    with pytest.raises(HandbookDataError, match="inburgeren-1999"):
        catalogue("inburgeren-1999")


def test_reason_codes_stand_in_the_docs() -> None:
    page = (ROOT / "docs" / "readings" / "reasons.md").read_text("utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", page, re.MULTILINE)

    assert listed == [
        (row.reason, row.counts.value, row.when)
        for found in catalogue()
        if found.rule
        for row in found.rule.rows
    ]
