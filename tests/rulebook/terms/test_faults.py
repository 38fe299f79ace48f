"""Facts that give no term: every fault is told, with its place and what to do."""

from datetime import date

import pytest

from rulebook.terms import Answer, TermError, answer, compute
from rulebook.terms.answering import refused
from rulebook.terms.awb import ConsentGround, agreed
from rulebook.terms.document import read_document
from rulebook.terms.handbook import SuspensionGround, suspension
from tests.rulebook.terms.bad_documents import BAD, Bad

GOOD = {"soort": "weken", "vanaf": "2025-03-03", "aantal": 4}


def answered(data: bytes) -> Answer:
    try:
        return answer(read_document(data))
    except TermError as error:
        return refused(*error.faults)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name[:60])
def test_every_fault_is_told_in_its_place(bad: Bad) -> None:
    found = answered(bad.text.encode())
    assert found.terms == ()
    assert [(each.row, each.fault.column, each.fault.code) for each in found.faults] == bad.expected
    assert all(each.fault.text for each in found.faults)


def test_answers_come_in_the_order_of_the_items() -> None:
    items = [{**GOOD, "aantal": count} for count in (3, 1, 2)]
    assert [told["laatste_dag"] for told in answer(items).as_json()] == [
        "2025-03-24",
        "2025-03-10",
        "2025-03-17",
    ]


def test_object_gives_object_and_list_gives_list() -> None:
    assert answer([GOOD]).as_json() == [answer(GOOD).as_json()]
    assert answer([]).as_json() == []


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf[]", b" [] \r\n"])
def test_byte_order_mark_and_spaces_do_no_harm(data: bytes) -> None:
    assert answered(data).as_json() == []


def test_other_encoding_is_told() -> None:
    (only,) = answered('[{"soort": "é"}]'.encode("utf-16")).faults
    assert "UTF-8" in only.fault.text


@pytest.mark.parametrize(
    ("value", "shown"),
    [(True, "true"), (5.5, "5.5"), ([1], "[…]"), ({"a": 1}, "{…}"), ("x" * 300, "x" * 200 + "…")],
)
def test_value_is_shown_as_it_was_written(value: object, shown: str) -> None:
    (only,) = answer({**GOOD, "vanaf": value}).faults
    assert only.fault.value == shown


def test_fault_names_what_is_possible_and_the_other_date() -> None:
    with pytest.raises(TermError) as raised:
        compute(
            "bezwaar", {"verzonden_op": "2025-11-28", "ontvangen_op": "2025-11-27", "wijze": "fax", "x": 1}
        )
    told = {fault.column: fault.text for fault in raised.value.faults}
    assert told == {
        "wijze": "moet een van deze zijn: post, email",
        "x": (
            "dit gegeven hoort hier niet; mogelijk zijn "
            "verzonden_op, ontvangen_op, wijze, gepost_op en gelijkgesteld"
        ),
        "ontvangen_op": "ligt voor verzonden_op (2025-11-28); verbeter een van de twee datums",
    }
    assert "wijze: moet een van deze zijn" in str(raised.value)


def test_unknown_kind_names_those_of_the_contract_only() -> None:
    (only,) = answer({"soort": "beroep"}).faults
    assert only.fault.text == (
        "is geen soort termijn; mogelijk zijn bezwaar, aanvraag_awb, aanvraag_handleiding, "
        "beslissing_bezwaar, werkdagen, dagen, weken, maanden, bepaalde_tijd, schorsing"
    )


def test_faults_inside_suspensions_say_which_one() -> None:
    good = {"uitnodiging_op": "2025-09-08", "aangevuld_op": None, "hersteltermijn_tot": "2025-09-22"}
    with pytest.raises(TermError) as raised:
        compute(
            "aanvraag_awb",
            {"ontvangen_op": "2025-09-01", "opschortingen": [good, {**good, "aangevuld_op": 1}]},
        )
    (fault,) = raised.value.faults
    assert fault.text.startswith("opschorting 2: ")


def test_days_of_the_platform_come_on_top_of_those_in_the_facts() -> None:
    friday, monday = date(2026, 5, 15), "2026-05-18"
    term = compute(
        "bezwaar", {"verzonden_op": "2026-04-02", "gelijkgesteld": [monday]}, equated=frozenset({friday})
    )
    assert term.last_day == date(2026, 5, 19)


def test_sanction_cannot_be_extended_by_hand_either() -> None:
    with pytest.raises(ValueError, match="sanction"):
        suspension(ground=SuspensionGround.SANCTION, start=date(2025, 1, 1), months=3, extended_months=1)


def test_kinds_of_the_platform_are_computed() -> None:
    facts = {"tot_en_met": "2026-03-01", "grond": "aanvraag"}
    assert compute("ingestemd", facts) == agreed(last_day=date(2026, 3, 1), ground=ConsentGround.APPLICATION)
