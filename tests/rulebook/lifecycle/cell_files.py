"""Read the examples of the cells: one story per row of the table, each cell and each ground an example."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cells"
CONSEQUENCES = "gevolgen.yaml"
WORDS = {"ja": True, "nee": False}
SAME = "zelfde"
EVERY_WAY = ("niet", "gehoord", "spoed", "eigen_gegevens")


@dataclass(frozen=True)
class Example:
    """One state and one event that go, on this ground (None where the row has no grounds)."""

    table: str
    story: str
    state: str
    event: str
    target: str
    by: str
    facts: dict[str, bool]
    """Exactly the facts that must be so."""
    ground: str | None
    heard: tuple[str, ...]
    """Every way of being heard that will do."""
    filled: tuple[str, ...]
    may_fill: tuple[str, ...]
    follows: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.table}: {self.state} {self.event} {self.ground or ''}".strip()


@cache
def examples() -> tuple[Example, ...]:
    paths = sorted(path for path in FOLDER.glob("*.yaml") if path.name != CONSEQUENCES)
    return tuple(example for path in paths for example in _of_file(path))


def cells() -> dict[tuple[str, str, str], list[Example]]:
    """The examples by table, state and event."""
    found: dict[tuple[str, str, str], list[Example]] = {}
    for example in examples():
        found.setdefault((example.table, example.state, example.event), []).append(example)
    return found


@cache
def consequences() -> dict[str, list[str]]:
    return yaml.safe_load((FOLDER / CONSEQUENCES).read_text(encoding="utf-8"))


def _of_file(path: Path) -> Iterator[Example]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    for told in content["cellen"]:
        yield from _of_row(content["tabel"], told)


def _of_row(table: str, told: dict[str, Any]) -> Iterator[Example]:
    targets = told.get("van_naar") or dict.fromkeys(told["van"], told.get("naar"))
    for state, target in targets.items():
        for ground, more in (told.get("gronden") or {None: {}}).items():
            yield Example(
                table=table,
                story=told["verhaal"],
                state=state,
                event=told["gebeurtenis"],
                target=state if target == SAME else target,
                by=told["door"],
                facts={fact: WORDS[word] for fact, word in {**told.get("feiten", {}), **more}.items()},
                ground=ground,
                heard=tuple(told.get("gehoord", EVERY_WAY)),
                filled=tuple(told.get("vult_in", ())),
                may_fill=tuple(told.get("mag_invullen", ())),
                follows={
                    "besluit": told.get("besluit"),
                    "bezwaar": WORDS.get(told.get("bezwaar", "")),
                    "start": sorted(told.get("start", ())),
                    "eindigt": sorted(told.get("eindigt", ())),
                    "taken": sorted(consequences()[told["taken"]] if "taken" in told else ()),
                },
            )
