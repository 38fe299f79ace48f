"""The handbook's numbers are exact, dated and complete."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rulebook.norms.editions import edition_in_force, edition_named, editions
from rulebook.norms.handbook_data import HandbookDataError
from rulebook.norms.parameters import Band, Parameter, date_parameter, parameter, parameters, scale

SOURCE = Path(__file__).parents[2] / "src" / "rulebook"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("complaints_share", 80),
        ("complaint_settle_days", 42),
        ("complaint_reject_days", 28),
        ("group_max_small", 12),
        ("group_max_large", 20),
        ("pass_rate_b1", 25),
        ("satisfaction_grade", Fraction(13, 2)),
        ("response_share", 10),
        ("ona_hours_min", 64),
        ("star_gap_until", Fraction(1519, 200)),
    ],
)
def test_numbers_of_the_handbook(name: str, value: int | Fraction) -> None:
    assert parameter(name) == value
    assert isinstance(parameter(name), type(value))


def test_dates_of_the_handbook() -> None:
    assert date_parameter("vog_transition_before") == date(2022, 1, 1)
    assert date_parameter("vog_transition_latest") == date(2022, 6, 30)


@pytest.mark.parametrize(
    ("name", "scores"),
    [
        (
            "star_pass_rate",
            {89: 6, 90: 7, 95: Fraction(15, 2), 105: 8, 115: Fraction(17, 2), 125: Fraction(17, 2), 126: 9},
        ),
        ("star_transparency", {0: Fraction(13, 2), 45: 7, 75: Fraction(15, 2), 95: Fraction(15, 2), 96: 8}),
        ("star_total", {6: 1, Fraction("6.975"): 2, Fraction("7.495"): 3, Fraction("7.975"): 4, 10: 4}),
        ("publication_response", {0: 50, 9: 50, 10: 40, 49: 40, 50: 30, 99: 30, 100: 25}),
    ],
)
def test_scales_at_their_borders(name: str, scores: dict[int | Fraction, int | Fraction]) -> None:
    assert {measured: scale(name).at(measured) for measured in scores} == scores


def test_a_band_above_its_bound_does_not_hold_it() -> None:
    assert not Band(lower=95, above=True, value=8).reached_by(95)
    assert Band(lower=95, above=False, value=8).reached_by(95)


def test_star_weights_are_a_hundred_together() -> None:
    assert sum(parameter(name) for name in parameters() if name.startswith("star_weight_")) == 100


def test_every_parameter_tells_meaning_unit_and_paragraph() -> None:
    for found in parameters().values():
        assert found.meaning
        assert found.unit
        assert found.paragraph
        assert [since for since, _ in found.values] == sorted(since for since, _ in found.values)


def test_a_value_holds_from_its_day_on() -> None:
    rising = Parameter("grens", "m", "procent", "1", (), ((date(2024, 1, 1), 25), (date(2026, 1, 1), 30)))

    assert rising.on(date(2025, 12, 31)) == 25
    assert rising.on(date(2026, 1, 1)) == 30
    with pytest.raises(HandbookDataError, match="nog geen waarde"):
        rising.on(date(2023, 1, 1))


def test_unknown_names_and_wrong_kinds_are_refused() -> None:
    with pytest.raises(HandbookDataError, match="Onbekende"):
        parameter("bestaat_niet")
    for ask, name in ((parameter, "star_total"), (scale, "pass_rate_b1"), (date_parameter, "pass_rate_b1")):
        with pytest.raises(HandbookDataError, match=name):
            ask(name)


def test_rules_only_ask_for_parameters_that_exist() -> None:
    asked = {
        name
        for path in SOURCE.rglob("*.py")
        if "terms" not in path.parts  # reads the facts of a term by the same words
        for name in re.findall(
            r'(?:\.(?:whole|number|day|scale)|AtLeast)\(\s*"(\w+)"', path.read_text("utf-8")
        )
    }

    assert asked
    assert asked <= set(parameters())


def test_editions_are_in_order_and_one_is_in_force_on_every_day() -> None:
    assert [edition.id for edition in editions()] == ["inburgeren-2024", "inburgeren-2025"]
    assert edition_in_force(date(2024, 12, 31)).id == "inburgeren-2024"
    assert edition_in_force(date(2025, 1, 1)).id == "inburgeren-2025"
    assert edition_in_force(date(2030, 1, 1)).id == "inburgeren-2025"


def test_before_the_oldest_edition_the_nearest_later_one_stands_in() -> None:
    standing_in = edition_in_force(date(2019, 9, 1))

    assert standing_in.id == "inburgeren-2024"
    assert standing_in.in_force > date(2019, 9, 1)


def test_a_derived_edition_says_so() -> None:
    assert "overzicht van wijzigingen" in str(edition_named("inburgeren-2024").note)
    assert edition_named("inburgeren-2025").note is None
    assert edition_named("inburgeren-2024").other_changes == ()


def test_an_edition_tells_what_changed_beside_the_norms() -> None:
    paragraphs = [paragraph for paragraph, _ in edition_named("inburgeren-2025").other_changes]

    assert paragraphs == [
        "1.4",
        "5.2",
        "6.1.4",
        "7.4.1",
        "7.5.2",
        "Bijlage 1",
        "Bijlage 3",
        "Bijlage 6",
        "Bijlage 14",
    ]
    assert all(len(text) > 40 for _, text in edition_named("inburgeren-2025").other_changes)
