"""A pytest plugin of `make proof`: how many seeded faults were found, and which were not."""

from collections import Counter
from typing import Any

SEEDED, STALE = "seeded", "stale"


class KillCounts:
    """Counts reports, so that it works with tests on several processes too."""

    def __init__(self) -> None:
        self.seeded: Counter[str] = Counter()
        self.survived: list[str] = []
        self.stale: list[str] = []

    def pytest_runtest_logreport(self, report: Any) -> None:
        told = dict(report.user_properties)
        if report.when != "call" or SEEDED not in told:
            return
        self.seeded[told[SEEDED]] += 1
        if report.failed:
            self.survived.append(report.nodeid)
        if STALE in told:
            self.stale.append(told[STALE])

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if not self.seeded:
            return
        terminalreporter.section("seeded faults")
        for where, number in sorted(self.seeded.items()):
            lost = sum(where in name for name in self.survived)
            terminalreporter.write_line(f"{where}: {number - lost} of {number} found")
        for name in self.survived:
            terminalreporter.write_line(f"SURVIVED {name}", red=True)
        for line in self.stale:
            terminalreporter.write_line(f"stale witness {line}", yellow=True)


def pytest_configure(config: Any) -> None:
    config.pluginmanager.register(KillCounts())
