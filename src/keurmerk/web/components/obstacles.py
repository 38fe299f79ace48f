"""What is still missing, as a list a person can work through: each line says it and leads to its place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rulebook.lifecycle.machine import Obstacle

type LinkOf = Callable[[Obstacle], str]


@dataclass(frozen=True, slots=True)
class Missing:
    """For components/obstacles.html; without an address it is only said."""

    text: str
    source: str = ""
    href: str = ""


def missing(obstacles: Iterable[Obstacle], link: LinkOf = lambda _obstacle: "") -> list[Missing]:
    """The same words twice (two grounds that want one fact) are said once."""
    lines = (Missing(each.text, each.source, link(each)) for each in obstacles)
    return list(dict.fromkeys(lines))
