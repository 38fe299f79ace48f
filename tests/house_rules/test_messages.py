"""What holds for the text of every mail."""

import re
from pathlib import Path

import pytest

from keurmerk.messaging.texts import LONGEST_LINE, registered, render, template

SOURCE = Path(__file__).parents[2] / "src" / "keurmerk"
ENDINGS = (".subject.txt", ".body.txt")
FOR_WHOM = re.compile(r"(school|staff|auditor|holder|person|body)_[a-z_]+")
JE = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
WORDS = frozenset(
    {"if", "elif", "else", "for", "in", "empty", "and", "or", "not", "is", "with", "as", "now", "forloop"}
)
every = pytest.mark.parametrize("text", registered(), ids=lambda text: text.kind)


def in_files():
    return {
        (f"keurmerk.{'.'.join(path.parent.parent.relative_to(SOURCE).parts)}", path.name.removesuffix(ending))
        for ending in ENDINGS
        for path in SOURCE.rglob(f"messages/*{ending}")
    }


def test_every_text_is_registered_and_has_a_subject_and_a_body():
    assert in_files() == {(text.package, text.name) for text in registered()}
    for text in registered():
        for ending in ENDINGS:
            assert template(text.package, f"{text.name}{ending}").source.strip(), text.kind


@every
def test_the_name_says_who_gets_it(text):
    assert FOR_WHOM.fullmatch(text.name)
    assert text.title
    assert text.when


@every
def test_it_fills_with_its_example_in_lines_that_fit(text):
    subject, body = render(text.package, text.name, text.example)
    assert 0 < len(subject) <= LONGEST_LINE
    too_long = [line for line in body.splitlines() if len(line) > LONGEST_LINE and "://" not in line]
    assert too_long == []


@every
def test_its_reader_is_addressed_politely_and_without_html(text):
    for ending in ENDINGS:
        source = template(text.package, f"{text.name}{ending}").source
        assert not JE.search(source)
        assert "</" not in source


@every
def test_its_example_has_every_name_it_can_ask_for(text):
    """Also those in a branch that the example does not take."""
    for ending in ENDINGS:
        assert asked_for(template(text.package, f"{text.name}{ending}").source) <= set(text.example)


def asked_for(source):
    """The first names that come from outside: not those that a loop or a `with` makes itself."""
    names, own = set(), set(WORDS)
    for tag in re.findall(r"{[{%](.*?)[%}]}", source):
        bare = re.sub(r"""\"[^"]*\"|'[^']*'|\|\s*\w+:?""", " ", tag)
        own |= {name for made in re.findall(r"for (.*?) in|with (\w+)=|as (\w+)", bare)
                for name in re.findall(r"\w+", " ".join(made))}  # fmt: skip
        names |= set(re.findall(r"(?<![\w.])[a-z_]\w*", bare))
    return {name for name in names - own if not name.startswith("end")}


def test_names_in_a_text_are_found():
    loop = "{% for f, g in h %}{{ f }}{{ forloop.last }}{% endfor %}"
    text = "{{ a.b|date:'j F' }} {% if c and not d.e %}" + loop + "{% endif %}"
    assert asked_for(text) == {"a", "c", "d", "h"}
