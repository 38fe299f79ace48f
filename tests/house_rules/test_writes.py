"""Every write of an app stands in its own service: nobody writes another's rows, screens write nothing."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "keurmerk"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
WRITES = {
    "save",
    "create",
    "bulk_create",
    "get_or_create",
    "update_or_create",
    "update",
    "bulk_update",
    "delete",
    "create_user",
}
SCREENS = {"web", "cli"}


def models_of_others(tree, app):
    """The names in this file that are models of another app of ours."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            if parts[0] == "keurmerk" and "models" in parts and parts[1] != app:
                found |= {alias.asname or alias.name for alias in node.names}
    return found


def root_of(node):
    """The first name of a chain like School.objects.filter(…).update."""
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return node.id if isinstance(node, ast.Name) else None


def writes(tree):
    return [
        node.func
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_file_writes_rows_of_another_app(path):
    tree, app = ast.parse(path.read_text()), path.relative_to(SOURCE).parts[0]
    others = models_of_others(tree, app)
    assert [ast.unparse(write) for write in writes(tree) if root_of(write) in others] == []


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.relative_to(SOURCE).parts[0] in SCREENS],
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_screens_do_not_touch_managers_that_write(path):
    written = [ast.unparse(write) for write in writes(ast.parse(path.read_text()))]
    assert [text for text in written if ".objects." in text or text.endswith(".save")] == []
