"""Production says no before it runs half safe."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from keurmerk.letters.authority import new_test_bundle

SECRETS = {
    "SECRET_KEY": "abcdefgh12" * 6,
    "KEURMERK_FILE_KEYS": "a-long-random-key, an-older-key",
    "ALLOWED_HOSTS": "keurmerk.example",
    "KEURMERK_SEAL_PASSWORD": "the-word-of-the-seal",
}


@pytest.fixture(scope="module")
def seal(tmp_path_factory):
    path = tmp_path_factory.mktemp("seal") / "seal.p12"
    key, certificate, chain = pkcs12.load_key_and_certificates(new_test_bundle(datetime.now(UTC)), None)
    password = BestAvailableEncryption(SECRETS["KEURMERK_SEAL_PASSWORD"].encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", key, certificate, chain, password))
    return {"KEURMERK_SEAL_FILE": str(path)}


def start(tmp_path, **environment):
    bare = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    given = (
        bare
        | environment
        | {"DJANGO_SETTINGS_MODULE": "config.settings.production", "KEURMERK_HOME": str(tmp_path)}
    )
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, env=given, capture_output=True, text=True, check=False)


def test_with_its_secrets_it_passes_the_deployment_check(tmp_path, seal):
    done = start(tmp_path, **SECRETS, **seal)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("missing", [*SECRETS, "KEURMERK_SEAL_FILE"])
def test_without_a_secret_it_refuses_and_makes_none_up(tmp_path, seal, missing):
    given = SECRETS | seal
    done = start(tmp_path, **{name: value for name, value in given.items() if name != missing})
    assert done.returncode != 0
    assert f"{missing} must be set" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "wrong", [{"KEURMERK_SEAL_PASSWORD": "another"}, {"KEURMERK_SEAL_FILE": "nowhere.p12"}]
)
def test_with_a_seal_that_does_not_open_it_refuses(tmp_path, seal, wrong):
    done = start(tmp_path, **(SECRETS | seal | wrong))
    assert done.returncode != 0
    assert "the seal of letters cannot be opened" in done.stderr
