"""A timeline: the latest day first, within a day the latest moment, the older ones behind a summary."""

from datetime import UTC, date, datetime

from django.template import Context, Template

from keurmerk.web.components.timeline import Moment, at_start_of, timeline_of


def moment(day, hour=12, what="", **more):
    return Moment(on=date(2026, 3, day), at=datetime(2026, 3, day, hour, tzinfo=UTC), what=what, **more)


def html(timeline):
    text = Template("{% load keurmerk %}{% timeline t %}").render(Context({"t": timeline}))
    return " ".join(text.split())


def test_the_latest_comes_first_by_the_day_that_counts():
    entered_later = Moment(on=date(2026, 3, 1), at=datetime(2026, 3, 9, tzinfo=UTC), what="ouder")
    ordered = timeline_of([moment(2, 8, "vroeg"), entered_later, moment(2, 9, "laat")])
    assert [one.what for one in ordered.newest] == ["laat", "vroeg", "ouder"]


def test_a_time_is_shown_only_of_what_was_written_down_that_day():
    assert moment(2, 8).when == "2 maart 2026, 09:00 uur"
    entered_later = Moment(on=date(2026, 3, 1), at=datetime(2026, 3, 9, tzinfo=UTC), what="")
    assert entered_later.when == "1 maart 2026"


def test_what_has_no_time_stands_at_the_start_of_its_day():
    day = date(2026, 3, 2)
    ordered = timeline_of([Moment(on=day, at=at_start_of(day), what="dag"), moment(2, 0, "middernacht")])
    assert [one.what for one in ordered.newest] == ["middernacht", "dag"]


def test_many_moments_stand_behind_a_summary():
    page = html(timeline_of([moment(day, what=f"dag {day}") for day in range(1, 21)], in_sight=15))
    assert "Nog 5 eerdere gebeurtenissen" in page
    assert "dag 1<" in page
    assert "<details" not in html(timeline_of([moment(1)]))


def test_it_tells_who_on_which_ground_and_with_which_document():
    links = (("Brief", "/b/"),)
    page = html(timeline_of([moment(1, what="Geschorst", who="Noor", ground="§7.4", links=links)]))
    for told in ("door Noor", "Grond: §7.4", '<a href="/b/">Brief</a>'):
        assert told in page


def test_what_people_wrote_is_text():
    assert "&lt;b&gt;" in html(timeline_of([moment(1, text="<b>")]))
