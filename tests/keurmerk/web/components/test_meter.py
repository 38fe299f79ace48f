"""The norm meter: figures, words and places, for every kind of norm and for what is missing."""

import pytest
from django.template import Context, Template

from keurmerk.web.components.meter import meter_of, norm_meter
from keurmerk.web.components.verdicts import ADVICE, VERDICTS
from rulebook.kernel.verdict import Verdict

SPACE = "\N{NO-BREAK SPACE}"


def shown(meter):
    return Template("{% load keurmerk %}{% meter m %}").render(Context({"m": meter}))


def test_a_share():
    meter = norm_meter(
        norm="2.15", group="hoog", verdict="voldoet", numerator=18, denominator=22,
        value=81.818181818, limit=75, unit="procent",
    )  # fmt: skip
    assert (meter.value, meter.figures, meter.limit) == (
        f"81,8{SPACE}%",
        "18 van 22",
        f"grens: minstens 75{SPACE}%",
    )
    assert (meter.bar.filled, meter.bar.limit) == ("81.818%", "75.000%")
    assert meter.spoken == (f"Norm 2.15, hoog: voldoet (81,8{SPACE}%, 18 van 22, grens: minstens 75{SPACE}%)")


def test_exceptions_of_which_none_is_allowed():
    meter = norm_meter(
        norm="2.4.1", verdict="voldoet_niet", numerator=1, denominator=3000,
        value=0.033333333, limit=0, unit="procent",
    )  # fmt: skip
    assert (meter.figures, meter.limit) == ("1 van 3.000 in strijd met de norm", "grens: geen enkele")
    assert (meter.bar.filled, meter.bar.zone_from) == ("1.000%", None)


def test_no_exceptions_fill_nothing():
    meter = norm_meter(
        norm="2.2", verdict="voldoet", numerator=0, denominator=63, value=0, limit=0, unit="procent"
    )
    assert meter.bar.filled == "0.000%"


def test_a_count_leaves_room_beyond_its_limit():
    meter = norm_meter(
        norm="7.2.1", verdict="voldoet_niet", numerator=3, denominator=5, value=3, limit=5, unit="aantal"
    )
    assert (meter.value, meter.figures, meter.bar.filled, meter.bar.limit) == (
        "3", "nodig: 5", "30.000%", "50.000%",
    )  # fmt: skip


def test_a_grade_runs_from_one_to_ten():
    meter = norm_meter(norm="3.1.1", verdict="voldoet", value=7.75, limit=6.5, unit="cijfer")
    assert (meter.value, meter.bar.low, meter.bar.filled) == ("7,75", "1", "75.000%")


def test_what_is_missing_is_said_and_not_drawn():
    meter = norm_meter(norm="2.5", verdict="geen_gegevens")
    assert (meter.value, meter.figures, meter.limit, meter.bar) == (None, None, None, None)
    assert '<svg class="meter__svg"' not in shown(meter)
    assert VERDICTS["geen_gegevens"].meaning in shown(meter)


@pytest.mark.parametrize(("limit", "anchor"), [(5, "start"), (50, "middle"), (95, "end")])
def test_the_label_of_the_limit_stays_inside(limit, anchor):
    meter = norm_meter(norm="1.5.8", verdict="voldoet", value=96, limit=limit, unit="procent")
    assert meter.bar.limit_anchor == anchor


def test_from_a_row_of_the_outcome():
    row = {
        "norm": "2.13", "groep": None, "teller": 8, "noemer": 10, "waarde": 80, "grens": 80,
        "eenheid": "procent", "oordeel": "voldoet", "materieel": True, "interpretaties": ["I-04"],
    }  # fmt: skip
    html = shown(meter_of(row, title="Op tijd gestart", links=(("Waarom?", "/uitleg/"),)))
    for part in ("Op tijd gestart", "Materiële Norm", "voldoet", "8 van 10", 'href="/uitleg/"'):
        assert part in html


def test_every_verdict_has_words_a_shape_and_a_meaning():
    assert set(VERDICTS) == {verdict.value for verdict in Verdict}
    looks = [*VERDICTS.values(), *ADVICE.values()]
    assert all(look.words and look.icon and look.meaning for look in looks)
    shapes = [look.icon for look in VERDICTS.values()]
    assert len(set(shapes)) == len(shapes)
