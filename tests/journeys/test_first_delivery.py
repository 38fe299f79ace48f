"""A school's first delivery, signing in to signing out: by mouse, keyboard, phone, and without script."""

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from keurmerk.intake.schema import TABLES
from keurmerk.journal.party import SYSTEM
from keurmerk.results.models import Upload
from keurmerk.results.service import announce_pass_rate
from tests.factories.accounts import PASSWORD
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import small_tables, workbook
from tests.journeys.hands import Hasty, Keyboard, Mouse
from tests.journeys.pages import complaints

__all__ = ["own_store"]
pytestmark = pytest.mark.browser

WAYS = {
    "mouse": (Mouse, {"width": 1280, "height": 900}),
    "keyboard": (Keyboard, {"width": 1280, "height": 900}),
    "narrow": (Mouse, {"width": 320, "height": 640}),
    "no script": (Hasty, {"width": 1280, "height": 900}),
}
PATIENCE = 10_000
PERIOD = "1 januari 2025 tot en met 31 december 2025"


@pytest.fixture
def school(transactional_db):
    """Of the example, with what Blik op Werk announced."""
    for profile in ("analfabeet", "laag", "midden", "hoog"):
        announce_pass_rate(
            profile=profile, valid_from="2024-01-01", percentage=60, source="Voorbeeld", entered_by=SYSTEM
        )
    return make_school()


@pytest.fixture
def files(school, tmp_path):
    """The same dossier three times: with faults, mended, and with one row changed."""
    tables = small_tables(school)
    faulty = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    faulty["cursisten"][0]["stelsel"] = "Wi2012"
    faulty["cursisten"][1]["verblijf"] = ""
    faulty["trajecten"][0]["aangemeld_op"] = "3/4/25"
    changed = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    changed["toezicht"] = changed["toezicht"][1:]
    return {
        name: write(tmp_path / f"{name}.xlsx", content)
        for name, content in (("fouten", faulty), ("hersteld", tables), ("nieuw", changed))
    }


def write(path: Path, tables) -> Path:
    path.write_bytes(workbook(tables))
    return path


@pytest.mark.parametrize("way", WAYS)
def test_first_delivery(new_context, live_server, school, files, way):
    hands_of, size = WAYS[way]
    page = new_context(viewport=size, java_script_enabled=way != "no script").new_page()
    page.set_default_timeout(PATIENCE)
    heard, hands = complaints(page), hands_of(page)
    sign_in(hands, live_server, make_school_user(school))
    first_page_says_what_to_do(hands)
    deliver(hands, files["fouten"])
    faults_are_all_there(hands)
    hands.follow("Hersteld bestand aanleveren")
    hand_in(hands, files["hersteld"])
    dry_run_asks_for_ticks(hands)
    commit(hands)
    outcome_explains_itself(hands)
    compare_with_another(hands, files["nieuw"])
    sign_out(hands)
    assert heard() == []


def sign_in(hands: Mouse, live_server, user) -> None:
    hands.page.goto(str(live_server))
    hands.follow("Inloggen")
    hands.look()
    hands.page.locator("input[type=email]").focus()
    hands.page.keyboard.type(user.email)
    hands.page.locator("input[type=password]").focus()
    hands.page.keyboard.type(PASSWORD)
    with hands.page.expect_navigation():
        hands.page.keyboard.press("Enter")
    expect(hands.page.get_by_role("heading", level=1)).to_contain_text("Mijn keurmerk")


def first_page_says_what_to_do(hands: Mouse) -> None:
    hands.choose("Meetperiode", PERIOD)
    hands.press("Toon")
    expect(hands.page.get_by_text("Nog geen uitkomst over deze Meetperiode")).to_be_visible()
    expect(hands.page.get_by_text("21 januari 2026").first).to_be_visible()
    hands.look()
    book = openpyxl.load_workbook(hands.download("Sjabloon (xlsx)"))
    assert set(book.sheetnames) >= {table.name for table in TABLES}


def deliver(hands: Mouse, file: Path) -> None:
    hands.follow("Gegevens aanleveren")
    expect(hands.page.get_by_label("Meetperiode", exact=True).locator("option:checked")).to_have_text(PERIOD)
    hands.look()
    hand_in(hands, file)


def hand_in(hands: Mouse, file: Path) -> None:
    hands.choose_file("Bestand", file)
    hands.press("Aanleveren en controleren")
    expect(hands.page.get_by_role("heading", level=1)).to_contain_text("Aanlevering")


def faults_are_all_there(hands: Mouse) -> None:
    page = hands.page
    expect(page.get_by_text("Gevonden: 3 fouten")).to_be_visible()
    hands.look()
    hands.follow("Toon alle fouten")
    expect(page.locator("#tabel tbody tr")).to_have_count(3)
    expect(page.locator("#tabel tbody tr").last).to_contain_text("3/4/25")
    hands.look()
    hands.choose("Tabel", "trajecten (1)")
    hands.press("Filter")
    expect(page.locator("#tabel tbody tr")).to_have_count(1)
    book = openpyxl.load_workbook(hands.download("Uw werkmap met een kolom fouten"))
    assert book["cursisten"]["A1"].value == "fouten"
    assert "stelsel" in book["cursisten"]["A2"].value


def dry_run_asks_for_ticks(hands: Mouse) -> None:
    page = hands.page
    expect(page.get_by_text("Dit is een proef")).to_be_visible()
    hands.look()
    expect(page.get_by_role("button", name="Naar indienen")).to_have_attribute("aria-disabled", "true")
    for group in page.locator("summary", has_text="waarschuwingen").all_inner_texts():
        hands.open(group)
    for box in page.get_by_role("checkbox").all():
        hands.tick(page.locator(f"label[for={box.get_attribute('id')}]").inner_text())
    hands.press("Bevestig wat is aangevinkt")
    expect(page.get_by_text("alles bevestigd")).to_be_visible()
    hands.look()


def commit(hands: Mouse) -> None:
    page = hands.page
    hands.follow("Toon de hele proefuitkomst")
    expect(page.get_by_text("Proef: nog niet vastgelegd")).to_be_visible()
    hands.look()
    hands.follow("Terug naar de aanlevering")
    hands.follow("Naar indienen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanlevering 2 indienen?")
    hands.look()
    hands.press("Ja, dien aanlevering 2 in")


def outcome_explains_itself(hands: Mouse) -> None:
    page = hands.page
    expect(page.get_by_text("Aanlevering 2 is ingediend")).to_be_visible()
    expect(page.get_by_text("Op de berekende normen is het advies")).to_be_visible()
    expect(page.get_by_text("Wat als?").first).to_be_visible()
    hands.look()
    hands.follow("Waarom? norm 2.16 B1")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Waarom?")
    hands.look()
    hands.choose("Reden", "Telt mee")
    hands.press("Filter")
    expect(page.locator("#tabel tbody tr").first).to_contain_text("telt_mee")
    assert hands.download("CSV").read().decode("utf-8-sig").startswith("norm;groep;tabel;id;telt;reden")
    hands.follow("Uitkomst")


def compare_with_another(hands: Mouse, file: Path) -> None:
    page = hands.page
    hands.follow("Mijn keurmerk")
    hands.look()
    hands.follow("Gegevens aanleveren")
    hand_in(hands, file)
    hands.follow("Aanleveringen")
    hands.look()
    hands.choose("Van", "Aanlevering 2 (ingediend)")
    hands.press("Vergelijk")
    expect(page.get_by_role("heading", name="toezicht")).to_be_visible()
    hands.look()
    assert Upload.objects.count() == 3


def sign_out(hands: Mouse) -> None:
    hands.press("Uitloggen")
    expect(hands.page).to_have_url(re.compile(r"/$"))
    expect(hands.page.get_by_role("link", name="Inloggen").first).to_be_visible()
