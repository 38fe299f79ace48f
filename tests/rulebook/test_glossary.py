"""The glossary uses the names that the code uses."""

import re
from pathlib import Path

from keurmerk.intake.schema import TABLES

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text("utf-8")


def test_tables_and_columns_are_named_as_in_the_schema() -> None:
    listed = {
        (dutch, english): re.findall(r"^\| (\w+) \| `(\w+)` \|", part, re.MULTILINE)
        for dutch, english, part in re.findall(
            r"^### (\w+): `(\w+)`(.*?)(?=^### |\Z)", GLOSSARY, re.MULTILINE | re.DOTALL
        )
    }

    assert listed == {
        (table.name, table.field): [(column.name, column.field) for column in table.columns]
        for table in TABLES
    }


def test_no_term_has_two_words() -> None:
    terms = GLOSSARY[GLOSSARY.index("## Terms") : GLOSSARY.index("## Verdicts")]
    dutch = re.findall(r"^\| (?!term|---)(.+?) \|", terms, re.MULTILINE)

    assert len(set(dutch)) == len(dutch)
