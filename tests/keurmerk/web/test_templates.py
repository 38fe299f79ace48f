"""What holds for every template, whoever's screen it is."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import keurmerk.web

ROOT = Path(keurmerk.web.__file__).parent
TEMPLATES = sorted(ROOT.rglob("*.html"))
INLINE = re.compile(
    r"""\sstyle=["']|<style|\son[a-z]+=["']|javascript:|<script(?![^>]*(?:src=|application/json))"""
)

every_template = pytest.mark.parametrize(
    "path", TEMPLATES, ids=[str(path.relative_to(ROOT)) for path in TEMPLATES]
)


@every_template
def test_it_compiles(path):
    get_template(str(path).split("/templates/", 1)[1])


@every_template
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(path):
    text = path.read_text()
    assert not INLINE.search(text)
    assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", text)
