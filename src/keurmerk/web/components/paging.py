"""Which pages there are and where the reader is. Show with `{% pager p %}`."""

from dataclasses import dataclass

from django.http import QueryDict

from keurmerk.web.components import dutch

PARAMETER = "pagina"
AROUND = 1  # neighbours shown on either side of the current page


@dataclass(frozen=True, slots=True)
class Page:
    """A page to go to; no number stands for a gap."""

    number: int | None
    href: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    number: int
    count: int
    start: int
    stop: int
    pages: tuple[Page, ...]
    previous: str | None
    following: str | None
    words: str


def pager(total: int, wanted: int, get: QueryDict, size: int) -> Pager:
    """A page beyond the last is the last one: a row removed meanwhile must not give a dead address."""
    count = max(-(-total // size), 1)
    number = min(max(wanted, 1), count)
    start, stop = (number - 1) * size, min(number * size, total)
    return Pager(
        number=number,
        count=count,
        start=start,
        stop=stop,
        pages=tuple(
            Page(shown, _href(get, shown), shown == number) if shown else Page(None)
            for shown in _shown(number, count)
        ),
        previous=_href(get, number - 1) if number > 1 else None,
        following=_href(get, number + 1) if number < count else None,
        words=f"{dutch.number(start + 1)} tot en met {dutch.number(stop)} van {dutch.number(total)}"
        if total
        else "0",
    )


def _shown(number: int, count: int) -> list[int]:
    """First, last and those around the current page; 0 marks a gap."""
    wanted = {1, count, *range(number - AROUND, number + AROUND + 1)}
    result: list[int] = []
    for page in sorted(page for page in wanted if 1 <= page <= count):
        if result and page - result[-1] > 1:
            result.append(0)
        result.append(page)
    return result


def _href(get: QueryDict, number: int) -> str:
    turned = get.copy()
    turned[PARAMETER] = str(number)
    return f"?{turned.urlencode()}"
