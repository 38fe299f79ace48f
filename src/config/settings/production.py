"""For real: refuses to start without its secrets, speaks TLS only."""

import os

from config.environment import required, words
from config.seal import required_seal
from config.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = required("SECRET_KEY")
SECRET_KEY_FALLBACKS = words("SECRET_KEY_FALLBACKS")
# The first key encrypts, the others still open what they once closed.
FILE_KEYS = [key.strip() for key in required("KEURMERK_FILE_KEYS").split(",") if key.strip()]
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",")]
SITE_ADDRESS = os.environ.get("SITE_ADDRESS", f"https://{ALLOWED_HOSTS[0]}").rstrip("/")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

LETTER_SEAL = required_seal()

SECOND_FACTOR_COMPULSORY = True

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = ["^gezond$"]  # asked from the machine itself, without the proxy
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# W021: a place on the browsers' preload list is for whoever owns the host name to ask for.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", f"keurmerk@{ALLOWED_HOSTS[0]}")
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": os.environ.get("EMAIL_HOST", "localhost"),
            "port": int(os.environ.get("EMAIL_PORT", "25")),
            # A conversation of some ten steps must end within the lease of keurmerk.messaging.
            "timeout": 30,
        },
    },
}
