"""Documents with faults, and where each fault must be told: row, column, code."""

from typing import NamedTuple


class Bad(NamedTuple):
    name: str
    text: str
    expected: list[tuple[int | None, str | None, str]]


def one(name: str, text: str, *expected: tuple[str | None, str]) -> Bad:
    """A document of one object."""
    return Bad(name, text, [(1, column, code) for column, code in expected])


def objection(rest: str) -> str:
    return f'{{"soort": "bezwaar", "verzonden_op": "2025-11-28"{rest}}}'


def application(*suspensions: str) -> str:
    return (
        '{"soort": "aanvraag_awb", "ontvangen_op": "2025-09-01", "opschortingen": ['
        + ", ".join(suspensions)
        + "]}"
    )


def repaired(invited: str, completed: str, until: str, rest: str = "") -> str:
    return (
        f'{{"uitnodiging_op": {invited}, "aangevuld_op": {completed}, "hersteltermijn_tot": {until}{rest}}}'
    )


def days(start: str, count: str, kind: str = "dagen") -> str:
    return f'{{"soort": "{kind}", "vanaf": {start}, "aantal": {count}}}'


def suspension(ground: str, months: str, extended: str) -> str:
    return (
        f'{{"soort": "schorsing", "grond": "{ground}", "vanaf": "2025-03-10", '
        f'"maanden": {months}, "verlengd_maanden": {extended}}}'
    )


GOOD = '{"soort": "weken", "vanaf": "2025-03-03", "aantal": 4}'
BAD_WAY = objection(', "wijze": 1')
DAY = '"2025-09-08"'
LATER = '"2025-09-22"'

WHOLE_DOCUMENT = (
    Bad("nothing at all", "", [(None, None, "malformed")]),
    Bad("only spaces", " \n ", [(None, None, "malformed")]),
    Bad("no JSON", "soort: bezwaar", [(None, None, "malformed")]),
    Bad("cut off", '[{"soort": "bezwaar"', [(None, None, "malformed")]),
    Bad("two documents", f"{GOOD} {GOOD}", [(None, None, "malformed")]),
    Bad("a number", "5", [(None, None, "malformed")]),
    Bad("null", "null", [(None, None, "malformed")]),
    Bad("text", '"bezwaar"', [(None, None, "malformed")]),
    Bad("not a number at all", "NaN", [(None, None, "malformed")]),
    Bad("too deep", "[" * 200_000, [(None, None, "malformed")]),
)

ITEMS = (
    Bad(
        "items that are no objects", f"[{GOOD}, 5, null, []]", [(row, None, "malformed") for row in (2, 3, 4)]
    ),
    Bad("a list in a list", f"[[{GOOD}]]", [(1, None, "malformed")]),
    one("an empty object", "{}", ("soort", "missing")),
    one("kind null", '{"soort": null}', ("soort", "missing")),
    one("unknown kind", '{"soort": "beroep"}', ("soort", "unknown_kind")),
    one("kind in capitals", '{"soort": "Bezwaar"}', ("soort", "unknown_kind")),
    one("kind is a list", '{"soort": ["bezwaar"]}', ("soort", "unknown_kind")),
    one("kind is a number", '{"soort": 1}', ("soort", "unknown_kind")),
    one(
        "kind of the platform only",
        '{"soort": "ingebrekestelling", "ontvangen_op": "2025-09-01"}',
        ("soort", "unknown_kind"),
    ),
    one(
        "agreed is of the platform only",
        '{"soort": "ingestemd", "tot_en_met": "2025-09-01", "grond": "bezwaar"}',
        ("soort", "unknown_kind"),
    ),
    one("no facts", '{"soort": "bezwaar"}', ("verzonden_op", "missing")),
    one("fact null", '{"soort": "bezwaar", "verzonden_op": null}', ("verzonden_op", "missing")),
    one("a field of another kind", objection(', "vanaf": "2025-01-01"'), ("vanaf", "unknown_fact")),
    one(
        "an unknown field",
        objection(', "Wijze": "post", "": 1'),
        ("Wijze", "unknown_fact"),
        ("", "unknown_fact"),
    ),
    one("a fact twice", objection(', "verzonden_op": "2025-11-28"'), ("verzonden_op", "repeated")),
    one("a kind twice", objection(', "soort": "bezwaar"'), ("soort", "repeated")),
    one("half a character", objection(', "\\ud800": "\\udfff"'), ("?", "unknown_fact")),
    Bad(
        "all faults of all items",
        f'[{GOOD}, {{"soort": "x"}}, {BAD_WAY}, {days("1", "-1")}]',
        [
            (2, "soort", "unknown_kind"),
            (3, "wijze", "malformed"),
            (4, "vanaf", "malformed"),
            (4, "aantal", "out_of_range"),
        ],
    ),
)

VALUES = (
    *(
        one(f"no date: {text}", days(text, "1"), ("vanaf", "malformed"))
        for text in (
            '"2025-02-30"',
            '"2025-2-3"',
            '"20250203"',
            '"2025-W06-1"',
            '"03-02-2025"',
            '"2025-02-03T00:00:00"',
            '"2025-02-03 "',
            '"2025-02-03\\n"',
            '"0000-01-01"',
            '"10000-01-01"',
            '"2025-13-01"',
            '"٢٠٢٥-٠٢-٠٣"',
            '""',
            "20250203",
            "true",
            "[]",
            "{}",
            "NaN",
        )
    ),
    *(
        one(f"no whole number: {text}", days('"2025-02-03"', text), ("aantal", "malformed"))
        for text in (
            "true",
            "false",
            '"5"',
            "5.0",
            "1.5",
            "1e2",
            "NaN",
            "Infinity",
            "-Infinity",
            "[]",
            "9" * 5000,
        )
    ),
    one("a number below nought", days('"2025-02-03"', "-1"), ("aantal", "out_of_range")),
    one(
        "no flag",
        '{"soort": "aanvraag_handleiding", "volledig_op": "2025-09-01", "verlengd": 0}',
        ("verlengd", "malformed"),
    ),
    one(
        "a flag as text",
        '{"soort": "aanvraag_handleiding", "volledig_op": "2025-09-01", "verlengd": "true"}',
        ("verlengd", "malformed"),
    ),
    one("an unknown way", objection(', "wijze": "fax"'), ("wijze", "malformed")),
    one("a way in a list", objection(', "wijze": ["post"]'), ("wijze", "malformed")),
    one("equated is no list", objection(', "gelijkgesteld": "2026-05-15"'), ("gelijkgesteld", "malformed")),
    one(
        "equated with two that are no dates",
        objection(', "gelijkgesteld": ["2026-05-15", "vrijdag", 3]'),
        ("gelijkgesteld", "malformed"),
        ("gelijkgesteld", "malformed"),
    ),
    one(
        "fixed term extended too long",
        '{"soort": "bepaalde_tijd", "ingang": "2025-01-01", "verlengd_maanden": 17}',
        ("verlengd_maanden", "out_of_range"),
    ),
    one(
        "fixed term shortened",
        '{"soort": "bepaalde_tijd", "ingang": "2025-01-01", "verlengd_maanden": -1}',
        ("verlengd_maanden", "out_of_range"),
    ),
    one("suspension of no month", suspension("onderzoek", "0", "0"), ("maanden", "out_of_range")),
    one("suspension of ten months", suspension("onderzoek", "10", "0"), ("maanden", "out_of_range")),
    one(
        "suspension extended by ten months",
        suspension("onderzoek", "9", "10"),
        ("verlengd_maanden", "out_of_range"),
    ),
    one("a sanction extended", suspension("sanctie", "3", "1"), ("verlengd_maanden", "out_of_range")),
    one("a ground that does not exist", suspension("straf", "3", "1"), ("grond", "malformed")),
)

ORDER = (
    one(
        "received before sending",
        objection(', "ontvangen_op": "2025-11-27"'),
        ("ontvangen_op", "wrong_order"),
    ),
    one(
        "posted after receipt",
        objection(', "ontvangen_op": "2026-01-05", "gepost_op": "2026-01-06", "wijze": "email"'),
        ("gepost_op", "wrong_order"),
    ),
    one(
        "both in the wrong order",
        objection(', "ontvangen_op": "2025-11-26", "gepost_op": "2025-11-27"'),
        ("ontvangen_op", "wrong_order"),
        ("gepost_op", "wrong_order"),
    ),
    one(
        "completed before the invitation",
        application(repaired(DAY, '"2025-09-07"', LATER)),
        ("aangevuld_op", "wrong_order"),
    ),
    one(
        "repair until before the invitation",
        application(repaired(DAY, "null", '"2025-09-07"')),
        ("hersteltermijn_tot", "wrong_order"),
    ),
    one(
        "both before the invitation",
        application(repaired(DAY, '"2025-09-07"', '"2025-09-07"')),
        ("aangevuld_op", "wrong_order"),
        ("hersteltermijn_tot", "wrong_order"),
    ),
)

SUSPENSIONS = (
    one(
        "suspensions left out",
        '{"soort": "aanvraag_awb", "ontvangen_op": "2025-09-01"}',
        ("opschortingen", "missing"),
    ),
    one(
        "suspensions null",
        '{"soort": "aanvraag_awb", "ontvangen_op": "2025-09-01", "opschortingen": null}',
        ("opschortingen", "missing"),
    ),
    one(
        "suspensions no list",
        '{"soort": "aanvraag_awb", "ontvangen_op": "2025-09-01", "opschortingen": {}}',
        ("opschortingen", "malformed"),
    ),
    one("a suspension that is no object", application("5", "null"), *[("opschortingen", "malformed")] * 2),
    one(
        "completion left out",
        application(f'{{"uitnodiging_op": {DAY}, "hersteltermijn_tot": {LATER}}}'),
        ("aangevuld_op", "missing"),
    ),
    one("invitation null", application(repaired("null", "null", LATER)), ("uitnodiging_op", "missing")),
    one("repair until null", application(repaired(DAY, "null", "null")), ("hersteltermijn_tot", "missing")),
    one(
        "an unknown field inside",
        application(repaired(DAY, "null", LATER, ', "reden": 1')),
        ("reden", "unknown_fact"),
    ),
    one(
        "equated inside",
        application(repaired(DAY, "null", LATER, ', "gelijkgesteld": []')),
        ("gelijkgesteld", "unknown_fact"),
    ),
    one(
        "a field twice inside",
        application(repaired(DAY, "null", LATER, f', "hersteltermijn_tot": {LATER}')),
        ("hersteltermijn_tot", "repeated"),
    ),
    one(
        "faults in two suspensions and outside",
        application(repaired('"x"', "1", LATER), repaired(DAY, "null", "2025")).replace(
            "2025-09-01", "2025-09-31"
        ),
        ("ontvangen_op", "malformed"),
        ("uitnodiging_op", "malformed"),
        ("aangevuld_op", "malformed"),
        ("hersteltermijn_tot", "malformed"),
    ),
)

BEYOND = "beyond_calendar"
END_OF_TIME = (
    one("objection", objection("").replace("2025", "9999"), ("verzonden_op", BEYOND)),
    one("application", application().replace("2025-09", "9999-12"), ("ontvangen_op", BEYOND)),
    one("suspended beyond", application(repaired(DAY, "null", '"9999-12-31"')), ("opschortingen", BEYOND)),
    one(
        "beyond without its suspension too",
        application(repaired('"9999-12-02"', "null", '"9999-12-05"')).replace("2025-09-01", "9999-12-01"),
        ("ontvangen_op", BEYOND),
    ),
    one(
        "moved beyond",
        objection(', "gelijkgesteld": ["9999-12-31"]').replace("2025-11-28", "9999-11-19"),
        ("verzonden_op", BEYOND),
    ),
    one("days", days('"9999-12-31"', "1"), ("aantal", BEYOND)),
    one("weeks without end", days('"2025-01-01"', "9" * 900, "weken"), ("aantal", BEYOND)),
    one("months", days('"9999-12-01"', "1", "maanden"), ("aantal", BEYOND)),
    one("months without end", days('"2025-01-01"', "9" * 900, "maanden"), ("aantal", BEYOND)),
    one("working days", days('"9999-12-30"', "2", "werkdagen"), ("aantal", BEYOND)),
    one("working days without end", days('"2025-01-01"', "9" * 900, "werkdagen"), ("aantal", BEYOND)),
    one(
        "fixed term",
        '{"soort": "bepaalde_tijd", "ingang": "9998-09-02", "verlengd_maanden": 0}',
        ("ingang", BEYOND),
    ),
    one("suspension", suspension("sanctie", "9", "0").replace("2025-03-10", "9999-04-02"), ("vanaf", BEYOND)),
)

BAD = (*WHOLE_DOCUMENT, *ITEMS, *VALUES, *ORDER, *SUSPENSIONS, *END_OF_TIME)
