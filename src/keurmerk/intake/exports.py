"""What every export of cells shares: no cell may start a formula."""

import re

STARTS_FORMULA = ("=", "@", "\t", "\r")
SIGNS = ("+", "-")
PLAIN_NUMBER = re.compile(r"[+-][0-9 .,()-]*", re.ASCII)
"""Amounts and telephone numbers, which start with a sign and compute nothing."""


def neutralised(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    if text.startswith(STARTS_FORMULA):
        return f"'{text}"
    if text.startswith(SIGNS) and not PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text
