"""The provider as the tests hold it: started, steered, and gone through as a person with a browser would."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.request import Request, urlopen

import requests

from tests.oidc.server import CLIENT_ID, CLIENT_SECRET, PASSWORD

SERVER = Path(__file__).with_name("server.py")


@dataclass(frozen=True)
class Provider:
    address: str

    def steer(self, **asked: object) -> None:
        with urlopen(Request(f"{self.address}/steer", json.dumps(asked).encode())) as answer:  # noqa: S310
            assert answer.status == 200

    def has(self, email: str, *, verified: bool = True, name: str = "") -> None:
        self.steer(person={"name": name or email, "email": email, "verified": verified})

    def settings(self, back_to: str) -> dict[str, object]:
        """What Keurmerk is configured with; this client may send people back to there."""
        self.steer(back_to=back_to)
        from config.settings.includes.oidc import login_at  # noqa: PLC0415

        return {"openid_connect": {"APPS": [login_at(self.address, CLIENT_ID, CLIENT_SECRET, "Proeflogin")]}}

    def go_through(self, address: str, email: str, *, consent: bool = True) -> str:
        """Sign in and decide there; the address that the provider sends the browser back to."""
        with requests.Session() as browser:
            page = browser.get(address)
            form = {"login": email, "password": PASSWORD, **_hidden(page.text)}
            page = browser.post(page.url, form)
            decided = {**_hidden(page.text), "action": "grant" if consent else "cancel"}
            decided["scopes"] = ["openid", "email"]
            action = f"{self.address}/identity/o/authorize"
            answer = browser.post(action, decided, allow_redirects=False)
            assert answer.status_code == 302, answer.text
            return answer.headers["Location"]


def _hidden(page: str) -> dict[str, object]:
    inputs = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page)
    pairs = [(re.search(r'name="([^"]*)"', one), re.search(r'value="([^"]*)"', one)) for one in inputs]
    return {name[1]: unescape(value[1]) for name, value in pairs if name and value}


@contextmanager
def running(folder: Path) -> Iterator[Provider]:
    with subprocess.Popen(
        [sys.executable, str(SERVER), str(folder)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            yield Provider(process.stdout.readline().strip())
        finally:
            process.kill()
