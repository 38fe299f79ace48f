"""Everything that can be said about the code without running it; all checks run, all failures are shown."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = {
    "types": ["mypy"],
    "import contracts": ["lint-imports"],
    "style": ["ruff", "check", "--quiet"],
    "layout": ["ruff", "format", "--check", "--quiet"],
    "migrations": ["django", "makemigrations", "--check", "--dry-run"],
    "templates": ["djlint", "src", "--lint"],
}


def command(words: list[str]) -> list[str]:
    """A tool of the virtual environment, whatever is on PATH."""
    if words[0] == "django":
        return [sys.executable, "-W", "error", "-m", *words]
    return [str(Path(sys.executable).with_name(words[0])), *words[1:]]


def run(name: str) -> bool:
    started = time.monotonic()
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
    done = subprocess.run(
        command(CHECKS[name]), cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    fine = done.returncode == 0
    said = "" if fine else f"\n{done.stdout}{done.stderr}"
    print(f"{'ok    ' if fine else 'FAILED'} {name} ({time.monotonic() - started:.0f} s){said}", flush=True)
    return fine


def all_fine() -> bool:
    with ThreadPoolExecutor(2) as pool:
        return all(list(pool.map(run, CHECKS)))


if __name__ == "__main__":
    sys.exit(not all_fine())
