"""An improvement plan: asked, filed, missed, carried out or not (§5.6, §6.2.2, §7.4.3, §7.6)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from keurmerk import letters
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Paper, Plan, Term
from keurmerk.certification.queries import known_now
from keurmerk.certification.queries.plans import open_plan, plan_timeline
from keurmerk.certification.service import cases, law, plans
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.journal import service as journal
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import Mark
from tests.factories.certification import (
    establish,
    make_case,
    make_certificate,
    make_staff,
    noon,
    suspended,
)
from tests.factories.documents import make_document
from tests.factories.organisations import make_school_user

pytestmark = pytest.mark.django_db
ASKED_ON = date(2026, 6, 1)
LAST_DAY = date(2026, 6, 29)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BECAUSE = plans.Question(grounds=("tevredenheid",), facts_text="Het cijfer was 6,4 en de Norm vraagt 7,0.")
GOOD = plans.Filed(causes="Lessen vielen uit.", measures="Wij hebben twee docenten aangenomen.")


@pytest.fixture
def case():
    case = make_case(today=ASKED_ON)
    establish(case, Fact.SATISFACTION_FAILED, today=ASKED_ON)
    establish(case, Fact.FAILED_AGAIN, holds=False, today=ASKED_ON)
    return case


@pytest.fixture
def school_user(case):
    return make_school_user(case.school)


def ask(case, question=BECAUSE, on=ASKED_ON):
    return plans.ask(case, question, asked_by=make_staff(), now=noon(on))


def refused(verb, *args, **given):
    with pytest.raises(NotPossibleError) as told:
        verb(*args, **given)
    return told.value.codes


class TestAsking:
    def test_the_school_gets_four_weeks(self, case):
        plan = ask(case)
        term = case.terms.get(code="plan_indienen")
        assert (plan.state, plan.file_by) == ("gevraagd", LAST_DAY)
        assert (term.last_day, term.side, term.subject_id) == (LAST_DAY, "school", plan.pk)

    def test_the_letter_is_sealed_kept_and_mailed(self, case, school_user):
        plan = ask(case)
        message = Message.objects.get(recipient=school_user, kind="certification.school_plan_asked")
        assert plan.letter.sealed
        assert plan.letter.kind == DocumentKind.LETTER
        assert letters.check_seal(documents.contents(plan.letter)).valid
        assert [each.document for each in message.attachments.all()] == [plan.letter]
        assert "29 juni 2026" in message.body
        assert "29 juni 2026" in Paper.objects.get(document=plan.letter).html

    def test_without_anybody_in_the_portal_the_letter_is_a_task_for_the_post(self, case):
        ask(case)
        assert case.tasks.filter(code="per_post").exists()

    @pytest.mark.usefixtures("school_user")
    def test_the_case_shows_the_last_day_in_the_worklist(self, case):
        ask(case)
        case.refresh_from_db()
        assert case.next_day == LAST_DAY

    def test_the_journal_tells_it_without_names(self, case):
        ask(case)
        entry = Entry.objects.get(kind="plan.vragen")
        assert entry.ground == "tevredenheid"
        assert '"to":"gevraagd"' in entry.payload
        assert journal.verify().holds

    def test_a_ground_that_is_not_there_is_refused(self, case):
        question = plans.Question(grounds=("slagingspercentage_b1",), facts_text="Feiten")
        assert refused(ask, case, question) == ("onbekend:slagingspercentage_b1_niet_voldaan",)

    def test_after_the_second_failure_no_plan_but_a_suspension(self, case):
        establish(case, Fact.FAILED_AGAIN, today=ASKED_ON)
        assert refused(ask, case) == ("feit:zelfde_norm_opnieuw_niet_voldaan",)

    def test_one_plan_at_a_time(self, case):
        first = ask(case)
        assert refused(ask, case) == ("plan_loopt",)
        assert open_plan(case.certificate) == first

    def test_facts_are_needed(self, case):
        question = plans.Question(grounds=("tevredenheid",), facts_text=" ")
        assert refused(ask, case, question) == ("feiten",)

    def test_no_ground_no_plan(self, case):
        question = plans.Question(grounds=(), facts_text="Feiten")
        assert refused(ask, case, question) == ("grond_ontbreekt",)

    def test_a_school_asks_nothing_of_itself(self, case, school_user):
        assert refused(plans.ask, case, BECAUSE, asked_by=school_user, now=noon(ASKED_ON)) == (
            "niet_bevoegd",
        )
        assert not Plan.objects.exists()

    def test_in_a_closed_case_nothing_starts(self, case):
        cases.close_case(case, closed_by=None, today=ASKED_ON)
        case.refresh_from_db()
        assert refused(ask, case) == ("zaak_gesloten",)


class TestAskingAfterAClassroomInspection:
    QUESTION = plans.Question(
        grounds=("toezicht_in_de_klas",),
        facts_text="De didactiek was onvoldoende.",
        report_received_on=date(2026, 5, 20),
    )

    def test_the_weeks_run_from_the_day_the_school_got_the_report(self, case):
        establish(case, Fact.CLASSROOM_FAILED, today=ASKED_ON)
        assert ask(case, self.QUESTION).file_by == date(2026, 6, 17)

    def test_a_holder_for_a_fixed_term_gets_no_chance(self):
        case = make_case(make_certificate(mark=Mark.FIXED, period_first=date(2026, 1, 1)), today=ASKED_ON)
        establish(case, Fact.CLASSROOM_FAILED, today=ASKED_ON)
        assert refused(ask, case, self.QUESTION) == ("feit:houder_onbepaalde_tijd",)

    @pytest.mark.parametrize("received", [date(2026, 6, 2), date(2026, 5, 4)], ids=["to come", "too old"])
    def test_a_report_of_another_time_is_refused(self, case, received):
        establish(case, Fact.CLASSROOM_FAILED, today=ASKED_ON)
        question = plans.Question(
            grounds=("toezicht_in_de_klas",), facts_text="Feiten", report_received_on=received
        )
        assert refused(ask, case, question) == ("rapport",)

    def test_a_report_counts_for_no_other_ground(self, case):
        question = plans.Question(grounds=("tevredenheid",), facts_text="Feiten", report_received_on=ASKED_ON)
        assert refused(ask, case, question) == ("rapport",)


class TestAskingDuringASuspension:
    QUESTION = plans.Question(grounds=("schorsing",), facts_text="De presentielijsten ontbreken.")

    def test_it_is_possible_while_suspended(self, case):
        suspended(case, today=ASKED_ON)
        case.certificate.refresh_from_db()
        assert ask(case, self.QUESTION).state == "gevraagd"

    def test_not_when_it_is_not_suspended(self, case):
        assert refused(ask, case, self.QUESTION) == ("niet_geschorst",)

    def test_not_granted_is_no_ground_for_who_holds_it(self, case):
        question = plans.Question(grounds=("niet_toegekend",), facts_text="Feiten")
        assert refused(ask, case, question) == ("wel_toegekend",)


class TestFiling:
    def test_in_time_it_is_judged_within_four_weeks_of_receipt(self, case, school_user):
        plan = plans.file(ask(case).pk, GOOD, filed_by=school_user, today=date(2026, 6, 10))
        assert (plan.state, plan.late) == ("ingediend", False)
        assert case.terms.get(code="plan_beoordelen").last_day == date(2026, 7, 8)
        assert case.terms.get(code="plan_indienen").ended_on == date(2026, 6, 10)
        assert Message.objects.filter(kind="certification.school_plan_received").count() == 1

    @pytest.mark.parametrize(
        ("moment", "late"),
        [
            (datetime(2026, 6, 29, 23, 59, 59, tzinfo=AMSTERDAM), False),
            (datetime(2026, 6, 30, 0, 0, 0, tzinfo=AMSTERDAM), True),
        ],
        ids=["the last minute", "a second later"],
    )
    def test_the_last_minute_of_the_last_day_counts_in_summer_time_too(self, case, school_user, moment, late):
        today = timezone.localdate(moment.astimezone(ZoneInfo("UTC")))
        plan = plans.file(ask(case).pk, GOOD, filed_by=school_user, today=today)
        assert (plan.state, plan.late) == ("ingediend", late)

    def test_causes_and_measures_are_both_needed(self, case, school_user):
        plan = ask(case)
        for filed, code in (
            (plans.Filed(causes="", measures="Maatregel"), "oorzaken"),
            (plans.Filed(causes="Oorzaak", measures="  "), "maatregelen"),
        ):
            assert refused(plans.file, plan.pk, filed, filed_by=school_user, today=ASKED_ON) == (code,)

    def test_another_school_cannot_file_it(self, case):
        plan = ask(case)
        assert "niet_bevoegd" in refused(
            plans.file, plan.pk, GOOD, filed_by=make_school_user(), today=ASKED_ON
        )

    def test_the_same_button_twice_files_once(self, case, school_user):
        plan = ask(case)
        plans.file(plan.pk, GOOD, filed_by=school_user, today=ASKED_ON)
        assert refused(plans.file, plan.pk, GOOD, filed_by=school_user, today=ASKED_ON) == ("niet_in_tabel",)
        assert Entry.objects.filter(kind="plan.indienen").count() == 1

    def test_its_document_lies_in_the_case(self, case, school_user):
        document = make_document(case.school, kind=DocumentKind.IMPROVEMENT_PLAN)
        plan = plans.file(ask(case).pk, GOOD, filed_by=school_user, today=ASKED_ON, document=document)
        assert plan.document == document
        assert case.papers.filter(document=document).exists()


class TestFiledOnPaper:
    def test_the_day_of_receipt_counts_also_when_it_is_entered_after_the_term(self, case):
        plan = ask(case)
        plans.miss_due(date(2026, 6, 30))
        filed = plans.Filed(causes="Uitval", measures="Meer docenten", received_on=LAST_DAY)
        plan = plans.file(plan.pk, filed, filed_by=make_staff(), today=date(2026, 7, 1))
        assert (plan.state, plan.late, plan.filed_on) == ("ingediend", False, LAST_DAY)
        assert case.terms.get(code="plan_beoordelen").last_day == date(2026, 7, 27)
        assert known_now(case.certificate, date(2026, 7, 1))[Fact.PLAN_MISSED] is False

    @pytest.mark.parametrize("received", [date(2026, 5, 31), date(2026, 6, 11)])
    def test_before_it_was_asked_or_after_today_is_a_mistake(self, case, received):
        filed = plans.Filed(causes="Uitval", measures="Meer docenten", received_on=received)
        codes = refused(plans.file, ask(case).pk, filed, filed_by=make_staff(), today=date(2026, 6, 10))
        assert codes == ("ontvangen_op",)

    def test_a_school_does_not_choose_its_own_day(self, case, school_user):
        filed = plans.Filed(causes="Uitval", measures="Meer docenten", received_on=ASKED_ON)
        codes = refused(plans.file, ask(case).pk, filed, filed_by=school_user, today=LAST_DAY)
        assert codes == ("ontvangen_op",)


class TestMissing:
    def test_on_the_last_day_nothing_happens_yet(self, case):
        ask(case)
        assert plans.miss_due(LAST_DAY) == 0

    @pytest.mark.usefixtures("school_user")
    def test_the_day_after_the_worker_sees_it(self, case):
        plan = ask(case)
        assert law.carry_out_law(noon(date(2026, 6, 30))) == 1
        assert law.carry_out_law(noon(date(2026, 6, 30))) == 0
        plan.refresh_from_db()
        assert plan.state == "te_laat"
        assert not Term.objects.filter(code="plan_indienen", ended_on=None).exists()
        assert known_now(case.certificate, date(2026, 6, 30))[Fact.PLAN_MISSED] is True
        assert Message.objects.filter(kind="certification.school_plan_missed").count() == 1

    def test_filed_after_that_it_is_kept_and_counts_as_late(self, case, school_user):
        plan = ask(case)
        plans.miss_due(date(2026, 7, 2))
        plan = plans.file(plan.pk, GOOD, filed_by=school_user, today=date(2026, 7, 2))
        known = known_now(case.certificate, date(2026, 7, 2))
        assert (plan.state, plan.late) == ("ingediend", True)
        assert known[Fact.PLAN_MISSED] is True

    def test_late_before_the_worker_came_by_is_late_all_the_same(self, case, school_user):
        plan = plans.file(ask(case).pk, GOOD, filed_by=school_user, today=date(2026, 6, 30))
        assert (plan.state, plan.late) == ("ingediend", True)
        assert [each.what for each in plan_timeline(plan)] == [
            "plan van aanpak gevraagd",
            "plan te laat ingediend",
        ]


class TestCancelling:
    def test_a_plan_that_is_no_longer_needed_leaves_room_for_a_next_one(self, case):
        plan = ask(case)
        plans.cancel(plan.pk, because="Het cijfer bleek verkeerd berekend.", by=make_staff(), today=ASKED_ON)
        assert open_plan(case.certificate) is None
        assert not case.terms.filter(ended_on=None).exists()
        assert ask(case).state == "gevraagd"

    def test_it_needs_a_reason(self, case):
        codes = refused(plans.cancel, ask(case).pk, because=" ", by=make_staff(), today=ASKED_ON)
        assert codes == ("reden_ontbreekt",)
