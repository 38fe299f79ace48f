"""Chromium for the tests that need a browser, and the accessibility check they share."""

import shutil
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Nothing may go out: no updates, no look-ups, no sync. Without a sandbox, as root cannot have one.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def launch_arguments() -> dict[str, Any]:
    return {"executable_path": chromium(), "args": ARGUMENTS}


def assert_accessible(page: Page) -> None:
    """Nothing for axe to find, in any of its rules."""
    found = Axe().run(page).response["violations"]
    told = [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]
    assert told == []
