"""A file store of a test's own."""

import pytest

from keurmerk.shared.files import EncryptedStore


@pytest.fixture(autouse=True)
def own_store(tmp_path, settings):
    settings.FILES_ROOT = tmp_path / "files"


def on_disk() -> list[str]:
    """The names of all files in the store of this test."""
    return EncryptedStore.configured().names()
