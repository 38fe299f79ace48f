"""The counts that `make proof` prints at its end."""

from types import SimpleNamespace
from typing import Any

from tests.proof.kill_counts import KillCounts


class Terminal:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def section(self, title: str) -> None:
        self.lines.append(title)

    def write_line(self, line: str, **_markup: bool) -> None:
        self.lines.append(line)


def report(*told: tuple[str, str], failed: bool = False, when: str = "call") -> Any:
    return SimpleNamespace(when=when, user_properties=list(told), failed=failed)


def test_counts_each_fault_once_and_names_what_survived() -> None:
    counts, terminal = KillCounts(), Terminal()
    for each in (
        report(("engine", "one")),
        report(("engine", "one")),
        report(("engine", "two"), failed=True),
        report(("engine", "three"), ("stale", "three: 7 no longer, 8 does")),
        report(("engine", "three"), when="teardown"),
        report(("reference", "four")),
        report(failed=True),
    ):
        counts.pytest_runtest_logreport(each)
    counts.pytest_terminal_summary(terminal)
    assert terminal.lines == [
        "seeded faults",
        "engine: 2 of 3 found",
        "survived in the engine: two",
        "reference: 1 of 1 found",
        "stale witness: three: 7 no longer, 8 does",
    ]


def test_says_nothing_where_no_fault_was_seeded() -> None:
    terminal = Terminal()
    KillCounts().pytest_terminal_summary(terminal)
    assert terminal.lines == []
