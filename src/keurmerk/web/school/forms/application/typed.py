"""What was typed on a page of the form, taken as it comes: nothing is judged here, so nothing is lost."""

import re
import secrets
from collections.abc import Mapping

from django.http import QueryDict

from rulebook.application.pieces import Kind, Page, Question, Rows

ROW_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
PENDING = "_bewijs"
"""Among the answers of a page: what was typed about evidence and is not stored there, by name of its box."""
ADD, REMOVE, RESTORE = "erbij", "weg", "terug"

type Values = dict[str, object]


def typed(page: Page, data: QueryDict) -> Values:
    return {
        asked.name: _rows(asked, data) if isinstance(asked, Rows) else _value(asked, asked.name, data)
        for asked in page.questions
    }


def name_of(question: Question, rows: str = "", row: str = "") -> str:
    """Of the box in which it is typed."""
    return f"{rows}.{row}.{question.name}" if row else question.name


def ids_name(rows: Rows) -> str:
    """Of the hidden boxes that tell which rows there are, in their order."""
    return f"{rows.name}.id"


def new_id() -> str:
    return secrets.token_hex(4)


def changed_rows(page: Page, values: Values, act: str, data: QueryDict) -> tuple[str, str]:
    """Do what a button beside a row asks, in `values`; gives rows and id of the row, or two empty texts.

    `erbij:vestigingen`, `weg:vestigingen:1a2b`, `terug:vestigingen:1a2b`.
    """
    verb, _, rest = act.partition(":")
    name, _, row = rest.partition(":")
    asked = next((each for each in page.rows if each.name == name), None)
    if asked is None or verb not in {ADD, REMOVE, RESTORE}:
        return "", ""
    rows = values[name]
    if not isinstance(rows, list):
        return "", ""
    if verb == ADD:
        row = new_id()
        rows.append({"id": row})
    elif verb == REMOVE:
        values[name] = [each for each in rows if each["id"] != row]
    elif ROW_ID.fullmatch(row) and all(each["id"] != row for each in rows):
        rows.append(_row(asked, row, data))
    return name, row


def row_typed(rows: Rows, row: str, data: QueryDict) -> Mapping[str, object]:
    """What stands in the boxes of one row, also of one that was just taken away."""
    return _row(rows, row, data)


def _rows(asked: Rows, data: QueryDict) -> list[Values]:
    ids = dict.fromkeys(each for each in data.getlist(ids_name(asked)) if ROW_ID.fullmatch(each))
    return [_row(asked, ident, data) for ident in ids]


def _row(asked: Rows, ident: str, data: QueryDict) -> Values:
    answers = {
        question.name: _value(question, name_of(question, asked.name, ident), data)
        for question in asked.questions
    }
    return {"id": ident} | answers


def _value(question: Question, name: str, data: QueryDict) -> object:
    if question.kind is Kind.CHOICES:
        return [plain(each) for each in data.getlist(name)]
    return plain(data.get(name) or "")


def plain(text: object) -> str:
    """Line ends as one character; the one character that no database keeps is left out."""
    return str(text).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
