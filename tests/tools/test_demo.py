"""`make demo` as a whole: it comes up, keeps its data, and leaves nothing running."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


class Demo:
    def __init__(self, home):
        self.environment = os.environ | {"KEURMERK_HOME": str(home), "PORT": free_port()}

    def start(self, *options):
        self.process = subprocess.Popen(
            [sys.executable, "tools/demo.py", "--school", "de-hazelaar", *options],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def wait_until_up(self):
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "Ctrl-C stops everything" in line:
                break
        return "".join(said)

    def get(self, path):
        return urllib.request.urlopen(f"http://127.0.0.1:{self.environment['PORT']}{path}", timeout=20)

    def ask_new_password(self, email):
        """As somebody in a browser would; a mail is to come of it."""
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        address = f"http://127.0.0.1:{self.environment['PORT']}/account/password/reset/"
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', opener.open(address).read().decode())[
            1
        ]
        filled = urllib.parse.urlencode({"email": email, "csrfmiddlewaretoken": token})
        opener.open(address, filled.encode(), timeout=20).close()

    def stop(self, number):
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=30)
        return rest


@pytest.fixture
def demo(tmp_path):
    demo = Demo(tmp_path / "home")
    yield demo
    if demo.process.poll() is None:
        demo.stop(signal.SIGTERM)


def is_listening(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(port))) == 0


def addresses(said):
    return re.findall(r"\S+@demo\.example", said)


def passwords(said):
    return re.findall(r"@demo\.example +(\S+)", said)


def test_demo_comes_up_keeps_its_data_and_stops_as_a_whole(demo):
    demo.start()
    first = demo.wait_until_up()
    assert f"http://localhost:{demo.environment['PORT']}" in first
    assert len(passwords(first)) == 8
    assert demo.get("/gezond").status == 200
    assert "alle scholen en personen zijn verzonnen" in demo.get("/account/login/").read().decode()
    demo.ask_new_password(addresses(first)[0])
    assert addresses(first)[0] in demo.get("/postbus/").read().decode()
    demo.stop(signal.SIGINT)
    assert demo.process.returncode == 0
    assert not is_listening(demo.environment["PORT"])

    started = time.monotonic()
    demo.start()
    assert passwords(demo.wait_until_up()) == passwords(first)
    assert time.monotonic() - started < 30
    demo.stop(signal.SIGTERM)

    demo.start("--reset")
    assert passwords(demo.wait_until_up()) != passwords(first)


def test_a_taken_port_is_said(demo):
    with socket.socket() as other:
        other.bind(("127.0.0.1", int(demo.environment["PORT"])))
        other.listen()
        demo.start()
        said, _ = demo.process.communicate(timeout=30)
    assert demo.process.returncode == 1
    assert "is taken" in said
    assert "PORT=" in said


def test_starting_over_leaves_a_folder_alone_that_no_demo_made(demo, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "precious").write_text("x")
    demo.start("--reset")
    demo.process.communicate(timeout=30)
    assert demo.process.returncode == 1
    assert (tmp_path / "home" / "precious").exists()
