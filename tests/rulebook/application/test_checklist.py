"""An application is complete when everything that the form asks is there, and not before (§2.2, §2.3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.application.checklist import Held, Lack, applies, gaps, missing, rows_of
from rulebook.application.pages import BY_CODE, PAGES
from rulebook.application.pieces import Rows
from rulebook.kernel.period import add_months
from tests.rulebook.application.complete import TODAY, complete_answers, complete_evidence, without

ANSWERS = complete_answers()
EVIDENCE = complete_evidence(ANSWERS)


def asked_questions():
    for page in PAGES:
        for asked in page.questions:
            if not isinstance(asked, Rows):
                if asked.required and applies(asked.when, ANSWERS[page.code]):
                    yield page.code, asked.name
                continue
            for question in asked.questions:
                row = ANSWERS[page.code][asked.name][0]
                if question.required and applies(question.when, row):
                    yield page.code, asked.name, question.name


def lacks(answers=ANSWERS, held=EVIDENCE, today=TODAY):
    return missing(answers, held, today)


def test_with_everything_answered_and_pointed_out_nothing_is_missing():
    assert lacks() == ()


def test_of_an_empty_application_every_page_that_asks_something_is_missing():
    assert {lack.page for lack in missing({}, {}, TODAY)} == {page.code for page in PAGES}


@pytest.mark.parametrize("place", list(asked_questions()), ids=".".join)
def test_without_an_answer_that_is_asked_it_is_not_complete(place):
    page, *path = place
    found = lacks(without(ANSWERS, page, *path))
    assert (page, path[-1]) in {(lack.page, lack.item) for lack in found}


@pytest.mark.parametrize("key", sorted(EVIDENCE))
def test_without_a_document_that_is_asked_it_is_not_complete(key):
    held = {each: found for each, found in EVIDENCE.items() if each != key}
    code, _, row = key.partition(":")
    assert [(lack.item, lack.row) for lack in lacks(held=held)] == [(code, row)]


@pytest.mark.parametrize("key", sorted(EVIDENCE))
def test_a_document_without_the_page_on_which_it_stands_is_not_pointed_out(key):
    held = EVIDENCE | {key: replace(EVIDENCE[key], pages=("1", " "))}
    assert [lack.item for lack in lacks(held=held)] == [key.partition(":")[0]]


@pytest.mark.parametrize(
    "code", sorted(demand.code for page in PAGES for demand in page.evidence if demand.may_not_apply)
)
def test_what_may_not_apply_needs_a_reason_in_place_of_a_document(code):
    key = next(each for each in EVIDENCE if each.partition(":")[0] == code)
    assert lacks(held=EVIDENCE | {key: Held(does_not_apply="Wij geven les aan gemeenten.")}) == ()
    assert lacks(held=EVIDENCE | {key: Held(does_not_apply="  ")}) != ()


OF_MANAGER = next(key for key in EVIDENCE if key.startswith("A6"))
OF_TEACHER = next(key for key in EVIDENCE if key.startswith("F3"))


@pytest.mark.parametrize(
    ("issued", "good"),
    [
        (date(2025, 9, 2), True),  # six months to the day
        (date(2025, 9, 1), False),
        (TODAY, True),
        (TODAY + timedelta(days=1), False),
    ],
)
def test_a_managers_certificate_of_conduct_is_at_most_six_months_old_and_not_from_the_future(issued, good):
    held = EVIDENCE | {OF_MANAGER: replace(EVIDENCE[OF_MANAGER], issued_on=issued)}
    assert (lacks(held=held) == ()) is good


@pytest.mark.parametrize(
    ("start", "issued", "good"),
    [
        ("1-2-2026", date(2025, 8, 1), True),
        ("1-2-2026", date(2025, 7, 31), False),
        ("31-12-2021", date(2022, 6, 30), True),
        ("31-12-2021", date(2022, 7, 1), False),
        ("1-1-2022", date(2021, 7, 1), True),
    ],
)
def test_a_teachers_certificate_was_recent_when_the_work_began(start, issued, good):
    teacher = ANSWERS["docenten"]["docenten"][0] | {"start": start}
    answers = ANSWERS | {"docenten": {"docenten": [teacher]}}
    held = EVIDENCE | {OF_TEACHER: replace(EVIDENCE[OF_TEACHER], issued_on=issued)}
    assert (lacks(answers, held) == ()) is good


@pytest.mark.parametrize("key", [OF_MANAGER, OF_TEACHER])
@pytest.mark.parametrize("profile", ["ander", "gva", ""])
def test_only_screening_profile_60_counts_and_a_certificate_for_tenders_never(profile, key):
    (lack,) = lacks(held=EVIDENCE | {key: replace(EVIDENCE[key], profile=profile)})
    assert lack.kind is Lack.WRONG


def test_what_is_asked_only_with_another_answer_is_not_missed_without_it():
    answers = ANSWERS | {"netwerk": {"verbonden": "nee", "eerder_houder": "nee"}}
    assert lacks(answers) == ()


def test_a_foreign_organisation_names_its_register():
    abroad = {"rechtsvorm": "buitenlands", "register": "", "register_nummer": "", "register_land": ""}
    answers = ANSWERS | {"onderneming": ANSWERS["onderneming"] | abroad}
    assert [lack.item for lack in lacks(answers)] == ["register", "register_nummer", "register_land"]


def test_a_statement_that_does_not_hold_is_explained():
    answers = ANSWERS | {
        "managementverklaring": ANSWERS["managementverklaring"] | {"f": "niet", "f_uitleg": ""}
    }
    assert [lack.item for lack in lacks(answers)] == ["f_uitleg"]


def test_an_owner_by_capital_holds_a_quarter_at_least():
    answers = without(ANSWERS, "belanghebbenden", "heeft_pep")
    answers["belanghebbenden"]["heeft_pep"] = "nee"
    row = answers["belanghebbenden"]["ubo"][0]
    row["direct"], row["indirect"] = "24,9", "0,1"
    assert lacks(answers) == ()
    row["indirect"] = "0"
    assert [lack.item for lack in lacks(answers)] == ["direct"]
    row["aard"] = ["zeggenschap"]
    assert lacks(answers) == ()


def test_a_row_of_somebody_who_left_the_management_is_wrong():
    answers = ANSWERS | {
        "cv": ANSWERS["cv"] | {"referenties": [ANSWERS["cv"]["referenties"][0] | {"wie": "weg"}]}
    }
    assert [(lack.item, lack.kind) for lack in lacks(answers)] == [("wie", Lack.WRONG)]


@pytest.mark.parametrize("start", ["1-3-2026", "1-1-2026", "2-4-2026"])
def test_a_measuring_period_begins_on_one_of_three_days_after_today(start):
    answers = ANSWERS | {"meetperiode": ANSWERS["meetperiode"] | {"start": start}}
    assert [lack.item for lack in lacks(answers)] == ["start"]


def test_a_row_in_which_nothing_was_typed_is_no_row():
    assert rows_of({"ubo": [{"id": "1", "achternaam": " "}, {"id": "2", "achternaam": "Ali"}]}, "ubo") == [
        {"id": "2", "achternaam": "Ali"}
    ]


@given(
    start=st.dates(date(1990, 1, 1), date(2015, 1, 1)),
    work=st.integers(1, 2000),
    pause=st.integers(0, 400),
)
def test_a_pause_longer_than_six_months_must_be_explained_and_a_shorter_one_not(start, work, pause):
    end = start + timedelta(days=work)
    again = end + timedelta(days=pause + 1)
    periods = [
        {"van": start.isoformat(), "tot": end.isoformat()},
        {"van": again.isoformat(), "tot": ""},
    ]
    first = end + timedelta(days=1)
    too_long = again - timedelta(days=1) >= add_months(first, 6)
    assert bool(gaps(periods, date(2026, 3, 2))) is too_long


@given(
    spans=st.lists(st.tuples(st.dates(date(2000, 1, 1), date(2025, 1, 1)), st.integers(0, 900)), max_size=6)
)
def test_explaining_every_gap_leaves_none(spans):
    today = date(2026, 3, 2)
    periods = [
        {"van": start.isoformat(), "tot": min(start + timedelta(days=days), today).isoformat()}
        for start, days in spans
    ]
    explained = [{"van": first.isoformat(), "tot": last.isoformat()} for first, last in gaps(periods, today)]
    assert gaps([*periods, *explained], today) == []


def test_every_page_and_every_demand_has_its_source():
    for page in BY_CODE.values():
        assert page.source
        for each in (*page.questions, *page.evidence):
            assert each.source
