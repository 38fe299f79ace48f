"""`make test`: the checks, then all tests in random order on two processes; `make proof`: the long tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import check

ROOT = Path(__file__).resolve().parents[1]
PYTEST = [sys.executable, "-m", "pytest", "-n", "2"]


def install_chromium() -> None:
    """In CI a browser is not optional; Debian's own package, as root or through sudo."""
    if shutil.which("chromium"):
        return
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    unattended = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "chromium"]):
        subprocess.run(
            [*as_root, "apt-get", "-qq", *words], env=unattended, check=False, stdout=subprocess.DEVNULL
        )


def main() -> None:
    if os.environ.get("CI") == "true":
        install_chromium()
    os.chdir(ROOT)
    if "--proof" in sys.argv[1:]:
        os.execv(PYTEST[0], [*PYTEST, "-m", "proof", "-p", "tests.proof.kill_counts"])  # noqa: S606
    if not check.all_fine():
        sys.exit("make check failed; the tests were not run.")
    os.execv(PYTEST[0], [*PYTEST, "-m", "not proof"])  # noqa: S606


if __name__ == "__main__":
    main()
