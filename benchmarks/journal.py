"""What a journal line costs the write it belongs to, four writers at once; checking a million lines."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import psycopg

from benchmarks.measure import WALL, Ratio

WRITERS, WRITES, ROUNDS = 4, 400, 5
LINES, BATCH, SECONDS = 1_000_000, 20_000, 60
LOCAL_SERVER = "postgres://postgres@127.0.0.1:5432"
SCRATCH = "keurmerk_bench"


def run() -> Iterator[Ratio]:
    with TemporaryDirectory() as folder:
        yield from _written(f"sqlite:///{Path(folder) / 'bench.sqlite3'}", "SQLite")
    with _scratch_database() as url:
        if url:
            yield from _written(url, "PostgreSQL")
    with TemporaryDirectory() as folder, _pool(f"sqlite:///{Path(folder) / 'bench.sqlite3'}", 1) as pool:
        pool.submit(_fill).result()
        seconds = pool.submit(_verify).result()
    yield Ratio(
        f"journal verify over {LINES:,} lines",
        seconds / SECONDS,
        1,
        seconds,
        SECONDS,
        "the minute it may take",
    )


def _written(url: str, where: str) -> Iterator[Ratio]:
    with _pool(url, WRITERS) as pool:
        pool.submit(_prepare).result()
        for kind in (_with_line, _without):
            _together(pool, kind)
        pairs = [(_together(pool, _with_line), _together(pool, _without)) for _ in range(ROUNDS)]
    yield Ratio(
        f"a write with its journal line, {WRITERS} writers, {where}",
        median(each[0] / each[1] for each in pairs),
        2,
        median(each[0] for each in pairs),
        median(each[1] for each in pairs),
        f"{WRITERS * WRITES} of the same writes without it",
    )


def _together(pool: ProcessPoolExecutor, write: Callable[[], None]) -> float:
    started = WALL()
    for done in [pool.submit(write) for _ in range(WRITERS)]:
        done.result()
    return WALL() - started


@contextmanager
def _pool(url: str, writers: int) -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(writers, get_context("spawn"), initializer=_begin, initargs=(url,)) as pool:
        yield pool


@contextmanager
def _scratch_database() -> Iterator[str]:
    """Made for this run; nothing where there is no server."""
    server = os.environ.get("DATABASE_URL", LOCAL_SERVER).rpartition("/" + SCRATCH)[0] or LOCAL_SERVER
    try:
        connection = psycopg.connect(f"{server}/postgres", connect_timeout=3, autocommit=True)
    except psycopg.OperationalError:
        sys.stdout.write("MISSING journal on PostgreSQL: no server\n")
        yield ""
        return
    with connection:
        connection.execute(f"DROP DATABASE IF EXISTS {SCRATCH}")
        connection.execute(f"CREATE DATABASE {SCRATCH}")
        try:
            yield f"{server}/{SCRATCH}"
        finally:
            connection.execute(f"DROP DATABASE {SCRATCH} WITH (FORCE)")


def _begin(url: str) -> None:
    """A process of its own, on the database of this run."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    import django  # noqa: PLC0415 (settings come from the environment of this process)

    from config.settings.includes.storage import database  # noqa: PLC0415

    django.setup()
    from django.db import connections  # noqa: PLC0415

    connections.settings["default"] = connections.configure_settings({"default": database(url)})["default"]
    del connections["default"]


def _prepare() -> None:
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)


def _without() -> None:
    _write(lambda: None)


def _with_line() -> None:
    from keurmerk.journal import service as journal  # noqa: PLC0415
    from keurmerk.journal.party import SYSTEM, Party  # noqa: PLC0415

    about = Party("case", "1", "Zaak 1")
    _write(
        lambda: journal.record(
            actor=SYSTEM, kind="task.done", subject=about, payload={"task": "duo_informeren"}, ground="§7.8"
        )
    )


def _write(also: Callable[[], object]) -> None:
    from django.db import transaction  # noqa: PLC0415

    from keurmerk.certification.models import EquatedDay  # noqa: PLC0415

    started = time.time_ns()
    for number in range(WRITES):
        with transaction.atomic():
            EquatedDay.objects.create(
                day=_day(started + number * 7919 + os.getpid()), name=f"dag {number}", source="proef"
            )
            also()


def _day(number: int) -> str:
    from datetime import date  # noqa: PLC0415

    return date.fromordinal(1 + number % 3_000_000).isoformat()


def _fill() -> None:
    """A journal of a million lines, chained as the service chains them but stored in batches."""
    from django.utils import timezone  # noqa: PLC0415

    from keurmerk.journal.chain import START, Line, hash_of  # noqa: PLC0415
    from keurmerk.journal.models import Entry  # noqa: PLC0415

    _prepare()
    previous, now = START, timezone.now()
    for first in range(1, LINES + 1, BATCH):
        entries = []
        for number in range(first, first + BATCH):
            line = Line(
                number, now, "user", "7", "medewerker", "task.done", "case", "9", "Zaak 9", "§7.8",
                f'{{"task":"{number}"}}', previous,
            )  # fmt: skip
            previous = hash_of(line)
            entries.append(Entry(**line._asdict(), hash=previous))
        Entry.objects.bulk_create(entries)


def _verify() -> float:
    from keurmerk.journal import service as journal  # noqa: PLC0415

    started = WALL()
    found = journal.verify()
    if not found.holds or found.entries != LINES:
        raise RuntimeError(journal.describe(found))
    return WALL() - started


if __name__ == "__main__":
    for result in run():
        sys.stdout.write(result.line() + "\n")
