"""Items of the main navigation. Every audience lists its own in `<audience>/navigation.py`."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Item:
    """A link in the header: for everybody, or only for those who have one of its roles."""

    label: str
    url_name: str
    roles: frozenset[str] = frozenset()

    def is_for(self, user: Any) -> bool:
        return not self.roles or (user.is_authenticated and user.role in self.roles)


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    href: str
    current: str | None = None  # what aria-current takes: page, true (inside it) or nothing


def links(items: tuple[Item, ...], user: Any, path: str) -> tuple[Link, ...]:
    """The items this user may follow, with the one marked that leads to where the reader is."""
    hrefs = [(item.label, reverse(item.url_name)) for item in items if item.is_for(user)]
    inside = [href for _, href in hrefs if path == href or (href != "/" and path.startswith(href))]
    here = max(inside, key=len, default=None)
    return tuple(Link(label, href, _current(href, path) if href == here else None) for label, href in hrefs)


def _current(href: str, path: str) -> str:
    return "page" if path == href else "true"
