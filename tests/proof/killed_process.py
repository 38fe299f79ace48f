"""Web server and worker as processes of their own, killed at random while decisions are signed and mailed."""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import django
from django.conf import settings

told = json.loads(sys.argv[1])
settings.DATABASES = {"default": told["database"]}
settings.MAILERS = told["mailers"]
settings.FILES_ROOT = told["files"]
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from keurmerk import letters  # noqa: E402
from keurmerk.messaging import delivery  # noqa: E402
from keurmerk.messaging.service import sending  # noqa: E402

LONGEST = {"web": 0.4, "worker": 0.06}
"""Seconds that a child may live: about as long as one decision, or one mail, takes."""


def web() -> None:
    """Post the signature of every decision that waits, as a browser would."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = told["session"]
    for address in told["addresses"]:
        client.post(address)


def worker() -> None:
    while True:
        delivery.send_due(timezone.now())
        time.sleep(0.005)


def killed_after(work: Callable[[], None], seconds: float) -> None:
    """The parent holds no connection: a child that dies must not close it."""
    connection.close()
    child = os.fork()
    if not child:
        random.seed()
        work()
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def main() -> None:
    sending.LEASE = timedelta(seconds=0.2)
    letters.sealed_by_test_authority()
    moments = random.Random(told["seed"])
    for number in range(told["kills"]):
        name, work = (("web", web), ("worker", worker))[number % 2]
        killed_after(work, moments.uniform(0.02, LONGEST[name]))


main()
