"""Two ways to do the same thing in the browser: with a mouse, and with nothing but the keyboard."""

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.journeys.pages import fits, looked_at

MOST_TABS = 400
IS_FOCUSED = "element => element === document.activeElement"
RING = "element => { const s = getComputedStyle(element); return [s.outlineStyle, s.boxShadow]; }"


class Mouse:
    def __init__(self, page: Page) -> None:
        self.page = page

    def look(self) -> None:
        looked_at(self.page)

    def press(self, button: str) -> None:
        self._use(self.page.get_by_role("button", name=button, exact=True))

    def follow(self, link: str, *, exact: bool = True) -> None:
        self._use(self.page.get_by_role("link", name=link, exact=exact).first)

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=words)

    def tick(self, label: str) -> None:
        self.page.get_by_label(label).check()

    def open(self, summary: str) -> None:
        self.page.get_by_text(summary, exact=False).first.click()

    def choose_file(self, label: str, path: Path) -> None:
        self.page.get_by_label(label, exact=True).set_input_files(path)

    def download(self, link: str) -> BytesIO:
        with self.page.expect_download() as found:
            self._hit(self.page.get_by_role("link", name=link).first)
        return BytesIO(Path(found.value.path()).read_bytes())

    def _use(self, thing: Locator) -> None:
        """Everything that is pressed or followed here leads to a page."""
        with self.page.expect_navigation():
            self._hit(thing)

    def _hit(self, thing: Locator) -> None:
        thing.click()


class Hasty(Mouse):
    """With a mouse; axe has seen these pages already."""

    def look(self) -> None:
        fits(self.page)


class Keyboard(Hasty):
    """Tab to it, and Enter or the space bar: what cannot be reached so, cannot be used."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        # Somebody who listens from the start: else the key may come before Playwright catches the dialog.
        page.on("filechooser", lambda _chooser: None)

    def fill(self, label: str, text: str) -> None:
        self._reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.type(text)

    def choose(self, label: str, words: str) -> None:
        """A closed list jumps to what is typed."""
        chosen = self.page.get_by_label(label, exact=True)
        self._reach(chosen)
        self.page.keyboard.type(words)
        expect(chosen.locator("option:checked")).to_have_text(words)

    def tick(self, label: str) -> None:
        self._reach(self.page.get_by_label(label))
        self.page.keyboard.press("Space")

    def open(self, summary: str) -> None:
        self._reach(self.page.locator("summary", has_text=summary).first)
        self.page.keyboard.press("Enter")

    def choose_file(self, label: str, path: Path) -> None:
        self._reach(self.page.get_by_label(label, exact=True))
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        chooser.value.set_files(path)

    def _hit(self, thing: Locator) -> None:
        self._reach(thing)
        self.page.keyboard.press("Enter")

    def _reach(self, thing: Locator) -> None:
        thing.wait_for()
        for _ in range(MOST_TABS):
            if thing.evaluate(IS_FOCUSED):
                self._is_seen(thing)
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not reached with the Tab key: {thing}")

    def _is_seen(self, thing: Locator) -> None:
        """Focus without a ring is focus that nobody finds."""
        outline, shadow = thing.evaluate(RING)
        assert (outline, shadow) != ("none", "none"), f"no focus ring on {thing}"
