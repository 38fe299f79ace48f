"""Databases, cache, files and background work."""

import os
from typing import Any

import dj_database_url

from config.environment import home

HOME = home()

SQLITE_OPTIONS: dict[str, Any] = {
    # A writer waits for its lock at BEGIN; without this, a read that turns into a write fails at once.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON",
}


def database(url: str) -> dict[str, Any]:
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = {**found.get("OPTIONS", {}), **SQLITE_OPTIONS}
    return found


DATABASES: dict[str, dict[str, Any]] = {
    "default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{HOME / 'keurmerk.sqlite3'}"),
}

# Shared by all server processes: the limits on sign-in attempts are counted here.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    },
    # HTML of what never changes, in each process its own: reading it from a shared place costs a query.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 100},
    },
}

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Files of schools never go through Django's storage: keurmerk.shared.files encrypts them here.
FILES_ROOT = HOME / "files"

# Where the mail server of the demo keeps what it takes.
MAILBOX_ROOT = HOME / "mailbox"

# Documents: how big one may be, and the virus scanner (ClamAV) that looks at each. Its socket is a path on
# this machine or host:port; without one nothing is scanned, and every document says so.
DOCUMENT_MAX_BYTES = int(os.environ.get("DOCUMENT_MAX_MEGABYTES") or 25) * 1_000_000
CLAMAV_SOCKET = os.environ.get("CLAMAV_SOCKET", "").strip()
CLAMAV_TIMEOUT = float(os.environ.get("CLAMAV_TIMEOUT") or 20)  # seconds, for each step of the conversation

# An upload above this goes to disk while it comes in; how big it may be, the intake says.
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# A page of an application has up to 300 rows of seven boxes (rulebook.application.pages.people).
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
