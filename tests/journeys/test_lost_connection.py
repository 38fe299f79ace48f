"""The line drops in the middle of an upload: nothing is half stored, and the school can go on."""

import socket
import time

import pytest
from django.test import Client
from django.urls import reverse

from keurmerk.results.models import KeptFile, Upload
from tests.factories.files import on_disk, own_store
from tests.factories.organisations import make_school, make_school_user

__all__ = ["own_store"]
TOKEN = "a" * 32
PATIENCE = 5


@pytest.mark.django_db(transaction=True)
def test_half_an_upload_leaves_nothing_behind(live_server):
    school = make_school()
    client = Client()
    client.force_login(make_school_user(school))
    session = client.cookies["sessionid"].value
    send_half(live_server, reverse("school:upload-new", args=[school.public_id]), session)
    assert nothing_comes()
    assert client.get(reverse("school:school", args=[school.public_id])).status_code == 200


def send_half(live_server, path: str, session: str) -> None:
    """A form that says how long it is, and stops after a part of the file."""
    parts = {"csrfmiddlewaretoken": TOKEN, "start": "2025-01-01", "until": ""}
    form = "".join(
        f'--grens\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in parts.items()
    )
    form += '--grens\r\nContent-Disposition: form-data; name="file"; filename="dossier.xlsx"\r\n\r\nPK'
    host, port = live_server.thread.host, live_server.thread.port
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 9000000\r\n"
        f"Content-Type: multipart/form-data; boundary=grens\r\n"
        f"Cookie: sessionid={session}; csrftoken={TOKEN}\r\n\r\n"
    )
    with socket.create_connection((host, port), timeout=PATIENCE) as line:
        line.sendall((head + form + "x" * 50_000).encode())


def nothing_comes() -> bool:
    """Long enough for the server to have noticed."""
    until = time.monotonic() + PATIENCE / 5
    while time.monotonic() < until:
        if Upload.objects.exists() or KeptFile.objects.exists() or on_disk():
            return False
        time.sleep(0.1)
    return True
