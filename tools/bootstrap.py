"""Make `.venv` ready, with the standard library only: find a Python, get uv, install what the lock names.

Runs on any Python from 3.8, so that an old `python3` can find a newer one. A second run sees that nothing
changed and does nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "keurmerk-stamp"
OLDEST = (3, 12)
PREFERRED = (ROOT / ".python-version").read_text().strip()
NAMES = ["python" + PREFERRED, "python3.14", "python3.13", "python3.12", "python3", "python"]
PROBE = "import ensurepip, sys, venv; print('%d.%d.%d' % sys.version_info[:3])"

HELP = """
Keurmerk needs Python {oldest} or newer, with the modules venv and ensurepip. None of these fits:
{seen}
How to get one:
  Debian, Ubuntu   sudo apt install python3 python3-venv     (Debian 13, Ubuntu 24.04 or newer)
  Fedora           sudo dnf install python3
  macOS            brew install python@{preferred}
  pyenv            pyenv install {preferred}
  otherwise        https://www.python.org/downloads/
Then run the same command again.
"""


def say(text: str) -> None:
    print("keurmerk: " + text, flush=True)


def candidates() -> list[str]:
    """Interpreters by name on PATH, then those that pyenv keeps, newest first."""
    found = [shutil.which(name) or name for name in NAMES]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    kept = sorted(pyenv.glob("versions/*/bin/python"), key=lambda path: numbers(path.parts[-3]), reverse=True)
    return list(dict.fromkeys(found + [str(path) for path in kept]))


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def version_of(python: str) -> str | None:
    """What it answers; None when it is not there, cannot start, or lacks what a virtual environment needs."""
    try:
        answer = subprocess.run([python, "-c", PROBE], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip()


def find_python() -> str:
    seen = {python: version_of(python) for python in candidates()}
    fitting = {python: version for python, version in seen.items() if version and numbers(version) >= OLDEST}
    for python, version in fitting.items():
        if version.startswith(PREFERRED + "."):
            return python
    if fitting:
        return next(iter(fitting))
    lines = [f"  {python}: {version or 'not there, or without venv'}" for python, version in seen.items()]
    oldest = ".".join(map(str, OLDEST))
    sys.exit(HELP.format(oldest=oldest, preferred=PREFERRED, seen="\n".join(lines)))


def lock_of(group: str) -> Path:
    return ROOT / "requirements" / f"{group}.lock"


def fingerprint(group: str) -> str:
    """What the environment was made from; another content means it must be made again."""
    parts = [lock_of(group), ROOT / "pyproject.toml", Path(__file__)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()


def is_ready(group: str) -> bool:
    if not STAMP.exists() or version_of(str(PYTHON)) is None:
        return False
    made_for, _, made_from = STAMP.read_text().partition(" ")
    return made_for in {group, "dev"} and made_from == fingerprint(made_for)


def make_venv() -> None:
    version = version_of(str(PYTHON))
    if version and numbers(version) >= OLDEST:
        return
    python = find_python()
    say(f"making .venv with {python} ({version_of(python)})")
    run([python, "-m", "venv", "--clear", str(VENV)])


def uv_command() -> str:
    """The uv of this machine, else one from the package index, apart from what the lock governs."""
    on_path = shutil.which("uv")
    if on_path:
        return on_path
    home = VENV / "uv"
    if not (home / "bin" / "uv").exists():
        say("getting uv from the package index")
        pins = str(ROOT / "requirements" / "uv.lock")
        run(
            [str(PYTHON), "-m", "pip", "install", "-q", "--require-hashes", "--target", str(home), "-r", pins]
        )
    return str(home / "bin" / "uv")


def install(group: str) -> None:
    uv = uv_command()
    say(f"installing {lock_of(group).relative_to(ROOT)}")
    target = ["--python", str(PYTHON), "-q"]
    run([uv, "pip", "sync", *target, "--require-hashes", str(lock_of(group))])
    run([uv, "pip", "install", *target, "--no-deps", "-e", str(ROOT)])


def environment() -> dict[str, str]:
    """What pip was told about the way to the package index holds for uv too."""
    told = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    for of_uv, of_pip in (("SSL_CERT_FILE", "PIP_CERT"), ("UV_DEFAULT_INDEX", "PIP_INDEX_URL")):
        if of_pip in told:
            told.setdefault(of_uv, told[of_pip])
    return told


def run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, env=environment(), check=False)
    if done.returncode:
        sys.exit(f"keurmerk: this failed: {' '.join(command)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="with the tools for testing")
    group = "dev" if parser.parse_args().dev else "runtime"
    if is_ready(group):
        return
    make_venv()
    install(group)
    STAMP.write_text(f"{group} {fingerprint(group)}")
    say("ready: .venv/bin/keurmerk")


if __name__ == "__main__":
    main()
