import pytest
from django.test import Client


@pytest.fixture
def visitor() -> Client:
    """Somebody who did not sign in, and no database at all: a page that asks it anything fails the test."""
    return Client()
