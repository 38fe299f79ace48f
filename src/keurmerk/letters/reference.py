"""Writes docs/reference/letters.md: per kind of letter what must be filled in."""

import os
import sys
from collections.abc import Sequence

from keurmerk.letters.slots import Slot, SlotKind
from keurmerk.letters.texts import FRAME, Need, Text, all_texts

MARK = "<!-- Gemaakt door `make docs` uit de YAML van de brieven; niet met de hand wijzigen. -->"
INTRODUCTION = (
    "`letters.compose(soort, gegevens)` maakt een brief. Een datum is een `date` of `jjjj-mm-dd`. Een fout "
    "zijn: een slot dat een brief niet kent, een slot dat ontbreekt, en inhoud die door een keuze niet in de "
    "brief komt."
)
KINDS = {
    SlotKind.TEXT: "tekst, één regel",
    SlotKind.PROSE: "tekst van een medewerker; een witregel begint een alinea",
    SlotKind.DAY: "datum",
    SlotKind.MOMENT: "datum, of woorden",
    SlotKind.FLAG: "true of false",
    SlotKind.ITEMS: "lijst van regels",
    SlotKind.TERM: "termijn: `last_day` (datum), `explanation` en `sources` (lijsten)",
}


def reference() -> str:
    texts = all_texts()
    letters = [texts.text(kind) for kind in texts.kinds]
    used = sorted({name for text in letters for name in text.needs}.difference(FRAME))
    parts = [
        "# Brieven en hun slots",
        MARK,
        INTRODUCTION,
        "## In elke brief",
        _table(("slot", "soort", "betekenis"), [_meaning(texts.slots[name]) for name in FRAME]),
        "## Per brief",
        *(part for text in letters for part in _letter(text)),
        "## Betekenis van de slots",
        _table(("slot", "soort", "betekenis"), [_meaning(texts.slots[name]) for name in used]),
    ]
    return "\n\n".join(parts) + "\n"


def _letter(text: Text) -> tuple[str, str, str]:
    rows = [
        (f"`{name}`", _when(need))
        for name, need in sorted(text.needs.items(), key=lambda item: (not item[1].always, item[0]))
        if name not in FRAME
    ]
    about = f"{text.title.text} ({', '.join(text.paragraphs)}). Versie {text.version}, {text.reviewed_on}."
    return f"### {text.kind}", about, _table(("slot", "nodig"), rows)


def _when(need: Need) -> str:
    if need.always:
        return "altijd"
    if need.may_be_empty:
        return "mag leeg"
    return "als " + "; of als ".join(need.conditions)


def _meaning(slot: Slot) -> tuple[str, str, str]:
    return f"`{slot.name}`", _kind(slot), slot.meaning


def _kind(slot: Slot) -> str:
    if slot.kind is SlotKind.CHOICE:
        return "keuze: " + ", ".join(f"`{code}`" for code in slot.choices)
    if slot.kind is SlotKind.ROWS:
        return "rijen met " + ", ".join(f"`{name}` ({inner.meaning})" for name, inner in slot.fields.items())
    return KINDS[slot.kind]


def _table(headers: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [headers, tuple("---" for _ in headers), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    sys.stdout.write(reference())
