"""`make docs`, the legal life: the reference page, the traceability table and the three pictures."""

from pathlib import Path

import yaml

from rulebook.lifecycle import document, picture, trace

ROOT = Path(__file__).resolve().parents[1]
CELLS = ROOT / "tests" / "rulebook" / "lifecycle" / "cells"
DOCS = ROOT / "docs"


def examples() -> dict[tuple[str, str], str]:
    """The file with the examples of an event, by table and event."""
    found = {}
    for path in sorted(CELLS.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for told in content.get("cellen", ()):
            found[content["tabel"], told["gebeurtenis"]] = path.name
    return found


def pages() -> dict[Path, str]:
    """What belongs in each file."""
    told = {
        DOCS / "reference" / "lifecycle.md": document.markdown(),
        DOCS / "reference" / "traceability.md": trace.markdown(examples()),
    }
    told |= {DOCS / "pictures" / f"{part.code}.svg": picture.svg(part.table) for part in document.PARTS}
    return told


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
