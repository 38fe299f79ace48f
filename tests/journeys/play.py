"""One browser in which people take turns, and the mails that reach them."""

import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from keurmerk.certification.models import Decision
from keurmerk.messaging.delivery import send_due

LINK = re.compile(r"https?://[^\s/]+(/\S+)")


class Play:
    """One browser in which people take turns, and the mail server that all of them use."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base

    def enter(self, user) -> None:
        client = Client()
        client.force_login(user)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.base}
        self.page.context.add_cookies([cookie])

    def go(self, name: str, *args: object) -> None:
        self.page.goto(self.base + reverse(name, args=args))

    def press(self, button: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).click()

    def fill(self, **fields: str) -> None:
        """By the end of a field's name: forms have prefixes."""
        for name, text in fields.items():
            self.page.locator(f'[name$="{name.replace("__", "-")}"]').first.fill(text)

    def tick(self, value: str) -> None:
        self.page.locator(f'input[value="{value}"]').first.check()

    def act(self, code: str, **fields: str) -> None:
        """One of the acts on a page of staff: opened, filled in, done."""
        form = self.page.locator(f'form[action$="/{code}/"]')
        form.locator("xpath=ancestor::details").locator("summary").click()
        for name, text in fields.items():
            form.locator(f'[name$="{name}"]').fill(text)
        with self.page.expect_navigation():
            form.get_by_role("button").last.click()

    def outcome(self, event: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(f'button[name="uitkomst"][value="{event}"]').click()

    def submit(self) -> None:
        self.press("Bewaar en leg voor ter ondertekening")
        self.press("Leg voor ter ondertekening")

    def sign(self, signer, author) -> Decision:
        decision = Decision.objects.latest("pk")
        self.enter(signer)
        self.go("staff:decision-sign", decision.public_id)
        self.press("Onderteken en verzend")
        expect(self.page.get_by_text("Het zegel klopt")).to_be_visible()
        self.enter(author)
        decision.refresh_from_db()
        return decision


@pytest.fixture
def play(page, live_server):
    return Play(page, live_server.url)


def delivered(mail_server) -> list:
    """Every mail that has left, as its receiver reads it."""
    send_due(timezone.now())
    return mail_server.mails


def letter_in(mail) -> PdfReader:
    (attachment,) = [part for part in mail.iter_attachments() if part.get_content_type() == "application/pdf"]
    return PdfReader(io.BytesIO(attachment.get_payload(decode=True)))


def is_tagged(pdf: PdfReader) -> bool:
    root = pdf.trailer["/Root"]
    return bool(root["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in root and root["/Lang"].startswith("nl")


def links_in(mail) -> list[str]:
    """The addresses in a mail, without their host: a test serves its own."""
    body = mail.get_body(("plain",)).get_content()
    return LINK.findall(body)
