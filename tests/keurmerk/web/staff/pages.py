"""What the tests of the staff's screens for legal acts share: reading a page, and filling in its form."""

import re
from html import unescape

from django.test import Client
from django.urls import reverse

from keurmerk.accounts.models import User


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def shown(answer, status=200):
    """The page as one line of text, when it came as it should."""
    assert answer.status_code == status
    return " ".join(unescape(answer.text).split())


def address(name, thing, *more):
    return reverse(f"staff:{name}", args=[thing.public_id, *more])


def fields_of(answer):
    """What a browser would send when nothing is touched: the first form of an act."""
    text = unescape(answer.text)
    form = text[text.index('class="act"') :]
    given = {}
    for tag in re.findall(r"<input [^>]*>", form):
        found = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        ticks = found.get("type") in {"checkbox", "radio"}
        if "name" in found and (not ticks or " checked" in tag):
            given.setdefault(found["name"], []).append(found.get("value", ""))
    given |= dict(re.findall(r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL))
    for name, body in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', body)
        given[name] = chosen[1] if chosen else ""
    return given
