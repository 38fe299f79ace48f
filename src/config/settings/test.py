"""For tests: quick hashing, tasks at once, files and databases that go away.

This is SQLite; tests/databases.py runs the database tests on PostgreSQL too.
"""

import atexit
import shutil
import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403
from config.settings.includes.storage import CACHES, database

_SCRATCH = Path(tempfile.mkdtemp(prefix="keurmerk-test-"))
atexit.register(shutil.rmtree, _SCRATCH, ignore_errors=True)

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
FILE_KEYS = ["only-for-tests"]
FILES_ROOT = _SCRATCH / "files"
SITE_ADDRESS = "http://testserver"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
CACHES = CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LETTER_TEST_AUTHORITY = _SCRATCH / "testzegel.p12"
STATIC_ROOT = _SCRATCH / "static"
STATIC_ROOT.mkdir()
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}

DATABASES = {"default": database(f"sqlite:///{_SCRATCH / 'keurmerk.sqlite3'}")}
# In a file, not in memory: the tests close the connection when they change databases.
DATABASES["default"]["TEST"] = {"NAME": str(_SCRATCH / "test.sqlite3")}
