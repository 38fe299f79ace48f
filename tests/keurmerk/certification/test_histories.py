"""Random lives of a certificate: no sequence of acts, refusals and days leads to an unlawful state."""

from typing import Any

import hypothesis.strategies as st
import pytest
from django.db import transaction
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from keurmerk.accounts.models import User
from keurmerk.certification.service import intending, signing
from keurmerk.journal import service as journal
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.states import Mark
from tests.keurmerk.certification.histories import Life, check_moment, check_told, deciders, sealed_pdf

pytestmark = pytest.mark.django_db
ENTERED = sorted(set(Fact) - DERIVED)
LIVES = 100
"""Of each part. A part has a seed of its own: from the same sources always the same lives."""
FEW, MANY = range(5), range(5, 55)
"""Parts on each database: a thousand lives in all by `make test`, and ten thousand others by `make proof`."""

WAITING = st.tuples(st.just("wait"), st.sampled_from([1, 6, 30, 95, 200, 400]))
KNOWING = st.tuples(st.just("establish"), st.sampled_from(ENTERED), st.booleans())
ACTING = st.tuples(st.just("act"), st.integers(0, 40), st.integers(0, 12), st.integers(1, 10))
STEPS = st.one_of(WAITING, ACTING, KNOWING, ACTING)
"""One rule: of several, hypothesis leaves some out of a life, and then nobody acts in half of the lives."""


class CertificateLife(RuleBasedStateMachine):
    """Every life in a transaction that is undone after it: the next finds the database as this one did."""

    def __init__(self, people: tuple[User, User]) -> None:
        super().__init__()
        self.people = people
        self.transaction = transaction.atomic()
        self.transaction.__enter__()

    def teardown(self) -> None:
        try:
            if hasattr(self, "life"):
                check_told(self.life)
            assert journal.verify().holds
        finally:
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    @initialize(mark=st.sampled_from([None, *Mark]))
    def begin(self, mark: Mark | None) -> None:
        self.life = Life.begin(mark, self.people)

    @rule(step=STEPS)
    def live(self, step: tuple[Any, ...]) -> None:
        match step:
            case ("wait", int(days)):
                self.life.wait(days)
            case ("establish", Fact() as fact, bool(holds)):
                self.life.establish(fact, holds=holds)
                self.life.wait(0)  # a fact can make something due at once
            case ("act", int(choice), int(ground), int(months)):
                events = self.life.possible_events()
                if events:
                    self.life.try_event(events[choice % len(events)], ground, months)
                    self.life.wait(0)  # what is restored may have ended meanwhile

    @invariant()
    def is_lawful(self) -> None:
        if hasattr(self, "life"):
            check_moment(self.life)


@pytest.fixture
def one_letter(monkeypatch):
    """Letters are composed, but typeset and sealed once: it is the status that counts here."""
    pdf = sealed_pdf()
    for module in (signing, intending):
        monkeypatch.setattr(module.letters, "to_pdf", lambda _letter: pdf)
        monkeypatch.setattr(module.letters, "seal", lambda made, **_given: made)


@pytest.mark.parametrize("part", [*FEW, *(pytest.param(part, marks=pytest.mark.proof) for part in MANY)])
def test_no_history_leads_to_an_unlawful_state(part, one_letter):
    people = deciders()

    @seed(part)
    def life():
        return CertificateLife(people)

    run_state_machine_as_test(
        life,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=10,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
