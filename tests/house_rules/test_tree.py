"""What may not stand in the repository, and what may not grow or lie about unused."""

import re
import subprocess
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "keurmerk" / "web"
LONGEST = 400

# Written in pieces, so that this file passes its own test.
HOSTS = ["pypi" + ".org", "pythonhosted" + ".org", "registry." + "npmjs", "deb." + "debian.org"]
MACHINE_PATH = re.compile(r"(?<![\w.~$}/-])/(?:work|tmp|root|home)/[\w.]")


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: tracked files are unknown")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(path):
    try:
        return path.read_text()
    except UnicodeDecodeError:
        return ""


def test_no_tracked_file_names_a_package_registry_or_a_path_of_one_machine():
    found = []
    for path in tracked():
        text = text_of(path)
        if any(host in text for host in HOSTS) or MACHINE_PATH.search(text):
            found.append(str(path.relative_to(ROOT)))
    assert found == []


def test_no_source_file_is_longer_than_one_topic_needs():
    sources = [path for path in tracked() if path.suffix == ".py" and "migrations" not in path.parts]
    assert {str(path): size for path in sources if (size := len(text_of(path).splitlines())) > LONGEST} == {}


def templates():
    return sorted(
        (path.relative_to(root), root) for root in WEB.rglob("templates") for path in root.rglob("*.html")
    )


def is_for_a_library(name):
    """Django and the libraries ask for these by names of their own."""
    ours = {"account", "mfa", "usersessions", "socialaccount", "allauth", "django", "admin"}
    return name.parts[0] in ours or (len(name.parts) == 1 and name.stem[:3].isdigit())


def test_every_template_is_used():
    texts = [text_of(path) for kind in ("*.py", "*.html") for path in (ROOT / "src").rglob(kind)]
    unused = [
        str(name)
        for name, _ in templates()
        if not is_for_a_library(name)
        and not any(f'"{name}"' in text or f"'{name}'" in text for text in texts)
    ]
    assert unused == []


@pytest.mark.parametrize("name", [str(name) for name, _ in templates()])
def test_every_template_compiles(name):
    assert get_template(name)
