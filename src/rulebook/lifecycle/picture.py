"""The tables as pictures: SVG text, with the arrows computed from the rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from textwrap import wrap

from rulebook.lifecycle.layouts import LIFE, OBJECTION, PLAN, STANDING, Box, Layout, Point
from rulebook.lifecycle.machine import target_of
from rulebook.lifecycle.pieces import Actor, After, Before, Keep, Transition
from rulebook.lifecycle.states import ObjectionState, PlanState, Standing, State
from rulebook.lifecycle.table import Table
from rulebook.lifecycle.wording import event_words

LINE = 15
MARGIN = 20
WIDEST_LABEL = 18
LETTER = 6.4
INK, SOFT, PAPER, GROUP, LAW = "#14213d", "#5c677d", "#ffffff", "#eef3f8", "#8a3b12"
FONT = "Inter, Arial, sans-serif"
SUSPENDED = frozenset({Standing.INQUIRY, Standing.SANCTION})


@dataclass(frozen=True, slots=True)
class Arrow:
    start: str
    end: str
    event: StrEnum
    by: Actor
    remark: str


def svg[S: StrEnum](table: Table[S]) -> str:
    """Give the picture of one table as a whole SVG document, without styles or scripts of its own."""
    state = next(iter(next(iter(table.rows)).sources))
    if isinstance(state, State):
        panels = [(LIFE, arrows(table, _in_life)), (STANDING, arrows(table, _in_standing))]
        name, title = "keurmerk", "De statussen van een Keurmerk"
    elif isinstance(state, PlanState):
        panels = [(PLAN, arrows(table, _itself))]
        name, title = "plan", "De statussen van een plan van aanpak"
    elif isinstance(state, ObjectionState):
        panels = [(OBJECTION, arrows(table, _itself))]
        name, title = "bezwaar", "De statussen van bezwaar en beroep"
    else:
        raise TypeError(f"no picture of {type(state)}")
    return _document(name, title, panels, _notes(table))


type Place = Callable[[StrEnum, StrEnum], tuple[str, str] | None]
"""Between which boxes of a picture an arrow from a state to a target runs; None for none."""


def _itself(state: StrEnum, target: StrEnum) -> tuple[str, str] | None:
    return (state.value, target.value) if state is not target else None


def _in_life(state: StrEnum, target: StrEnum) -> tuple[str, str] | None:
    """A held certificate is its mark; how it stands is in the other picture."""
    start, end = _mark(state), _mark(target)
    return (start, end) if start != end else None


def _in_standing(state: StrEnum, target: StrEnum) -> tuple[str, str] | None:
    start, end = _held(state), _held(target)
    if start is None or end is None or start[0] != end[0] or start[1] == end[1]:
        return None
    return start[1], end[1]


def _held(state: StrEnum) -> tuple[str, str] | None:
    held = state.held if isinstance(state, State) else None
    return None if held is None else (held[0].value, held[1].value)


def _mark(state: StrEnum) -> str:
    held = _held(state)
    return state.value if held is None else held[0]


def arrows[S: StrEnum](table: Table[S], place: Place) -> tuple[Arrow, ...]:
    """What runs between the boxes, each event once for each pair."""
    found: dict[Arrow, None] = {}
    for row in table.rows:
        if isinstance(row.target, Keep | Before | After):
            continue
        for state in sorted(row.sources, key=list(type(next(iter(row.sources)))).index):
            between = place(state, target_of(row.target, state))
            if between is not None:
                found[Arrow(*between, row.event, row.by, _remark(table, state, row.event, place))] = None
    return tuple(found)


def _remark[S: StrEnum](table: Table[S], state: S, event: StrEnum, place: Place) -> str:
    """Where an event of this mark is not possible while suspended, the picture says so."""
    if place is not _in_life or not isinstance(state, State) or state.held is None:
        return ""
    mark = state.held[0]
    sources = {held[1] for each in table.sources_of(event) if (held := _pair(each)) and held[0] is mark}
    return "niet bij Schorsing" if sources.isdisjoint(SUSPENDED) else ""


def _pair(state: StrEnum) -> tuple[StrEnum, Standing] | None:
    return state.held if isinstance(state, State) else None


def _notes[S: StrEnum](table: Table[S]) -> tuple[str, ...]:
    """What the arrows do not show: events that keep the state or return to an earlier one."""
    kinds: dict[str, list[str]] = {}
    for row in table.rows:
        told = _note(row)
        if told and event_words(row.event) not in kinds.setdefault(told, []):
            kinds[told].append(event_words(row.event))
    return tuple(f"{what}: {', '.join(events)}." for what, events in kinds.items())


def _note[S: StrEnum](row: Transition[S]) -> str:
    match row.target:
        case Keep():
            return "De status blijft"
        case Before():
            return "Terug naar de status van daarvoor"
        case After():
            return "Terug naar de status die het besluit gaf"
        case _:
            return ""


def merged(layout: Layout, told: tuple[Arrow, ...]) -> dict[tuple[str, str], list[Arrow]]:
    """The arrows by pair of boxes; one that goes from every member of a group goes from the group."""
    left = dict.fromkeys(told)
    found: dict[tuple[str, str], list[Arrow]] = {}
    for name, (_, members) in layout.groups.items():
        for arrow in told:
            same = [each for each in left if _alike(each, arrow) and each.start in members]
            if {each.start for each in same} == members:
                found.setdefault((name, arrow.end), []).append(arrow)
                for each in same:
                    del left[each]
    for arrow in left:
        found.setdefault((arrow.start, arrow.end), []).append(arrow)
    return found


def _alike(one: Arrow, other: Arrow) -> bool:
    return (one.event, one.end, one.remark) == (other.event, other.end, other.remark)


def _document(
    name: str, title: str, panels: list[tuple[Layout, tuple[Arrow, ...]]], notes: tuple[str, ...]
) -> str:
    width = max(_right(layout) for layout, _ in panels) + MARGIN
    body, top = [], 0.0
    for layout, told in panels:
        body.append(f'<g transform="translate(0 {top + LINE * 2:g})">')
        body.append(_text(layout.title, (MARGIN, 4), size=18, anchor="start", weight="bold"))
        body.extend(_panel(name, layout, told))
        body.append("</g>")
        top += _bottom(layout) + LINE * 4
    lines = [line for note in notes for line in wrap(note, int(width / LETTER) - 8)]
    legend = "Doorgetrokken: iemand doet of besluit het. Onderbroken of bruin: het gebeurt van rechtswege."
    for line in (legend, *lines):
        body.append(_text(line, (MARGIN, top + LINE), size=13, anchor="start", ink=SOFT))
        top += LINE * 1.5
    height = top + MARGIN
    attributes = f'role="img" aria-labelledby="{name}-titel {name}-uitleg" font-family="{FONT}"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" {attributes}>',
            f'<title id="{name}-titel">{escape(title)}</title>',
            f'<desc id="{name}-uitleg">{escape(description(panels, notes))}</desc>',
            "<defs>",
            _head(f"{name}-besluit", INK),
            _head(f"{name}-wet", LAW),
            "</defs>",
            f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>',
            *body,
            "</svg>",
            "",
        )
    )


def description(panels: list[tuple[Layout, tuple[Arrow, ...]]], notes: tuple[str, ...]) -> str:
    """The whole picture in sentences, for who does not see it."""
    told = []
    for layout, found in panels:
        for (start, end), same in merged(layout, found).items():
            events = ", ".join(_event(arrow) for arrow in same)
            told.append(f"Van {_words(layout, start)} naar {_words(layout, end)}: {events}.")
    return " ".join((*told, *notes))


def _words(layout: Layout, name: str) -> str:
    if name in layout.nodes:
        return layout.nodes[name].words
    box, members = layout.groups[name]
    return box.words or " of ".join(layout.nodes[each].words for each in sorted(members))


def _event(arrow: Arrow) -> str:
    return f"{event_words(arrow.event)} ({arrow.remark})" if arrow.remark else event_words(arrow.event)


def _panel(name: str, layout: Layout, told: tuple[Arrow, ...]) -> Iterator[str]:
    boxes: dict[str, Box] = {group: box for group, (box, _) in layout.groups.items()}
    for box in boxes.values():
        yield _rectangle(box, GROUP, SOFT)
        if box.words:
            title = (box.x + 12, box.y + (box.height - 12 if box.words_below else 20))
            yield _text(box.words, title, size=13, anchor="start", ink=SOFT, weight="bold")
    boxes |= {str(node): box for node, box in layout.nodes.items()}
    pairs = merged(layout, told)
    for pair, same in pairs.items():
        yield _line(name, route(layout, boxes, pair), law=all(arrow.by is Actor.LAW for arrow in same))
    for box in layout.nodes.values():
        yield _rectangle(box, PAPER, INK)
        yield from _lines(wrap(box.words, int(box.width / LETTER) - 1), box.center)
    for pair, same in pairs.items():
        yield from _label(same, layout.labels.get(pair) or _halfway(route(layout, boxes, pair)))


def _label(same: list[Arrow], middle: Point) -> Iterator[str]:
    """The events of an arrow on a patch of paper, each in the colour of who does it."""
    lines = [
        (line, LAW if arrow.by is Actor.LAW else INK)
        for arrow in same
        for line in wrap(_event(arrow), WIDEST_LABEL)
    ]
    width = max(len(line) for line, _ in lines) * LETTER + 8
    height = len(lines) * LINE + 4
    left, top = middle[0] - width / 2, middle[1] - height / 2
    yield (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height}" rx="4" fill="{PAPER}"/>'
    )
    for number, (line, ink) in enumerate(lines):
        yield _text(line, (middle[0], round(top + 14 + number * LINE, 1)), size=13, ink=ink)


def route(layout: Layout, boxes: Mapping[str, Box], pair: tuple[str, str]) -> tuple[Point, ...]:
    """By hand, or straight between the borders, each end as near to the other box as it can be."""
    if pair in layout.routes:
        return layout.routes[pair]
    start, end = (boxes[name] for name in pair)
    first = _nearest(start, end.center)
    return (_border(start, first, _nearest(end, first)), _border(end, _nearest(end, first), first))


def _nearest(box: Box, point: Point) -> Point:
    """The middle of a small box; in a large one, what lies over against the point."""
    if box.height <= LINE * 4:
        return box.center
    return (
        min(max(point[0], box.x + MARGIN), box.x + box.width - MARGIN),
        min(max(point[1], box.y + MARGIN), box.y + box.height - MARGIN),
    )


def _border(box: Box, inside: Point, outside: Point) -> Point:
    """Where the line from a point inside to one outside leaves the box."""
    across, down = outside[0] - inside[0], outside[1] - inside[1]
    shares = [1.0]
    if across:
        side = box.x + box.width if across > 0 else box.x
        shares.append((side - inside[0]) / across)
    if down:
        side = box.y + box.height if down > 0 else box.y
        shares.append((side - inside[1]) / down)
    share = min(shares)
    return inside[0] + across * share, inside[1] + down * share


def _halfway(points: tuple[Point, ...]) -> Point:
    (x, y), (to_x, to_y) = points[0], points[-1]
    return (x + to_x) / 2, (y + to_y) / 2


def _right(layout: Layout) -> float:
    boxes = [*layout.nodes.values(), *(box for box, _ in layout.groups.values())]
    return max(box.x + box.width for box in boxes)


def _bottom(layout: Layout) -> float:
    boxes = [*layout.nodes.values(), *(box for box, _ in layout.groups.values())]
    return max(box.y + box.height for box in boxes)


def _head(name: str, ink: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        f'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="{ink}"/></marker>'
    )


def _rectangle(box: Box, fill: str, ink: str) -> str:
    return (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="8" '
        f'fill="{fill}" stroke="{ink}"/>'
    )


def _line(name: str, points: tuple[Point, ...], *, law: bool) -> str:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dashes = ' stroke-dasharray="6 4"' if law else ""
    ink, head = (LAW, f"{name}-wet") if law else (INK, f"{name}-besluit")
    return (
        f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="1.5"{dashes} marker-end="url(#{head})"/>'
    )


def _lines(lines: list[str], middle: Point) -> Iterator[str]:
    x, y = middle
    first = y - (len(lines) - 1) * LINE / 2 + 4.5
    for number, line in enumerate(lines):
        yield _text(line, (x, first + number * LINE), size=13)


def _text(
    words: str,
    at: Point,
    *,
    size: int,
    anchor: str = "middle",
    ink: str = INK,
    weight: str = "",
) -> str:
    bold = f' font-weight="{weight}"' if weight else ""
    return (
        f'<text x="{at[0]:g}" y="{at[1]:g}" font-size="{size}" text-anchor="{anchor}" '
        f'fill="{ink}"{bold}>{escape(words)}</text>'
    )
