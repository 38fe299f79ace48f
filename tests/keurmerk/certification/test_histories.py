"""Random lives of a certificate: no sequence of acts, refusals and days leads to an unlawful state."""

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from keurmerk.certification.service import intending, signing
from keurmerk.journal import service as journal
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.states import Mark
from tests.keurmerk.certification.histories import Life, check_lawful, sealed_pdf

pytestmark = pytest.mark.django_db
ENTERED = sorted(set(Fact) - DERIVED)
HISTORIES, FEW = 5_000, 200
"""On each database: ten thousand in all by `make proof`; `make test` plays the first, always the same."""


class CertificateLife(RuleBasedStateMachine):
    @initialize(mark=st.sampled_from([None, *Mark]))
    def begin(self, mark: Mark | None) -> None:
        self.life = Life.begin(mark)

    @rule(days=st.sampled_from([1, 6, 30, 95, 200, 400]))
    def wait(self, days: int) -> None:
        self.life.wait(days)

    @rule(fact=st.sampled_from(ENTERED), holds=st.booleans())
    def establish(self, fact: Fact, holds: bool) -> None:
        self.life.establish(fact, holds=holds)

    @rule(choice=st.integers(0, 40), ground=st.integers(0, 12), months=st.integers(1, 10))
    def act(self, choice: int, ground: int, months: int) -> None:
        events = self.life.possible_events()
        if events:
            self.life.try_event(events[choice % len(events)], ground, months)

    @invariant()
    def is_lawful(self) -> None:
        if hasattr(self, "life"):
            check_lawful(self.life)


@pytest.fixture
def one_letter(monkeypatch):
    """Letters are composed, but typeset and sealed once: it is the status that counts here."""
    pdf = sealed_pdf()
    for module in (signing, intending):
        monkeypatch.setattr(module.letters, "to_pdf", lambda _letter: pdf)
        monkeypatch.setattr(module.letters, "seal", lambda made, **_given: made)


@pytest.mark.parametrize("histories", [FEW, pytest.param(HISTORIES, marks=pytest.mark.proof)])
def test_no_history_leads_to_an_unlawful_state(histories, one_letter):
    run_state_machine_as_test(
        CertificateLife,
        settings=settings(
            max_examples=histories,
            stateful_step_count=10,
            derandomize=True,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert journal.verify().holds
