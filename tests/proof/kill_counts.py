"""A pytest plugin of `make proof`: how many seeded faults were found, and which were not."""

from collections import defaultdict
from typing import Any

PLACES = ("engine", "reference")
STALE = "stale"


class KillCounts:
    """Counts what tests recorded, so that it works with tests on several processes too."""

    def __init__(self) -> None:
        self.seeded: dict[str, set[str]] = defaultdict(set)
        self.survived: dict[str, set[str]] = defaultdict(set)
        self.stale: list[str] = []

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.when != "call":
            return
        for name, told in report.user_properties:
            if name in PLACES:
                self.seeded[name].add(told)
                if report.failed:
                    self.survived[name].add(told)
            elif name == STALE:
                self.stale.append(told)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if not self.seeded:
            return
        terminalreporter.section("seeded faults")
        for place, faults in sorted(self.seeded.items()):
            found = len(faults) - len(self.survived[place])
            terminalreporter.write_line(f"{place}: {found} of {len(faults)} found")
            for fault in sorted(self.survived[place]):
                terminalreporter.write_line(f"survived in the {place}: {fault}", red=True)
        for line in self.stale:
            terminalreporter.write_line(f"stale witness: {line}", yellow=True)


def pytest_configure(config: Any) -> None:
    config.pluginmanager.register(KillCounts())
