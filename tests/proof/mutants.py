"""A package once more under another name, with one fault put into its source."""

import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, override


class Fault(NamedTuple):
    """One seeded fault: text that occurs once in a file of the package, and what stands there instead."""

    file: str
    right: str
    wrong: str


class Source(NamedTuple):
    package: str
    root: Path
    alias: str
    fault: Fault


class FaultyLoader(SourceFileLoader):
    """Reads the source anew, never from or to the byte-code cache."""

    def __init__(self, name: str, path: str, source: Source) -> None:
        super().__init__(name, path)
        self._source = source

    @override
    def path_stats(self, path: str) -> dict[str, float]:
        raise OSError("no cache")

    @override
    def get_data(self, path: str) -> bytes:
        text = Path(path).read_text(encoding="utf-8")
        right, wrong = self._source.fault.right, self._source.fault.wrong
        if Path(path) == self._source.root / self._source.fault.file:
            if text.count(right) != 1:
                raise ValueError(
                    f"the fault does not fit: {right!r} stands {text.count(right)} times in {path}"
                )
            text = text.replace(right, wrong)
        return text.replace(self._source.package, self._source.alias).encode()


class FaultyFinder(MetaPathFinder):
    def __init__(self, source: Source) -> None:
        self._source = source

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        alias, root = self._source.alias, self._source.root
        if fullname != alias and not fullname.startswith(f"{alias}."):
            return None
        place = root.joinpath(*fullname.removeprefix(alias).split(".")[1:])
        is_package = place.is_dir()
        file = place / "__init__.py" if is_package else place.with_suffix(".py")
        if not file.exists():
            return None
        return spec_from_file_location(
            fullname,
            file,
            loader=FaultyLoader(fullname, str(file), self._source),
            submodule_search_locations=[str(place)] if is_package else None,
        )


@contextmanager
def faulty(package: str, root: Path, fault: Fault) -> Iterator[ModuleType]:
    """The package, imported under an alias with the fault in it; gone again afterwards."""
    alias = f"faulty_{package.replace('.', '_')}"
    finder = FaultyFinder(Source(package, root, alias, fault))
    sys.meta_path.insert(0, finder)
    try:
        yield importlib.import_module(alias)
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name == alias or name.startswith(f"{alias}.")]:
            del sys.modules[name]
