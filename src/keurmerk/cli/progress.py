"""Progress on the terminal; silence everywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from keurmerk.intake.reading import silent
from keurmerk.intake.reading.delivery import Progress as Report


@contextmanager
def reading_progress() -> Iterator[Report]:
    """Give the function that readers report to."""
    if not sys.stderr.isatty():
        yield silent
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("lezen", total=None)
        yield lambda label, done, total: bar.update(
            task, description=f"lezen: {label}", completed=done, total=total
        )
