"""The whole product on one machine: database, demo data, web server, worker and mail server.

Ctrl-C stops all of it.
"""

import argparse
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parents[1]
HOME = Path(os.environ.get("KEURMERK_HOME") or ROOT / "var").resolve()
MARK = HOME / "made-by-make-demo"
PORT = int(os.environ.get("PORT") or 8000)
ADDRESS = f"http://localhost:{PORT}"
PATIENCE = 30


class StopRequested(BaseException):
    """Ctrl-C, or a polite kill: a wish, which nobody who catches errors may swallow."""


def say(text: str) -> None:
    print(text, flush=True)


def claim_home() -> TextIO:
    """Only one demo at a time on the same data; the lock goes when this process does."""
    HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark = MARK.open("a")
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        sys.exit(f"A demo is already running on {HOME}; stop that one first (Ctrl-C in its window).")
    return mark


def start_over() -> None:
    """Only what a demo made is thrown away."""
    if HOME.exists() and not MARK.exists() and any(HOME.iterdir()):
        sys.exit(f"{HOME} was not made by `make demo`; it is left alone. Choose another KEURMERK_HOME.")
    if HOME.exists():
        claim_home().close()
        shutil.rmtree(HOME)


def check_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError:
            sys.exit(
                f"Port {PORT} is taken by another program. Stop it, or choose another: make demo PORT=8001"
            )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def prepare(only: Sequence[str]) -> list[str]:
    """Bring the database up to date and load what is not there yet; returns a line per sign-in."""
    import django  # noqa: PLC0415 (settings come from the environment, set in main)

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from config.environment import kept_secret  # noqa: PLC0415
    from keurmerk.organisations import demo  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    password = kept_secret("DEMO_PASSWORD", settings.HOME, size=9)
    users = demo.load(password)
    load_schools(only)
    call_command("collectstatic", interactive=False, verbosity=0)
    return [f"  {user.get_role_display():30} {user.email:28} {password}" for user in users]


def load_schools(only: Sequence[str]) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from keurmerk.demo import holding  # noqa: PLC0415
    from keurmerk.demo.applicants import load as applicants  # noqa: PLC0415
    from keurmerk.demo.generator import SCHOOLS  # noqa: PLC0415
    from keurmerk.demo.lives import load as lives  # noqa: PLC0415
    from keurmerk.demo.lives.scripts import SCRIPTS  # noqa: PLC0415
    from keurmerk.demo.load import is_loaded, load  # noqa: PLC0415

    schools = [school for school in SCHOOLS if school.key in only or not only]
    waiting = sum(not is_loaded(school) for school in schools)
    if waiting:
        say(f"Loading {waiting} fictional schools; the first time this takes up to a minute.")
    load(schools)
    lives.load(timezone.localdate(), schools, () if only else SCRIPTS)
    if not only:
        applicants.load(timezone.localdate())
        holding.load(timezone.localdate())


def start(*command: str) -> subprocess.Popen[bytes]:
    """In a session of its own: Ctrl-C reaches only us, and we stop the others in order."""
    return subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, start_new_session=True)


def start_all() -> list[subprocess.Popen[bytes]]:
    server = start("gunicorn", "--config", "python:config.gunicorn")
    worker = start("django", "work", "-v", "0")
    return [server, worker, start("keurmerk.demo.mail_server")]


def is_healthy() -> bool:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{PORT}/gezond", timeout=5) as answer:
        return bool(answer.status == 200)  # noqa: PLR2004
    return False


def watch(children: list[subprocess.Popen[bytes]], until_healthy: float | None = None) -> None:
    """Return once the server answers, when asked to wait for that; stop everything when a child ends."""
    while True:
        if any(child.poll() is not None for child in children):
            raise SystemExit("A part of the demo stopped by itself; what it said stands above.")
        if until_healthy and is_healthy():
            return
        if until_healthy and time.monotonic() > until_healthy:
            raise SystemExit(f"The server did not answer within {PATIENCE} seconds.")
        time.sleep(0.2)


def stop_all(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def on_signal(*_: object) -> None:
    raise StopRequested


def serve(sign_ins: list[str]) -> None:
    children = start_all()
    try:
        watch(children, until_healthy=time.monotonic() + PATIENCE)
        say(f"\nKeurmerk is running: {ADDRESS}\n\nSign in as:")
        say("\n".join(sign_ins))
        say(f"\nMail goes nowhere: it is kept to be read at {ADDRESS}/postbus/")
        say(f"The data is kept in {HOME}. Ctrl-C stops everything.")
        watch(children)
    except StopRequested:
        say("\nStopping.")
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        stop_all(children)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reset", action="store_true", help="throw the demo data away first")
    parser.add_argument(
        "--school", action="append", default=[], help="only this one of the fictional schools"
    )
    asked = parser.parse_args()
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.dev", KEURMERK_DEBUG="0", KEURMERK_DEMO="1")
    os.environ.update(KEURMERK_HOME=str(HOME), HOST="127.0.0.1", PORT=str(PORT))
    os.environ["EMAIL_PORT"] = str(free_port())
    os.environ.pop("DATABASE_URL", None)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, on_signal)
    check_port()
    if asked.reset:
        start_over()
    claim = claim_home()
    with suppress(StopRequested), claim:
        serve(prepare(asked.school))


if __name__ == "__main__":
    main()
