"""What goes when: texts seven years after the mark, feeds a month, digests a year; who signed stays."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.accounts.service import close_account, delete_closed
from keurmerk.certification import retention
from keurmerk.certification.models import CalendarFeed, Change, Decision, Motivation, Note, Objection
from keurmerk.certification.queries.ended_marks import ends_of_marks
from keurmerk.certification.service import cases, feeds
from keurmerk.certification.service.forgetting import GONE, forget_old
from keurmerk.documents.queries import due
from keurmerk.journal.party import SYSTEM
from rulebook.lifecycle.states import State
from tests.factories.certification import make_case, make_staff, noon, withdrawn
from tests.factories.school_papers import make_objection

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
LONG_AFTER = date(2033, 3, 3)


@pytest.fixture
def ended():
    """A school of which the mark was withdrawn, with something written in its case."""
    case = make_case(today=TODAY)
    decision = withdrawn(case, today=TODAY)
    objection = make_objection(decision, state="ongegrond")
    cases.write_note(case, "De directeur belde.", written_by=make_staff())
    for each in case.certificate.cases.all():
        each.terms.update(ended_on=TODAY)
        each.tasks.update(ended_on=TODAY)
        each.closed_on = max(TODAY, each.opened_on)
        each.save()
    return objection


def test_texts_stay_with_the_mark_and_seven_years_after_it(ended):
    assert forget_old(date(2033, 3, 2)) == 0
    assert Note.objects.exists()


def test_then_the_texts_go_and_what_was_decided_stays(ended):
    assert forget_old(LONG_AFTER)
    decision, objection = Decision.objects.get(), Objection.objects.get()
    assert not Note.objects.exists()
    assert (decision.facts_text, decision.weighing, decision.letter_html) == (GONE, "", "")
    assert (objection.arguments, objection.objector, objection.address) == (GONE, "", "")
    assert (decision.kind, decision.sent_on, decision.signed_by is None) == ("intrekking", TODAY, False)
    assert Change.objects.get().after == State.WITHDRAWN
    assert not Motivation.objects.exclude(facts="").exists()
    assert forget_old(LONG_AFTER) == 0


def test_nothing_goes_while_a_case_runs_or_the_mark_is_held(ended):
    school = ended.case.school
    make_case(ended.case.certificate, today=date(2033, 1, 1))
    assert ends_of_marks({school.pk}) == {}
    assert forget_old(LONG_AFTER) == 0
    holder = make_case(today=TODAY)
    assert ends_of_marks({holder.school_id}) == {}


def test_documents_hear_when_the_mark_ended(ended):
    school = ended.case.school
    assert ends_of_marks({school.pk}) == {school.pk: TODAY}
    much_later = timezone.localdate() + timedelta(days=8 * 366)
    assert {document.school_id for document in due(much_later)} == {school.pk}


def test_dead_calendar_addresses_go_after_a_month():
    user = make_staff()
    feeds.make_feed(user, now=noon(TODAY))
    feeds.make_feed(user, now=noon(TODAY))
    assert retention.purge_feeds(TODAY + timedelta(days=30)) == 0
    assert retention.purge_feeds(TODAY + timedelta(days=31)) == 1
    assert CalendarFeed.objects.get().revoked_at is None


def test_the_account_of_who_signed_stays_as_long_as_the_decision(ended):
    decision = Decision.objects.get()
    idle = make_staff()
    for user in (decision.signed_by, idle):
        close_account(user, closed_by=SYSTEM, today=TODAY)
    assert delete_closed(date(2027, 3, 4)) == 1
    assert User.objects.filter(pk=decision.signed_by_id).exists()
