"""Every address of the product, with something to fill in where it asks for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RegexPattern, URLResolver

# What an address may ask for that belongs to no school.
CONSTANTS = {
    "object_id": "1",
    "content_type_id": "1",
    "pk": "1",
    "token": "nergens",
    "kind": "opzegging",
    "report_kind": "strijdigheid",
    "app_label": "organisations",
    "url": "nergens",
    "key": "abc-def",
    "provider_id": "extern",
    "uidb36": "1",
    "number": "2.13",
    "edition": "2025",
    "event": "schorsen_onderzoek",
    "dispensation_kind": "ona_docent",
    "intention_act": "intrekken",
    "plan_act": "vervallen",
    "objection_act": "intrekken",
    "application_act": "volledig",
    "page": "vestigingen",
    "demand": "A2",
    "aspect": "volledigheid",
    "agreement_kind": "overeenkomst",
}
ASKED = re.compile(r"<(?:\w+:)?(\w+)>")
GROUP = re.compile(r"\(\?P<(\w+)>(?:[^()\[\]]|\[[^\]]*\])*\)")


@dataclass(frozen=True)
class Address:
    name: str
    route: str

    @property
    def asks(self) -> frozenset[str]:
        return frozenset(ASKED.findall(self.route))

    def path(self, **values: Any) -> str:
        """A KeyError names what a new screen asks for: add it to THINGS in world.py, or to CONSTANTS."""
        filled = CONSTANTS | values
        return "/" + ASKED.sub(lambda found: str(filled[found[1]]), self.route)


def every_address() -> list[Address]:
    return list(_walk(get_resolver(), "", ()))


def _walk(resolver: URLResolver, before: str, namespaces: tuple[str, ...]) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = before + _route(entry)
        if isinstance(entry, URLPattern):
            yield Address(":".join((*namespaces, entry.name or "")), route)
        else:
            inside = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry, route, inside)


def _route(entry: URLPattern | URLResolver) -> str:
    text = str(entry.pattern)
    if not isinstance(entry.pattern, RegexPattern):
        return text
    return GROUP.sub(r"<\1>", text).removeprefix("^").removesuffix("$")
