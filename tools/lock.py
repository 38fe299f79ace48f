"""Write requirements/*.lock: exact versions with hashes, for every platform, without host names."""

import subprocess
import sys
from pathlib import Path

from bootstrap import ROOT, environment, uv_command

OPTIONS = [
    "--universal",
    "--python-version=3.12",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--quiet",
]


def compile_lock(name: str, *source: str, given: str | None = None) -> None:
    out = Path("requirements") / f"{name}.lock"
    print(out)
    command = [uv_command(), "pip", "compile", *OPTIONS, *source, "-o", str(out), *sys.argv[1:]]
    subprocess.run(
        command, cwd=ROOT, env=environment(), check=True, input=given, text=True, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    compile_lock("runtime", "pyproject.toml")
    compile_lock("dev", "pyproject.toml", "--group=dev")
    compile_lock("uv", "-", given="uv")
