"""What must hold of every page a journey comes by."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import assert_accessible


def fits(page: Page) -> None:
    """No sideways scrolling, however narrow the window."""
    width, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width <= room, f"{page.url} is {width} wide in a window of {room}"


def looked_at(page: Page) -> None:
    """One heading of the first rank, nothing for axe to find, and it fits."""
    expect(page.locator("h1")).to_have_count(1)
    assert_accessible(page)
    fits(page)


def complaints(page: Page) -> Callable[[], list[str]]:
    """What the browser objects to: the policy for content, failing scripts, missing files."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return lambda: heard
