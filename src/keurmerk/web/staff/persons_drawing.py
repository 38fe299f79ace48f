"""The network as a picture: columns by distance from the start, made here so that no script is needed."""

from dataclasses import dataclass

from keurmerk.persons.queries.pages import Network
from rulebook.persons.graph import ends_of

WIDTH, HEIGHT, GAP_X, GAP_Y = 190, 44, 60, 18
MOST = 60
"""More boxes than this nobody reads; the list beside the picture has all."""
LETTERS = 24


@dataclass(frozen=True)
class Box:
    label: str
    title: str
    natural: bool
    start: bool
    x: int
    y: int

    @property
    def middle_x(self) -> int:
        return self.x + WIDTH // 2

    @property
    def middle_y(self) -> int:
        return self.y + HEIGHT // 2

    @property
    def text_y(self) -> int:
        return self.y + HEIGHT // 2 + 5


@dataclass(frozen=True)
class Line:
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: int
    box_width: int = WIDTH
    box_height: int = HEIGHT


def drawing_of(network: Network) -> Drawing:
    """Everybody on a path, in columns: one step from the start is one column to the right."""
    steps = [step for each in network.connections for step in each.steps]
    shown = {network.start} | {node for step in steps for node in (step.source, step.target)}
    near: dict[str, set[str]] = {}
    for tie in network.graph.ties:
        ends = [end for end in ends_of(tie) if end in shown]
        for one in ends:
            near.setdefault(one, set()).update(ends)
    columns = _columns(network.start, near)
    kept = [node for column in columns for node in column][:MOST]
    places = {
        node: (20 + number * (WIDTH + GAP_X), 20 + row * (HEIGHT + GAP_Y))
        for number, column in enumerate(columns)
        for row, node in enumerate(column)
        if node in kept
    }
    boxes = {node: _box(network, node, *place) for node, place in places.items()}
    pairs = {(min(one, two), max(one, two)) for one in kept for two in near.get(one, ()) if two in boxes}
    lines = tuple(
        Line(boxes[one].middle_x, boxes[one].middle_y, boxes[two].middle_x, boxes[two].middle_y)
        for one, two in sorted(pairs)
        if one != two
    )
    return Drawing(
        width=20 + max(box.x for box in boxes.values()) + WIDTH,
        height=20 + max(box.y for box in boxes.values()) + HEIGHT,
        boxes=tuple(boxes.values()),
        lines=lines,
        left_out=len(shown) - len(kept),
    )


def _columns(start: str, near: dict[str, set[str]]) -> list[list[str]]:
    columns, seen = [[start]], {start}
    while True:
        after = sorted({two for one in columns[-1] for two in near.get(one, ())} - seen, key=int)
        if not after:
            return columns
        columns.append(after)
        seen |= set(after)


def _box(network: Network, node: str, x: int, y: int) -> Box:
    known = network.graph.nodes[node]
    label = known.name if len(known.name) <= LETTERS else f"{known.name[: LETTERS - 1]}…"
    return Box(label, known.name, known.natural, node == network.start, x, y)
