"""The table of requirements names only what is there, and leaves nothing open without saying why."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import get_resolver

from keurmerk.applications.reference import known_names, markdown, sections

ROOT = Path(__file__).resolve().parents[3]
PROVISIONS = [each for section in sections() for each in section.provisions]


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda each: each.says)
def test_every_demand_is_carried_and_tested_or_says_why_not(provision):
    assert (provision.carried_by and provision.tests) or provision.open


@pytest.mark.parametrize("name", sorted({name for each in PROVISIONS for name in each.carried_by}))
def test_what_carries_a_demand_is_there(name):
    kind, _, code = name.partition(":")
    if kind == "werk":
        module, _, function = code.rpartition(".")
        assert callable(getattr(import_module(f"keurmerk.applications.{module}"), function))
    elif kind == "scherm":
        namespace, _, view = code.rpartition(":")
        screens = get_resolver().namespace_dict[namespace][1] if namespace else get_resolver()
        assert view in screens.reverse_dict
    else:
        assert code in known_names()[kind]


@pytest.mark.parametrize("test", sorted({test for each in PROVISIONS for test in each.tests}))
def test_the_tests_of_a_demand_are_there(test):
    path, _, function = test.partition("::")
    assert re.search(rf"^def {function}\(", (ROOT / path).read_text(), re.MULTILINE)


def test_the_table_is_up_to_date():
    assert (ROOT / "docs/reference/application.md").read_text() == markdown()
