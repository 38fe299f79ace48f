"""Web server and worker killed at random during decisions and mails: no decision lost, none half."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keurmerk.certification.enums import DecisionState
from keurmerk.certification.models import Change, Decision
from keurmerk.certification.service import deciding, signing
from keurmerk.certification.service.certificates import Holding, take_over
from keurmerk.documents import service as documents
from keurmerk.journal import service as journal
from keurmerk.journal.models import Entry
from keurmerk.letters import check_seal
from keurmerk.messaging.delivery import send_due
from keurmerk.messaging.enums import UNDER_WAY
from keurmerk.messaging.models import Message
from keurmerk.shared.files import sweep_unnamed
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Hearing, Parameter
from rulebook.lifecycle.states import Mark, State
from tests.keurmerk.certification.histories import Life
from tests.keurmerk.messaging.test_faults import _database as database_of_this_test

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.proof]
SCRIPT = Path(__file__).with_name("killed_process.py")
SEED = 20261121
KILLS = 100
"""On each database: two hundred in all."""


def waiting_decision() -> Decision:
    life = Life.begin()
    life.today = timezone.localdate()
    holding = Holding(mark=Mark.INDEFINITE, period_first=date(2024, 1, 1), source="Proef")
    take_over(life.school, holding, taken_by=life.preparer, today=life.today)
    life.establish(Fact.NORM_FAILED, holds=True)
    life.establish(Fact.FAILED_AGAIN, holds=False)
    values = life.values_for((Parameter.UNTIL,), months=3)
    decision = life.draft(Event.WARN, ("norm",), values, Hearing.NONE)
    return deciding.submit(decision.pk, by=life.preparer, today=life.today)


def killed(mail_server, decisions, kills):
    """One signer for all, so that one browser can sign them."""
    signer = signer_of(decisions)
    browser = Client()
    browser.force_login(signer)
    told = {
        "database": {
            name: str(value) if name == "NAME" else value
            for name, value in database_of_this_test().items()
            if name in {"ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS"}
        },
        "mailers": mail_server.settings,
        "files": str(settings.FILES_ROOT),
        "session": browser.cookies[settings.SESSION_COOKIE_NAME].value,
        "addresses": [reverse("staff:decision-sign", args=[each.public_id]) for each in decisions],
        "kills": kills,
        "seed": SEED,
    }
    return subprocess.run(
        [sys.executable, str(SCRIPT), json.dumps(told)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"},
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )


def signer_of(decisions):
    from keurmerk.certification.models import Mandate  # noqa: PLC0415

    signer = Mandate.objects.latest("pk").user
    assert all(signer.pk not in decision.authors for decision in decisions)
    return signer


def whole_or_untouched(decision: Decision) -> str:
    """A decision that is signed has everything; one that is not has nothing."""
    changes = Change.objects.filter(certificate=decision.case.certificate)
    mails = Message.objects.filter(key__startswith=f"decision:{decision.public_id}")
    lines = Entry.objects.filter(kind="decision.signed", subject_id=str(decision.public_id))
    if decision.state == DecisionState.SUBMITTED:
        assert (decision.change, decision.letter, decision.signed_by) == (None, None, None)
        assert (changes.count(), mails.count(), lines.count()) == (0, 0, 0)
        assert decision.case.certificate.state == State.INDEFINITE
        return "waits"
    assert decision.state == DecisionState.SIGNED
    assert changes.get() == decision.change
    assert decision.case.certificate.state == State.INDEFINITE_WARNED
    assert check_seal(documents.contents(decision.letter)).intact
    assert mails.count() == decision.case.school.memberships.count() == 1
    assert lines.count() == 1
    assert decision.case.terms.filter(code="hersteltermijn", ended_on=None).count() == 1
    return "signed"


def test_killed_two_hundred_times_no_decision_is_lost_and_none_is_half(mail_server):
    decisions = [waiting_decision() for _ in range(KILLS // 2)]
    connection.close()

    done = killed(mail_server, decisions, KILLS)
    assert done.returncode == 0, done.stderr

    seen = Counter(whole_or_untouched(Decision.objects.get(pk=each.pk)) for each in decisions)
    assert journal.verify().holds
    for each in Decision.objects.filter(state=DecisionState.SUBMITTED):
        signing.sign(each.pk, by=signer_of([each]), now=timezone.now())
    for each in decisions:
        assert whole_or_untouched(Decision.objects.get(pk=each.pk)) == "signed"
    everything_arrives(mail_server)
    sweep_unnamed(timezone.now() + timedelta(minutes=1))
    assert [whole_or_untouched(Decision.objects.get(pk=each.pk)) for each in decisions].count(
        "signed"
    ) == len(decisions)
    assert seen["signed"] > 0


def everything_arrives(mail_server):
    patience = time.monotonic() + 60
    while Message.objects.filter(state__in=UNDER_WAY).exists() and time.monotonic() < patience:
        send_due(timezone.now() + timedelta(minutes=11))
    arrived = Counter(mail["Message-ID"] for mail in mail_server.mails)
    counted = dict(Message.objects.values_list("message_id", "possible_duplicates"))
    assert set(arrived) == set(counted)
    assert [found for found, copies in arrived.items() if copies > 1 + counted[found]] == []
