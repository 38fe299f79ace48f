"""The dated cases that a jurist can read: `cases/*.yaml`, and the sentences in `sentences.yaml`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent
MAY_BE_LEFT_OUT = {"voor_verlenging", "tijdig"}


class Case(NamedTuple):
    file: str
    title: str
    kind: str
    facts: dict[str, Any]
    """In the form of the contract: dates as text."""
    expected: dict[str, Any]
    why: str

    @property
    def item(self) -> dict[str, Any]:
        return {"soort": self.kind, **self.facts}


def cases() -> Iterator[Case]:
    for path in sorted((FOLDER / "cases").glob("*.yaml")):
        for told in yaml.safe_load(path.read_text(encoding="utf-8")):
            expected = {name: told[name] for name in MAY_BE_LEFT_OUT & set(told)}
            expected = {
                "laatste_dag": told["laatste_dag"],
                "voor_verlenging": told["laatste_dag"],
                **expected,
            }
            yield Case(
                path.stem,
                told["titel"],
                told["soort"],
                as_text(told["feiten"]),
                as_text(expected),
                told["waarom"],
            )


class Sentence(NamedTuple):
    kind: str
    facts: dict[str, Any]
    steps: list[str]


def sentences() -> Iterator[Sentence]:
    for told in yaml.safe_load((FOLDER / "sentences.yaml").read_text(encoding="utf-8")):
        yield Sentence(told["soort"], as_text(told["feiten"]), told["stappen"])


def as_text(value: Any) -> Any:
    """YAML reads dates; the contract writes them as text."""
    match value:
        case date():
            return value.isoformat()
        case dict():
            return {name: as_text(each) for name, each in value.items()}
        case list():
            return [as_text(each) for each in value]
    return value
