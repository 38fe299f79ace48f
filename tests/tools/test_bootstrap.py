"""The bootstrap finds a Python that fits, or says what it looked for."""

import importlib.util
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("bootstrap_under_test", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    return module


def make_python(path, answer, status=0):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {answer}\nexit {status}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_version_it_was_tested_on_comes_first(bootstrap, tmp_path):
    make_python(tmp_path / "bin" / "python3", "3.14.1")
    wanted = make_python(tmp_path / "pyenv" / "versions" / "3.13.0" / "bin" / "python", "3.13.0")
    assert bootstrap.find_python() == wanted


def test_another_that_fits_will_do(bootstrap, tmp_path):
    make_python(tmp_path / "bin" / "python3", "3.11.2")
    wanted = make_python(tmp_path / "bin" / "python", "3.12.4")
    assert bootstrap.find_python() == wanted


def test_one_that_cannot_make_an_environment_does_not_fit(bootstrap, tmp_path):
    make_python(tmp_path / "bin" / "python3.13", "3.13.0", status=1)
    wanted = make_python(tmp_path / "bin" / "python3.12", "3.12.4")
    assert bootstrap.find_python() == wanted


def test_of_several_in_pyenv_the_newest(bootstrap, tmp_path):
    for version in ("3.9.18", "3.14.0", "3.12.1"):
        make_python(tmp_path / "pyenv" / "versions" / version / "bin" / "python", version)
    assert "3.14.0" in bootstrap.find_python()


def test_when_none_fits_it_says_what_it_looked_for_and_how_to_get_one(bootstrap, tmp_path):
    old = make_python(tmp_path / "bin" / "python3", "3.11.2")
    with pytest.raises(SystemExit) as stopped:
        bootstrap.find_python()
    said = str(stopped.value)
    assert f"{old}: 3.11.2" in said
    assert "python3.14: not there" in said
    assert "apt install" in said


def test_ready_only_while_nothing_changed(bootstrap, tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(bootstrap, "PYTHON", Path(sys.executable))
    assert not bootstrap.is_ready("runtime")
    bootstrap.STAMP.write_text(f"dev {bootstrap.fingerprint('dev')}")
    assert bootstrap.is_ready("runtime")
    assert bootstrap.is_ready("dev")
    bootstrap.STAMP.write_text(f"runtime {bootstrap.fingerprint('runtime')}")
    assert not bootstrap.is_ready("dev")
    bootstrap.STAMP.write_text("dev something-older")
    assert not bootstrap.is_ready("dev")


@pytest.mark.parametrize("name", ["python3.8", "python3.11"])
def test_an_old_python_can_run_it(name):
    versions = Path.home() / ".pyenv" / "versions"
    found = sorted(versions.glob(name.replace("python", "") + ".*/bin/python"))
    if not found:
        pytest.skip(f"no {name} here")
    done = subprocess.run(
        [found[0], TOOL, "--help"], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr
