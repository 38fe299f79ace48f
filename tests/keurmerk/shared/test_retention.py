from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from keurmerk.shared import retention


@pytest.fixture
def registry(monkeypatch):
    monkeypatch.setattr(retention, "_entries", {})


def entry(model, purge=None):
    return retention.Retention(model, "wat", "hoe lang", "waarom", purge)


def test_a_model_is_registered_once(registry):
    retention.register(entry("app.Model"))
    with pytest.raises(ValueError, match="twice"):
        retention.register(entry("app.Model"))


@pytest.mark.django_db
def test_purge_runs_what_has_a_purge_with_the_given_day(registry):
    seen = []
    retention.register(entry("app.Kept"), entry("app.Gone", lambda today: seen.append(today) or 3))
    assert retention.purge_due(date(2026, 1, 1)) == {"app.Gone": 3}
    assert seen == [date(2026, 1, 1)]


@pytest.mark.django_db
def test_command_says_what_went():
    out = StringIO()
    call_command("purge_due", "--today", "2026-01-01", stdout=out)
    assert "accounts.User: 0 verwijderd" in out.getvalue()
