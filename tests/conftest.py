"""What all tests share: both databases, the browser, and saying loudly what could not run."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import hypothesis
import pytest
from django.core.cache import caches
from playwright.sync_api import Page

from tests.browser import assert_accessible, chromium, launch_arguments
from tests.databases import (
    POSTGRESQL,
    SQLITE,
    Databases,
    guard_again,
    may_be_emptied,
    server_answers,
    server_url,
)

HAS_POSTGRESQL = pytest.StashKey[bool]()
DATABASE_FIXTURES = {"db", "transactional_db", "_django_db_helper", "client", "admin_client"}
BROWSER_FIXTURES = {"page", "context", "browser"}
SCREENS = Path(__file__).parent / "keurmerk" / "web"

# How long an example takes says nothing on a machine that others use too.
hypothesis.settings.register_profile("keurmerk", deadline=None)
hypothesis.settings.load_profile("keurmerk")

# Playwright runs its loop in the thread of the test; Django would take that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_configure(config: pytest.Config) -> None:
    told = getattr(config, "workerinput", {}).get(POSTGRESQL)
    config.stash[HAS_POSTGRESQL] = server_answers() if told is None else told
    missing = missing_here(config)
    if missing and os.environ.get("CI") == "true":
        raise pytest.UsageError("with CI=true nothing may be missing: " + "; ".join(missing))


def missing_here(config: pytest.Config) -> list[str]:
    told = []
    if not config.stash[HAS_POSTGRESQL]:
        told.append(
            f"no PostgreSQL at {server_url().rpartition('@')[2]}: the database tests ran on SQLite only"
        )
    if not chromium():
        told.append("no Chromium on PATH: the browser tests did not run")
    return told


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Ask for the server once, not in every worker."""
    node.workerinput[POSTGRESQL] = node.config.stash[HAS_POSTGRESQL]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    for line in missing_here(config):
        terminalreporter.write_line(f"MISSING: {line}", yellow=True, bold=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
            if not chromium():
                item.add_marker(pytest.mark.skip(reason="no Chromium"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    fixtures = set(metafunc.fixturenames)
    wants = metafunc.definition.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES
    if not wants or fixtures & (BROWSER_FIXTURES | {"live_server"}):
        return
    vendors: list[object] = [SQLITE]
    if metafunc.config.stash[HAS_POSTGRESQL]:
        vendors.append(pytest.param(POSTGRESQL, marks=pytest.mark.postgresql))
    vendors = vendors_for(metafunc.definition, vendors)
    if "database" not in metafunc.fixturenames:
        metafunc.fixturenames.append("database")
    metafunc.parametrize("database", vendors, indirect=True)


def vendors_for(definition: pytest.Item, vendors: list[object]) -> list[object]:
    """Verbs and reads on every database; a screen on one of them, half of the screens on each, by name."""
    if definition.get_closest_marker("only_postgresql"):
        return vendors[1:]
    if definition.get_closest_marker("one_database"):
        return vendors[:1]
    if SCREENS in definition.path.parents:
        return [vendors[crc32(definition.nodeid.encode()) % len(vendors)]]
    return vendors


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Limits on sign-in attempts are counted in the cache; the attempts of another test do not count."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(scope="session")
def databases(django_db_setup: None, django_db_blocker: Any) -> Iterator[Databases]:
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:8]
    kept = Databases(f"{run}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")
    yield kept
    with django_db_blocker.unblock():
        kept.close()


@pytest.fixture
def database(
    request: pytest.FixtureRequest, databases: Databases, django_db_blocker: Any
) -> Iterator[list[bool]]:
    """The database of this test; afterwards the journal's guards are back."""
    emptied: list[bool] = []
    with django_db_blocker.unblock():
        databases.use(getattr(request, "param", SQLITE))
    yield emptied
    with django_db_blocker.unblock():
        if emptied:
            guard_again()
        databases.use(SQLITE)


@pytest.fixture
def _django_db_helper(
    database: list[bool], _django_db_helper: None, django_db_blocker: Any
) -> Iterator[None]:
    """Around pytest-django's own: first the right database, last a journal that can be emptied."""
    yield
    with django_db_blocker.unblock():
        if may_be_emptied():
            database.append(True)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return browser_type_launch_args | launch_arguments()


@pytest.fixture
def page(page: Page) -> Page:
    """Half a minute for a control that is not there is long to wait on every mistake."""
    page.set_default_timeout(10_000)
    return page


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    return assert_accessible
