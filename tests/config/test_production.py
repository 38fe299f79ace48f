"""Production says no before it runs half safe."""

import os
import subprocess
import sys

import pytest

SECRETS = {
    "SECRET_KEY": "abcdefgh12" * 6,
    "KEURMERK_FILE_KEYS": "a-long-random-key, an-older-key",
    "ALLOWED_HOSTS": "keurmerk.example",
    "KEURMERK_SEAL_FILE": "seal.p12",
    "KEURMERK_SEAL_PASSWORD": "the-word-of-the-seal",
}


def start(tmp_path, **environment):
    bare = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    given = (
        bare
        | environment
        | {"DJANGO_SETTINGS_MODULE": "config.settings.production", "KEURMERK_HOME": str(tmp_path)}
    )
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, env=given, capture_output=True, text=True, check=False)


def test_with_its_secrets_it_passes_the_deployment_check(tmp_path):
    done = start(tmp_path, **SECRETS)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("missing", SECRETS)
def test_without_a_secret_it_refuses_and_makes_none_up(tmp_path, missing):
    done = start(tmp_path, **{name: value for name, value in SECRETS.items() if name != missing})
    assert done.returncode != 0
    assert f"{missing} must be set" in done.stderr
    assert list(tmp_path.iterdir()) == []
