"""Every reason that a rule can give has words for people."""

import ast
from pathlib import Path

import rulebook.norms.inburgeren as rules
from rulebook.norms.reasons import reason_text, reason_texts

RENAMED = {"telt_mee_geslaagd"}
"""Becomes telt_mee before anybody sees it (attempts.py)."""
RULES = sorted(Path(rules.__path__[0]).glob("*.py"))


def reasons_given() -> set[str]:
    """The first word of every `Rule(...)`, and every constant that is named as a reason."""
    found: set[str] = set()
    for path in RULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Rule" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def test_every_reason_in_the_rules_has_words():
    given = reasons_given()
    assert len(given) > 30
    assert given - set(reason_texts()) == RENAMED


def test_words_are_no_codes():
    assert [code for code in reason_texts() if "_" in reason_text(code)] == []
