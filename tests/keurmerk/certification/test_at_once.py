"""Two people, or one person twice, at the same moment: one of them is told, and nothing is half."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from keurmerk.certification.enums import DecisionState
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Change, Decision
from keurmerk.certification.service import changes, deciding, law, signing
from keurmerk.journal import service as journal
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, Hearing, Parameter
from rulebook.lifecycle.states import Mark, State
from tests.keurmerk.certification.histories import Life, check_lawful, deciders

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Run these at the same moment; give for each what it returned, or the refusal."""
    start = Barrier(len(acts))

    def act(do):
        try:
            start.wait()
            return do()
        except NotPossibleError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, acts))


def submitted(life, event, grounds=(), hearing=Hearing.UNLESS_URGENT, months=3):
    row_parameters = (Parameter.EFFECTIVE_ON, Parameter.MONTHS)
    values = life.values_for(row_parameters if event != Event.WITHDRAW else row_parameters[:1], months)
    decision = life.draft(event, grounds, values, hearing)
    return deciding.submit(decision.pk, by=life.preparer, today=life.today)


@pytest.fixture
def life():
    return Life.begin(Mark.INDEFINITE)


def test_of_two_who_sign_one_decision_at_once_the_second_hears_that_it_is_signed(life):
    decision = submitted(life, Event.SUSPEND_FOR_INQUIRY, ("onregelmatigheden",))
    answers = at_once(*[lambda: signing.sign(decision.pk, by=life.signer, now=life.now)] * 2)
    refused = [each for each in answers if isinstance(each, NotPossibleError)]
    assert [each.codes for each in refused] == [("al_getekend",)]
    assert Change.objects.count() == 1
    assert Message.objects.filter(key__startswith=f"decision:{decision.public_id}").count() == 1
    check_lawful(life)


def test_of_two_decisions_at_once_on_one_certificate_the_second_is_looked_at_again(life):
    suspension = submitted(life, Event.SUSPEND_FOR_INQUIRY, ("onregelmatigheden",))
    withdrawal = submitted(life, Event.WITHDRAW, ("onregelmatigheden",))
    answers = at_once(
        *[
            lambda pk=each.pk: signing.sign(pk, by=life.signer, now=life.now)
            for each in (suspension, withdrawal)
        ]
    )
    refused = [each for each in answers if isinstance(each, NotPossibleError)]
    assert [each.codes for each in refused] == [("dossier_gewijzigd",)]
    assert Decision.objects.filter(state=DecisionState.SIGNED).count() == 1
    assert Decision.objects.filter(state=DecisionState.SUBMITTED).count() == 1
    check_lawful(life)


def test_the_same_step_twice_at_once_happens_once():
    life = Life.begin()
    life.establish(Fact.AGREEMENT_SIGNED, holds=True)
    case, certificate = life.case(), life.certificate
    step = changes.Step(event=Event.CONCLUDE_AGREEMENT, by=Actor.STAFF, user=life.preparer)
    answers = at_once(*[lambda: changes.make(certificate.pk, step, case=case, today=life.today)] * 3)
    assert sum(isinstance(each, NotPossibleError) for each in answers) == 2
    assert life.certificate.state == State.AGREEMENT
    check_lawful(life)


def test_two_workers_carry_out_the_law_once(life):
    decision = submitted(life, Event.SUSPEND_FOR_INQUIRY, ("onregelmatigheden",), months=1)
    signing.sign(decision.pk, by=life.signer, now=life.now)
    life.today = life.certificate.suspended_until.replace(year=life.today.year + 1)
    at_once(*[lambda: law.carry_out_law(life.now)] * 2)
    assert Change.objects.filter(event=Event.SUSPENSION_ENDS).count() == 1
    check_lawful(life)


@pytest.mark.parametrize("histories", [8, pytest.param(150, marks=pytest.mark.proof)])
def test_deciders_who_act_at_once_on_random_certificates_leave_them_lawful(histories):
    """Whatever two or three people want at the same moment, in any state."""
    chance, people = random.Random(20261121), deciders()
    for _ in range(histories):
        life = Life.begin(chance.choice([None, *Mark]), people)
        for _ in range(3):
            events = life.possible_events()
            if not events:
                break
            wanted = [
                (chance.choice(events), chance.randrange(12), chance.randrange(1, 10))
                for _ in range(chance.choice([2, 3]))
            ]
            at_once(*[lambda want=want, mine=life: mine.try_event(*want) for want in wanted])
            life.today = life.today.replace(day=1)
            check_lawful(life)
    assert journal.verify().holds
