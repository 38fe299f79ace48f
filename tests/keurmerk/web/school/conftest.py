"""A school and somebody of it, signed in."""

from html import unescape

import pytest
from django.test import Client

from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user

__all__ = ["own_store"]


@pytest.fixture
def school(db):
    return make_school()


class School(Client):
    """Somebody of a school; what waits for the end of a transaction happens, as it does outside tests."""

    def __init__(self, capture):
        super().__init__()
        self._capture = capture

    def post(self, *args, **given):
        with self._capture(execute=True):
            return super().post(*args, **given)


@pytest.fixture
def browser_of(school, django_capture_on_commit_callbacks):
    client = School(django_capture_on_commit_callbacks)
    client.force_login(make_school_user(school))
    return client


def page_of(answer):
    """The page as people read it: entities resolved, spaces as one."""
    return " ".join(unescape(answer.content.decode()).split())
