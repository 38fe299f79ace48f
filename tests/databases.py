"""Every database test twice: on SQLite, and on PostgreSQL where there is a server.

Django keeps SQLite as its default; for the second run of a test the default connection is swapped. The
databases are the run's own, one per worker.
"""

import os
from typing import TYPE_CHECKING, Any

import psycopg
from django.contrib.contenttypes.models import ContentType
from django.db import connections

from config.settings.includes.storage import database
from keurmerk.journal import triggers

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

SQLITE, POSTGRESQL = "sqlite", "postgresql"
LOCAL_SERVER = "postgres://postgres@127.0.0.1:5432/postgres"
DEFAULT = "default"


def server_url() -> str:
    """The server to make a database on: DATABASE_URL when it names one, else this machine's."""
    given = os.environ.get("DATABASE_URL", "")
    return given if given.startswith(("postgres://", "postgresql://")) else LOCAL_SERVER


def server_answers() -> bool:
    try:
        psycopg.connect(server_url(), connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


class Databases:
    """The default connection of each kind, to be swapped as tests ask for them."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._kept: dict[str, tuple[dict[str, Any], BaseDatabaseWrapper]] = {}
        self._current = SQLITE

    def use(self, vendor: str) -> None:
        if vendor == self._current:
            return
        self._kept[self._current] = (connections.settings[DEFAULT], connections[DEFAULT])
        if vendor in self._kept:
            # Settings too: a thread that a test starts opens a connection of its own by them.
            connections.settings[DEFAULT], connections[DEFAULT] = self._kept[vendor]
        else:
            self._create_postgresql()
        self._current = vendor
        ContentType.objects.clear_cache()

    def close(self) -> None:
        self.use(SQLITE)
        if POSTGRESQL in self._kept:
            self.use(POSTGRESQL)
            connections[DEFAULT].creation.destroy_test_db(self._original_name, verbosity=0)
            connections[DEFAULT].close()
            self.use(SQLITE)

    def _create_postgresql(self) -> None:
        wanted = database(server_url()) | {"TEST": {"NAME": f"test_keurmerk_{self._suffix}"}}
        self._original_name = wanted["NAME"]
        connections.settings[DEFAULT] = connections.configure_settings({DEFAULT: wanted})[DEFAULT]
        connections[DEFAULT] = connections.create_connection(DEFAULT)
        connections[DEFAULT].creation.create_test_db(verbosity=0, autoclobber=True)


def may_be_emptied() -> bool:
    """After a test that committed, Django empties every table; lift what guards the journal from that."""
    connection = connections[DEFAULT]
    if connection.in_atomic_block:
        return False
    triggers.uninstall(connection)
    return True


def guard_again() -> None:
    triggers.install(connections[DEFAULT])
