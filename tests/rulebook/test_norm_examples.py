"""The worked examples of every computed norm come out as they say; together they show every reason."""

from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import pytest

from keurmerk.demo.files import write_dossier
from keurmerk.intake.reading import read_dossier
from rulebook.judgement import judge
from rulebook.kernel.norm import NormRow
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.catalogue import norm as catalogue_norm
from rulebook.norms.inburgeren.registry import NORMS
from tests.rulebook.example_files import Example, examples, files

EXAMPLES = [example for path in files() for example in examples(path)]
CASES = {"voldoet", "voldoet niet", "op de grens", "naast de grens", "gegevens ontbreken"}
SPECIAL = "bijzonder geval"
NEVER_FAILS = {"2.0"}
EACH_NORM = pytest.mark.parametrize("code", [norm.code for norm in NORMS])

DUTCH = {
    "groep": lambda row: row.group,
    "teller": lambda row: row.numerator,
    "noemer": lambda row: row.denominator,
    "waarde": lambda row: row.value,
    "grens": lambda row: row.limit,
    "oordeel": lambda row: row.verdict.value,
    "materieel": lambda row: row.material,
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: f"{each.norm}: {each.name}")
def test_example_comes_out_as_it_says(example: Example, tmp_path: Path) -> None:
    write_dossier(example.tables, tmp_path / "dossier")
    read = read_dossier(tmp_path / "dossier")
    assert [problem.as_line() for problem in read.problems] == []
    assert read.dossier is not None

    outcome = judge(read.dossier, MeasuringPeriod.starting(example.first, example.last))

    rows = [row for row in outcome.rows if row.norm == example.norm]
    assert [shown(row, expected) for row, expected in zip(rows, example.expected, strict=True)] == [
        exact(expected) for expected in example.expected
    ]
    explained = outcome.explanation_table().rows(named=True)
    found = {(row["tabel"], row["id"], row["reden"]) for row in explained if row["norm"] == example.norm}
    assert sorted(found) == sorted(example.reasons)
    assert {code: outcome.figures[code] for code in example.figures} == example.figures


def shown(row: NormRow, expected: dict[str, object]) -> dict[str, object]:
    """What the example tells of this row, and no more."""
    return {name: DUTCH[name](row) for name in expected}


def exact(expected: dict[str, object]) -> dict[str, object]:
    """A share that is no whole number stands as a fraction in text, such as 200/3."""
    exactly = {name: expected[name] for name in ("waarde", "grens") if expected.get(name) is not None}
    return expected | {name: Fraction(str(value)) for name, value in exactly.items()}


@EACH_NORM
def test_norm_has_a_case_of_every_kind(code: str) -> None:
    cases = {example.case for example in EXAMPLES if example.norm == code}
    wanted = CASES - {"voldoet niet"} if code in NEVER_FAILS else CASES
    assert cases - {SPECIAL} == wanted


@EACH_NORM
def test_examples_of_a_norm_show_every_reason_of_its_rule(code: str) -> None:
    shown_reasons = {
        reason for example in EXAMPLES if example.norm == code for _, _, reason in example.reasons
    }
    rule = catalogue_norm(code).rule
    assert rule is not None
    possible = {row.reason for row in rule.rows}
    assert shown_reasons == possible


def test_every_file_carries_the_number_and_title_of_its_norm() -> None:
    told = defaultdict(set)
    for path in files():
        for line in path.read_text(encoding="utf-8").splitlines()[:2]:
            name, value = line.split(": ", 1)
            told[path.stem].add((name, value.strip('"')))
    assert told == {
        norm.code: {("norm", norm.code), ("titel", catalogue_norm(norm.code).title)} for norm in NORMS
    }
