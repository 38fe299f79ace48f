"""Web server and worker as processes of their own, killed at random while decisions are signed and mailed."""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings

sys.path.insert(0, str(Path.cwd()))
told = json.loads(sys.argv[1])
settings.DATABASES = {"default": told["database"]}
settings.MAILERS = told["mailers"]
settings.FILES_ROOT = told["files"]
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import get_resolver  # noqa: E402
from django.utils import timezone  # noqa: E402

from keurmerk import letters  # noqa: E402
from keurmerk.messaging import delivery  # noqa: E402
from keurmerk.messaging.service import sending  # noqa: E402
from tests.keurmerk.letters.examples import data_of  # noqa: E402

NAME = "besluit_waarschuwing"


def web(number: int) -> None:
    """Post the signatures that wait, as a browser would; each child begins with the next one."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = told["session"]
    first = number // 2 % len(told["addresses"])
    for address in told["addresses"][first:]:
        client.post(address)


def worker(_number: int) -> None:
    while True:
        delivery.send_due(timezone.now())
        time.sleep(0.005)


def child(work: Callable[[int], None], number: int) -> int:
    """The parent holds no connection: a child that dies must not close it."""
    connection.close()
    pid = os.fork()
    if not pid:
        work(number)
        os._exit(0)
    return pid


def killed_after(work: Callable[[int], None], number: int, seconds: float) -> None:
    pid = child(work, number)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def one_decision() -> None:
    """The last one, whole: it tells how long a child needs."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = told["session"]
    client.post(told["addresses"][-1])


def seconds_for_one_decision() -> float:
    started = time.perf_counter()
    os.waitpid(child(lambda _number: one_decision(), 0), 0)
    return time.perf_counter() - started


def load_everything() -> None:
    """What a server loads once. Nothing is typeset here: its threads would not come along with a child."""
    list(get_resolver().url_patterns)
    letters.compose(NAME, data_of(NAME))
    import_module("keurmerk.letters.sealing")


def main() -> None:
    sending.LEASE = timedelta(seconds=0.2)
    load_everything()
    longest = {"web": 2 * seconds_for_one_decision(), "worker": 0.06}
    moments = random.Random(told["seed"])
    for number in range(told["kills"]):
        name, work = (("web", web), ("worker", worker))[number % 2]
        killed_after(work, number, moments.uniform(0, longest[name]))


main()
