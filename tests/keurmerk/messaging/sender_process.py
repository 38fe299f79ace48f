"""A sender as a process of its own, to be killed: at a place it is told, or at random, again and again."""

import json
import os
import random
import signal
import sys
import time
from datetime import timedelta
from typing import NoReturn

import django
from django.conf import settings

told = json.loads(sys.argv[1])
settings.DATABASES = {"default": told["database"]}
settings.MAILERS = told["mailers"]
django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from keurmerk.messaging import delivery, service  # noqa: E402
from keurmerk.messaging.enums import UNDER_WAY  # noqa: E402
from keurmerk.messaging.models import Message  # noqa: E402
from keurmerk.messaging.service import sending  # noqa: E402


def die(*_args: object, **_kwargs: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def send_on_and_on() -> NoReturn:
    while True:
        delivery.send_due(timezone.now())
        time.sleep(0.01)


def killed_at_random(times: int, seed: int) -> None:
    """Each child lives for a moment, somewhere in its work; the last one is left to finish."""
    sending.LEASE = timedelta(seconds=0.2)
    moments = random.Random(seed)
    for _ in range(times):
        child = os.fork()
        if not child:
            send_on_and_on()
        time.sleep(moments.uniform(0.01, 0.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    while Message.objects.filter(state__in=UNDER_WAY).exists():
        delivery.send_due(timezone.now())
    connection.close()


match told["die"]:
    case "after the yes":
        service.mark_sent = die
        delivery.send_due(timezone.now())
    case "before the line is opened":
        delivery.Line.pick_up = die
        delivery.send_due(timezone.now())
    case int(times):
        killed_at_random(times, told["seed"])
