"""On one's own machine and for `make demo`: secrets are made on first use and kept in the data folder."""

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
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
