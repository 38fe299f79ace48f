"""The pages and pictures of the legal life are what the tables say, and say all of it."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tools.lifecycle_docs import pages

from rulebook.lifecycle import document, picture
from rulebook.lifecycle.layouts import LIFE, OBJECTION, PLAN, STANDING
from rulebook.lifecycle.states import ObjectionState, PlanState, Standing, State, held_states
from rulebook.lifecycle.wording import event_words, states_words

SVG = "{http://www.w3.org/2000/svg}"
PARTS = {part.code: part for part in document.PARTS}


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_file_is_what_make_docs_would_write(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages()[path]


@pytest.mark.parametrize("code", PARTS)
def test_every_row_is_told_with_its_grounds_needs_terms_and_duties(code: str) -> None:
    told, table = document.rows(PARTS[code].table), PARTS[code].table
    page = document.markdown()
    for text, row in zip(told, table.rows, strict=True):
        assert f"### {text.name.capitalize()}" in page
        assert len(text.grounds) == len(row.grounds)
        assert all(f"  - {ground.text} ({ground.source})" in page for ground in text.grounds)
        assert all(f"  - {need}" in page for need in text.needs)
        assert len(text.starts) == len(row.starts)
        assert len(text.duties) == len(row.duties)
        assert text.sources
        assert bool(text.decision) == bool(row.decision)


def test_remedies_are_objection_appeal_or_none() -> None:
    remedies = {row.name: row.remedy for part in document.PARTS for row in document.rows(part.table)}
    assert remedies["schorsen sanctie"] == "bezwaar"
    assert remedies["ongegrond verklaren"] == "beroep"
    assert remedies["waarschuwen"] == "geen"
    assert remedies["aflopen"] == ""


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ([State.LAPSED, State.NONE], ("nog geen overeenkomst", "Keurmerk voor bepaalde tijd afgelopen")),
        (held_states(), ("elk Keurmerk, hoe het ook staat",)),
        ([State.FIXED], ("Keurmerk voor bepaalde tijd, in orde",)),
        (
            held_states(standings=[Standing.GOOD, Standing.WARNED, Standing.INQUIRY]),
            ("elk Keurmerk, in orde, gewaarschuwd of geschorst voor onderzoek",),
        ),
        (
            [State.FIXED, State.INDEFINITE_WARNED],
            ("Keurmerk voor bepaalde tijd, in orde", "Keurmerk voor onbepaalde tijd, gewaarschuwd"),
        ),
    ],
)
def test_states_are_drawn_together_in_words(states: list[State], words: tuple[str, ...]) -> None:
    assert states_words(states) == words


@pytest.mark.parametrize("code", PARTS)
def test_picture_is_well_formed_titled_described_and_without_style_or_script(code: str) -> None:
    root = ET.fromstring(picture.svg(PARTS[code].table))  # noqa: S314  our own text
    assert root.tag == f"{SVG}svg"
    named = {root.find(f"{SVG}title").get("id"), root.find(f"{SVG}desc").get("id")}
    assert set(root.get("aria-labelledby", "").split()) == named
    assert not [
        each for each in root.iter() if each.tag in {f"{SVG}style", f"{SVG}script"} or each.get("style")
    ]


@pytest.mark.parametrize("code", PARTS)
def test_every_event_is_in_the_picture_and_in_its_description(code: str) -> None:
    root = ET.fromstring(picture.svg(PARTS[code].table))  # noqa: S314  our own text
    drawn = " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))
    described = root.findtext(f"{SVG}desc")
    for row in PARTS[code].table.rows:
        assert re.search(event_words(row.event).replace(" ", r"\W+"), drawn), row.event
        assert event_words(row.event) in described


def test_every_state_has_its_place() -> None:
    without = {state.value for state in State if state.held is None}
    assert set(map(str, LIFE.nodes)) == without | {
        "bepaalde_tijd",
        "bepaalde_tijd_verlengd",
        "onbepaalde_tijd",
    }
    assert set(STANDING.nodes) == set(Standing)
    assert set(PLAN.nodes) == set(PlanState)
    assert set(OBJECTION.nodes) == set(ObjectionState)


@pytest.mark.parametrize("layout", [LIFE, STANDING, PLAN, OBJECTION], ids=lambda layout: layout.title)
def test_boxes_do_not_overlap_and_hand_made_arrows_exist(layout) -> None:
    boxes = list(layout.nodes.values())
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            above = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert apart or above
    for box, members in layout.groups.values():
        for name in members:
            node = layout.nodes[name]
            assert box.x < node.x
            assert node.x + node.width < box.x + box.width
            assert box.y < node.y
            assert node.y + node.height < box.y + box.height
    drawn = {pair for part in document.PARTS for pair in _pairs(layout, part)}
    assert set(layout.routes) | set(layout.labels) <= drawn


def _pairs(layout, part: document.Part) -> set[tuple[str, str]]:
    places = (picture._in_life, picture._in_standing, picture._itself)
    return {pair for place in places for pair in picture.merged(layout, picture.arrows(part.table, place))}
