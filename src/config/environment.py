"""What the settings take from outside: the data folder, switches and secrets."""

import os
import secrets
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]


def home() -> Path:
    """The folder for everything that is kept: database, uploads, snapshots, receipts."""
    given = os.environ.get("KEURMERK_HOME")
    if given:
        return Path(given).resolve()
    base = ROOT if (ROOT / "pyproject.toml").exists() else Path.cwd()
    return base / "var"


def flag(name: str, *, default: bool) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes", "ja"}


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def required(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} must be set in the environment; production makes no secrets up.")
    return value


def kept_secret(name: str, folder: Path, *, size: int = 48) -> str:
    """A secret from the environment, else from a file only its owner may read, made on first use."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    path = folder / "secrets" / name.lower()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _create_once(path, secrets.token_urlsafe(size))
    return path.read_text().strip()


def _create_once(path: Path, value: str) -> None:
    """Link a whole file into place: of several processes starting at once, one wins and none reads half."""
    if path.exists():
        return
    handle, draft = tempfile.mkstemp(dir=path.parent)  # only its owner may read it
    with os.fdopen(handle, "w") as out:
        out.write(value)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process made it a moment ago; its value holds for all
    finally:
        Path(draft).unlink()
