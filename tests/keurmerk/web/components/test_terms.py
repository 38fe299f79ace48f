"""A term in words: what is left, what started it, whether it moved, stands still or is over."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.template import Context, Template

from keurmerk.web.components.terms import left, plain_term, shown_term

TODAY = date(2026, 11, 20)


@dataclass
class Row:
    """As a stored term, without the database."""

    last_day: date = date(2026, 12, 1)
    before_moving: date = date(2026, 12, 1)
    facts: dict[str, Any] = field(default_factory=dict)
    text: str = "Beslissen op de aanvraag"
    source: str = "§2.4"
    side: str = "blik_op_werk"
    steps: tuple[dict[str, str], ...] = ({"text": "acht weken vanaf 6 oktober", "source": "Awb 4:13"},)
    started_on: date = date(2026, 10, 6)
    ended_on: date | None = None


def shown(row, **more):
    return shown_term(row, TODAY, started_by="Aanvraag ontvangen", **more)


def html(term):
    text = Template("{% load keurmerk %}{% stored_term term %}").render(Context({"term": term}))
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (2, "nog 2 dagen"),
        (1, "nog 1 dag"),
        (0, "vandaag"),
        (-1, "1 dag verlopen"),
        (-40, "40 dagen verlopen"),
    ],
)
def test_what_is_left_in_words(days, words):
    assert left(days) == words


@pytest.mark.parametrize(("days", "tone"), [(3, "quiet"), (0, "warn"), (-1, "bad")])
def test_the_tone_goes_with_the_days(days, tone):
    day = TODAY + timedelta(days=days)
    assert plain_term(day, TODAY, "de melding").tone == shown(Row(day, day)).tone == tone


def test_it_tells_what_started_it_and_each_step_with_its_article():
    page = html(shown(Row()))
    assert "1 december 2026" in page
    assert "Begint door: Aanvraag ontvangen, op 6 oktober 2026 (§2.4)" in page
    assert 'acht weken vanaf 6 oktober <span class="soft">(Awb 4:13)</span>' in page
    assert "agenda" not in page


def test_a_link_to_a_calendar_only_where_there_is_one():
    assert 'href="/termijn.ics"' in html(shown(Row(), ics_url="/termijn.ics"))
    assert shown(Row(ended_on=TODAY), ics_url="/termijn.ics").ics_url == ""


def test_it_tells_that_it_moved():
    assert shown(Row()).moved == ""
    assert "zou 28 november 2026 zijn" in shown(Row(before_moving=date(2026, 11, 28))).moved


@pytest.mark.parametrize(
    ("completed", "until", "stands_still"),
    [(None, "2026-12-05", True), ("2026-11-18", "2026-12-05", False), (None, "2026-11-19", False)],
)
def test_it_stands_still_only_while_something_is_awaited(completed, until, stands_still):
    asked = {"uitnodiging_op": "2026-11-10", "aangevuld_op": completed, "hersteltermijn_tot": until}
    assert bool(shown(Row(facts={"opschortingen": [asked]})).stands_still) == stands_still


def test_one_that_is_over_says_when_and_counts_no_days():
    over = shown(Row(ended_on=date(2026, 11, 12)))
    assert (over.words, over.ended) == ("afgesloten", "Afgesloten op 12 november 2026.")
    assert over.tone == "quiet"
