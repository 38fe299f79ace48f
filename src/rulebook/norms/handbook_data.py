"""Reads the handbook's data files: the one place that knows where they lie."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_ROOT = files("rulebook.norms.inburgeren") / "catalogue"
# The C loader reads the same files ten times faster; not every build of PyYAML has it.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class HandbookDataError(Exception):
    """A data file does not say what it should, or something was asked that it does not hold."""


@cache
def read(name: str) -> Any:
    """Return the content of one data file, such as `editions.yaml`. Callers must not change it."""
    text = (_ROOT / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506  both loaders are safe ones


@cache
def names(folder: str) -> tuple[str, ...]:
    """Return the data files in a folder, in the order of their names."""
    found = (item.name for item in (_ROOT / folder).iterdir())
    return tuple(sorted(f"{folder}/{name}" for name in found if name.endswith(".yaml")))
