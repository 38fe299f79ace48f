"""An objection comes in: against what, by whom, in time or not (§7.10.1; Awb 6:4, 6:7, 6:9)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from keurmerk.certification.enums import CaseKind, DecisionState, Manner
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Objection
from keurmerk.certification.queries.objections import missing_demands, objection_timeline
from keurmerk.certification.service import objections
from keurmerk.documents.enums import DocumentKind
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Parameter
from tests.factories.certification import (
    establish,
    filed,
    make_case,
    make_staff,
    noon,
    signed,
    submitted,
    suspended,
    withdrawn,
)
from tests.factories.documents import make_document
from tests.factories.organisations import make_school_user

pytestmark = pytest.mark.django_db
SENT, LAST_DAY = date(2026, 3, 2), date(2026, 4, 13)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def contested():
    return suspended(make_case(today=SENT), today=SENT)


def refused(verb, *args, **given):
    with pytest.raises(NotPossibleError) as told:
        verb(*args, **given)
    return told.value.codes


def by_post(contested, *, today, **given):
    return filed(contested, today=today, **({"manner": Manner.POST, "reference": "x"} | given))


class TestInThePortal:
    def test_the_session_signs_dates_and_names_the_decision(self, contested):
        objection = filed(contested, today=date(2026, 3, 20))
        assert (objection.state, objection.in_time, objection.signed) == ("ontvangen", True, True)
        assert (objection.dated_on, objection.reference) == (date(2026, 3, 20), contested.reference)
        assert missing_demands(objection) == []
        assert objection.interested_party is True

    def test_it_gets_a_case_of_its_own(self, contested):
        case = filed(contested, today=date(2026, 3, 20)).case
        case.refresh_from_db()
        assert (case.kind, case.school) == (CaseKind.OBJECTION, contested.case.school)
        assert contested.reference in case.title
        assert case.next_day == date(2026, 5, 26)

    def test_the_decision_is_due_six_weeks_after_the_term_for_objecting(self, contested):
        """13 April and six weeks is Whit Monday, 25 May: the day after."""
        term = filed(contested, today=date(2026, 3, 20)).case.terms.get(code="beslissing_bezwaar")
        assert (term.before_moving, term.last_day) == (date(2026, 5, 25), date(2026, 5, 26))

    def test_receipt_is_confirmed_at_once_with_a_sealed_letter(self, contested):
        objection = filed(contested, today=date(2026, 3, 20))
        messages = Message.objects.filter(kind="certification.school_objection_received")
        (letter,) = messages[0].attachments.all()
        assert messages.count() == contested.case.school.memberships.count()
        assert letter.document.sealed
        assert "26 mei 2026" in messages[0].body
        assert objection.case.papers.get(document=letter.document).html

    @pytest.mark.parametrize(
        ("moment", "in_time"),
        [
            (datetime(2026, 4, 13, 23, 59, 59, tzinfo=AMSTERDAM), True),
            (datetime(2026, 4, 14, 0, 0, 0, tzinfo=AMSTERDAM), False),
        ],
        ids=["the last minute", "a second later"],
    )
    def test_the_last_minute_counts_in_summer_time_too(self, contested, moment, in_time):
        today = timezone.localdate(moment.astimezone(ZoneInfo("UTC")))
        assert filed(contested, today=today).in_time is in_time

    def test_another_school_cannot(self, contested):
        filing = objections.Filing(manner=Manner.PORTAL)
        stranger = make_school_user()
        codes = refused(objections.file, contested.pk, filing, filed_by=stranger, now=noon(SENT))
        assert "niet_bevoegd" in codes
        assert not Objection.objects.exists()

    def test_a_school_does_not_enter_post(self, contested):
        user = make_school_user(contested.case.school)
        filing = objections.Filing(manner=Manner.POST, received_on=SENT)
        assert refused(objections.file, contested.pk, filing, filed_by=user, now=noon(SENT)) == ("wijze",)

    def test_papers_lie_in_its_case(self, contested):
        user = make_school_user(contested.case.school)
        paper = make_document(contested.case.school, kind=DocumentKind.OBJECTION)
        objection = objections.file(
            contested.pk,
            objections.Filing(manner=Manner.PORTAL),
            filed_by=user,
            now=noon(SENT),
            papers=[paper],
        )
        assert objection.case.papers.filter(document=paper).exists()

    def test_the_journal_has_it_without_the_name_of_the_objector(self, contested):
        filed(contested, today=SENT, objector="Mevrouw De Wit")
        assert Entry.objects.filter(kind="objection.indienen").count() == 1
        assert not Entry.objects.filter(payload__contains="De Wit").exists()


class TestByPostOrMail:
    @pytest.mark.parametrize(
        ("posted", "received", "in_time"),
        [
            (None, LAST_DAY, True),
            (None, date(2026, 4, 14), False),
            (LAST_DAY, date(2026, 4, 14), True),
            (LAST_DAY, date(2026, 4, 20), True),
            (LAST_DAY, date(2026, 4, 21), False),
            (date(2026, 4, 14), date(2026, 4, 15), False),
        ],
        ids=[
            "received on the last day",
            "a day late without a postmark",
            "posted on the last day",
            "received a week after",
            "received more than a week after",
            "posted a day late",
        ],
    )
    def test_in_time_or_not(self, contested, posted, received, in_time):
        objection = by_post(contested, today=date(2026, 4, 22), received_on=received, posted_on=posted)
        assert objection.in_time is in_time
        assert ("op tijd" if in_time else "te laat") in objection.in_time_because
        assert "Awb 6:9" in objection.in_time_because

    def test_by_mail_no_postmark_helps(self, contested):
        given = {"manner": Manner.EMAIL, "received_on": date(2026, 4, 14), "posted_on": LAST_DAY}
        assert refused(filed, contested, today=date(2026, 4, 22), **given) == ("gepost_op",)

    def test_received_before_the_decision_was_sent_is_a_mistake(self, contested):
        with pytest.raises(NotPossibleError, match="verzonden") as told:
            by_post(contested, today=date(2026, 4, 22), received_on=date(2026, 3, 1))
        assert told.value.codes == ("ontvangen_op",)

    def test_received_on_the_day_of_sending_is_possible(self, contested):
        assert by_post(contested, today=date(2026, 4, 22), received_on=SENT).in_time

    def test_received_tomorrow_is_a_mistake(self, contested):
        codes = refused(by_post, contested, today=SENT, received_on=date(2026, 3, 3))
        assert codes == ("ontvangen_op",)

    def test_posted_after_it_was_received_is_a_mistake(self, contested):
        given = {"received_on": date(2026, 3, 9), "posted_on": date(2026, 3, 10)}
        assert refused(by_post, contested, today=date(2026, 3, 12), **given) == ("gepost_op",)

    def test_a_day_of_receipt_is_needed(self, contested):
        assert refused(by_post, contested, today=SENT) == ("ontvangen_op",)

    def test_what_is_missing_is_told_in_dutch(self, contested):
        objection = by_post(
            contested,
            today=SENT,
            received_on=SENT,
            reference="",
            address=" ",
            arguments="",
            for_another=True,
        )
        assert [demand.split(",")[0].split(":")[0] for demand in missing_demands(objection)] == [
            "uw naam en adres",
            "de dagtekening",
            "het kenmerk van het besluit",
            "een machtiging",
            "de gronden",
            "een ondertekening",
        ]

    def test_of_somebody_else_the_interest_is_still_to_be_established(self, contested):
        objection = by_post(contested, today=SENT, received_on=SENT, by_school=False)
        assert objection.interested_party is None
        assert objection.case.tasks.filter(code="per_post").exists()
        assert not Message.objects.filter(kind="certification.school_objection_received").exists()


class TestLate:
    def test_it_is_taken_in_and_may_be_explained_within_two_weeks(self, contested):
        objection = filed(contested, today=date(2026, 4, 20))
        term = objection.case.terms.get(code="te_laat_uitleggen")
        assert (objection.in_time, term.last_day, term.side) == (False, date(2026, 5, 4), "school")
        assert (
            "4 mei 2026"
            in Message.objects.filter(kind="certification.school_objection_received").first().body
        )


class TestAgainstWhat:
    def test_not_against_a_decision_that_is_not_signed(self):
        decision = submitted(
            make_case(today=SENT),
            Event.WITHDRAW,
            today=SENT,
            grounds=["onjuiste_informatie"],
            values={Parameter.EFFECTIVE_ON: SENT.isoformat()},
            heard="spoed",
        )
        assert decision.state == DecisionState.SUBMITTED
        assert refused(filed, decision, today=SENT) == ("niet_verzonden",)

    def test_not_against_a_warning(self):
        case = make_case(today=SENT)
        establish(case, Fact.NORM_FAILED, today=SENT)
        establish(case, Fact.FAILED_AGAIN, holds=False, today=SENT)
        given = {"grounds": ["re_audit"], "values": {Parameter.UNTIL: "2026-06-30"}}
        warning = signed(case, Event.WARN, today=SENT, **given)
        assert refused(filed, warning, today=SENT) == ("niet_vatbaar",)

    def test_a_withdrawal_can_be_objected_to(self):
        assert filed(withdrawn(make_case(today=SENT), today=SENT), today=SENT).state == "ontvangen"


class TestTwice:
    def test_a_second_objection_of_the_school_names_the_first(self, contested):
        first = filed(contested, today=SENT)
        with pytest.raises(NotPossibleError, match=f"zaak {first.case.number}") as told:
            filed(contested, today=SENT)
        assert told.value.codes == (f"bezwaar_loopt:{first.public_id}",)

    def test_after_it_was_withdrawn_the_school_may_object_again(self, contested):
        first = filed(contested, today=SENT)
        objections.withdraw(first.pk, by=first.filed_by, today=date(2026, 3, 5))
        assert filed(contested, today=date(2026, 3, 6)).in_time

    def test_somebody_else_may_object_beside_the_school(self, contested):
        filed(contested, today=SENT)
        other = by_post(contested, today=SENT, received_on=SENT, by_school=False)
        assert other.state == "ontvangen"


def test_the_decision_stays_in_force(contested):
    """§7.10.3: objecting does not suspend; status, terms and duties run on."""
    certificate = contested.case.certificate
    certificate.refresh_from_db()
    before = (certificate.state, certificate.version, certificate.suspended_until)
    terms = list(contested.case.terms.filter(ended_on=None).values_list("code", "last_day"))
    duties = list(contested.case.tasks.filter(ended_on=None).values_list("code", "due"))
    filed(contested, today=date(2026, 3, 20))
    certificate.refresh_from_db()
    assert (certificate.state, certificate.version, certificate.suspended_until) == before
    assert list(contested.case.terms.filter(ended_on=None).values_list("code", "last_day")) == terms
    assert list(contested.case.tasks.filter(ended_on=None).values_list("code", "due")) == duties
    assert duties


def test_the_timeline_begins_with_the_receipt(contested):
    moment = objection_timeline(filed(contested, today=SENT))[0]
    assert (moment.on, moment.what) == (SENT, "bezwaar ontvangen, in Mijn keurmerk")


def test_the_term_to_object_ends_by_itself_and_only_after_its_last_day(contested):
    make_staff()
    assert objections.end_unused_rights(LAST_DAY) == 0
    assert objections.end_unused_rights(date(2026, 4, 14)) == 1
    assert contested.case.terms.get(code="bezwaar").ended_on == date(2026, 4, 14)
