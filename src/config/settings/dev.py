"""On one's own machine and for `make demo`: secrets are made on first use and kept in the data folder."""

import os
from typing import Any

from config.environment import flag, kept_secret
from config.settings.base import *  # noqa: F403
from config.settings.includes.storage import HOME, STATIC_ROOT

DEBUG = flag("KEURMERK_DEBUG", default=True)
# Every page says that schools and persons are made up.
DEMO_DATA = flag("KEURMERK_DEMO", default=False)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
STATIC_ROOT.mkdir(exist_ok=True)
SECRET_KEY = kept_secret("SECRET_KEY", HOME)
FILE_KEYS = [kept_secret("KEURMERK_FILE_KEYS", HOME)]
# `make demo` runs a mail server of its own and says on which port; without one, mail is printed.
MAIL_PORT = os.environ.get("EMAIL_PORT", "")
MAILERS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": int(MAIL_PORT), "timeout": 10},
    }
    if MAIL_PORT
    else {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
}
