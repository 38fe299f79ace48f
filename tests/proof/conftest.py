"""Fixtures of other tests that the long ones use too."""

from tests.smtp import mail_server

__all__ = ["mail_server"]
