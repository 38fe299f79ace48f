"""The reviewed texts of mails.

Each app keeps its own in `messages/`, as `<receiver>_<event>.subject.txt` and `.body.txt`, and registers them
in `messages/__init__.py`, which is read when the program starts.

They are templates without HTML. A name that is unknown is an error, never a hole in a letter.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.template import Context, Engine, Template

from keurmerk.organisations.models import School

LONGEST_LINE = 78

PERSONAL_LINK = "(uw persoonlijke link; die staat alleen in de e-mail zelf)"
"""What a kept text has where the mail that leaves has a secret address."""


class UnknownNameError(Exception):
    """A text asks for something that its context does not have."""


class _Refusal(str):
    """What Django puts where a name is unknown; filling it in raises."""

    __slots__ = ()

    def __contains__(self, key: object) -> bool:
        return key == "%s"

    def __mod__(self, name: object) -> str:
        raise UnknownNameError(f"unknown in this text: {name}")


@dataclass(frozen=True)
class Text:
    """One text. `title` and `when` tell staff in Dutch what it is and when it leaves.

    `example` is a made-up context. `of_school` gives the context that this text would have for a school with
    its real data, or nothing when that school has no such case; without it only the example can be looked at.
    `personal_link` makes the secret address that takes the place of PERSONAL_LINK when the mail leaves, from
    the id of what the message is about: so nobody reads it who did not get the mail.
    """

    package: str
    name: str
    title: str
    when: str
    example: Mapping[str, Any]
    of_school: Callable[[School], Mapping[str, Any] | None] | None = None
    personal_link: Callable[[str], str] | None = None

    @property
    def kind(self) -> str:
        """What a message made with this text is called: `certification.school_warned`."""
        return f"{self.package.rpartition('.')[2]}.{self.name}"


_texts: dict[str, Text] = {}


def register(*texts: Text) -> None:
    for text in texts:
        if text.kind in _texts:
            raise ValueError(f"{text.kind} is registered twice")
        _texts[text.kind] = text


def registered() -> tuple[Text, ...]:
    return tuple(_texts[kind] for kind in sorted(_texts))


def as_sent(kind: str, body: str, about_id: str) -> str:
    """The kept text with its personal link, if this kind has one."""
    text = _texts.get(kind)
    if text is None or text.personal_link is None:
        return body
    return body.replace(PERSONAL_LINK, text.personal_link(about_id))


def render(package: str, name: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Subject and body of a text of this package (`keurmerk.certification`), filled with this."""
    subject, body = template(package, f"{name}.subject.txt"), template(package, f"{name}.body.txt")
    return " ".join(_filled(subject, context).split()), _filled(body, context).strip() + "\n"


@cache
def template(package: str, filename: str) -> Template:
    source = files(package).joinpath("messages", filename).read_text()
    return _engine().from_string(source)


@cache
def _engine() -> Engine:
    return Engine(autoescape=False, string_if_invalid=_Refusal("%s"))


def _filled(text: Template, context: Mapping[str, Any]) -> str:
    return text.render(Context(dict(context), autoescape=False))
