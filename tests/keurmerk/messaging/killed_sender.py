"""Run by test_faults: sends what is due, and dies without a word where it is told to."""

import json
import os
import signal
import sys

import django
from django.conf import settings

told = json.loads(sys.argv[1])
settings.DATABASES = {"default": told["database"]}
settings.MAILERS = told["mailers"]
django.setup()

from django.utils import timezone  # noqa: E402

from keurmerk.messaging import delivery, service  # noqa: E402


def die(*_args: object, **_kwargs: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if told["die"] == "after the yes":
    service.mark_sent = die
elif told["die"] == "before the line is opened":
    delivery.Line.pick_up = die

sent = delivery.send_due(timezone.now())
print(sent)  # noqa: T201
