"""Plans and objections at the same moment: two staff, or one button twice. One goes, the other is told."""

from datetime import date
from threading import Event as Signal

import pytest
from django.db import transaction

from keurmerk.certification.enums import Manner
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Objection, Plan, Term
from keurmerk.certification.service import deciding, intending, objections, plans, signing
from keurmerk.journal import service as journal
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import Event, ObjectionEvent
from rulebook.lifecycle.facts import Fact
from tests.factories.certification import (
    answer_ready,
    establish,
    filed,
    heard,
    make_case,
    make_decider,
    make_staff,
    noon,
    suspended,
)
from tests.factories.organisations import make_school_user
from tests.keurmerk.certification.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
SENT, TODAY = date(2026, 3, 2), date(2026, 3, 20)
QUESTION = plans.Question(grounds=("tevredenheid",), facts_text="Het cijfer was 6,4.")


@pytest.fixture
def case():
    case = make_case(today=SENT)
    make_school_user(case.school)
    establish(case, Fact.SATISFACTION_FAILED, today=SENT)
    establish(case, Fact.FAILED_AGAIN, holds=False, today=SENT)
    return case


def refusals(answers):
    return [each.codes for each in answers if isinstance(each, NotPossibleError)]


def test_two_staff_ask_a_plan_at_once(case):
    staff = [make_staff(), make_staff()]
    answers = at_once(
        *[lambda by=by: plans.ask(case, QUESTION, asked_by=by, now=noon(TODAY)) for by in staff]
    )
    assert refusals(answers) == [("plan_loopt",)]
    assert Plan.objects.count() == Term.objects.filter(code="plan_indienen").count() == 1


def test_the_school_files_while_the_worker_says_that_it_is_too_late(case):
    plan = plans.ask(case, QUESTION, asked_by=make_staff(), now=noon(TODAY))
    user, after = make_school_user(case.school), date(2026, 4, 18)
    filing = plans.Filed(causes="Uitval", measures="Meer docenten")
    answers = at_once(
        lambda: plans.file(plan.pk, filing, filed_by=user, today=after), lambda: plans.miss_due(after)
    )
    plan.refresh_from_db()
    assert refusals(answers) == []
    assert (plan.state, plan.late) == ("ingediend", True)
    assert Term.objects.filter(code="plan_beoordelen", ended_on=None).count() == 1


def test_one_objection_filed_twice_at_once(case):
    contested = suspended(case, today=SENT)
    user = make_school_user(case.school)
    filing = objections.Filing(manner=Manner.PORTAL)
    answers = at_once(*[lambda: objections.file(contested.pk, filing, filed_by=user, now=noon(TODAY))] * 2)
    (codes,) = refusals(answers)
    assert codes[0].startswith("bezwaar_loopt:")
    assert Objection.objects.count() == 1
    received = Message.objects.filter(kind="certification.school_objection_received")
    assert received.count() == case.school.memberships.count()


def test_withdrawn_while_it_is_decided(case):
    objection = heard(filed(suspended(case, today=SENT), today=TODAY), today=TODAY)
    decision = answer_ready(objection, ObjectionEvent.FOUND, today=TODAY)
    signer, user = make_decider(), objection.filed_by
    answers = at_once(
        lambda: signing.sign(decision.pk, by=signer, now=noon(TODAY)),
        lambda: objections.withdraw(objection.pk, by=user, today=TODAY),
    )
    objection.refresh_from_db()
    case.certificate.refresh_from_db()
    assert refusals(answers) == [("niet_in_tabel",)]
    found = objection.state == "gegrond"
    assert found or objection.state == "ingetrokken"
    assert (case.certificate.state == "onbepaalde_tijd") == found
    assert journal.verify().holds


@pytest.mark.only_postgresql
def test_who_refers_to_a_row_that_another_holds_does_not_wait_for_it(case):
    """Two who hold each other's row would wait for each other; SQLite lets one write at a time."""
    draft = intending.Draft(
        event=Event.SUSPEND_FOR_INQUIRY, grounds=("onregelmatigheden",), facts_text="De lijsten ontbreken."
    )
    intention = intending.intend(case, draft, sent_by=make_staff(), now=noon(TODAY))
    staff, is_held, is_prepared = make_staff(), Signal(), Signal()

    def hold():
        with transaction.atomic():
            intending.held(intention.pk)
            is_held.set()
            return is_prepared.wait(20)

    def prepare():
        is_held.wait(20)
        decision = deciding.prepare(case, Event.SUSPEND_FOR_INQUIRY, prepared_by=staff)
        is_prepared.set()
        return decision

    assert at_once(hold, prepare)[0] is True
