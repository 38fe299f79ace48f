"""An objection is mended, admitted, laid before a committee, heard, postponed (Awb 6:6, 7:2-7:13)."""

from datetime import date

import pytest

from keurmerk.certification.enums import Manner
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.queries.objections import decision_term, missing_demands, objection_timeline
from keurmerk.certification.service import law, objections
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from rulebook.lifecycle.facts import Fact
from tests.factories.certification import establish, filed, heard, make_case, make_staff, noon, suspended
from tests.factories.organisations import make_school_user

pytestmark = pytest.mark.django_db
SENT, TODAY = date(2026, 3, 2), date(2026, 3, 20)
DECIDE_BY, UNTIL = date(2026, 5, 26), date(2026, 4, 30)
"""Sent 2 March: objecting ends 13 April; six weeks later is Whit Monday, so the day after."""


@pytest.fixture
def contested():
    return suspended(make_case(today=SENT), today=SENT)


@pytest.fixture
def objection(contested):
    return filed(contested, today=TODAY)


@pytest.fixture
def incomplete(contested):
    """By post, without signature and grounds."""
    return filed(
        contested,
        today=TODAY,
        manner=Manner.POST,
        received_on=TODAY,
        dated_on=TODAY,
        reference=contested.reference,
        arguments="",
    )


@pytest.fixture
def staff():
    return make_staff()


def refused(verb, *args, **given):
    with pytest.raises(NotPossibleError) as told:
        verb(*args, **given)
    return told.value.codes


def due(objection):
    return decision_term(objection).last_day


def late(contested):
    return filed(contested, today=date(2026, 4, 20))


class TestRepair:
    def ask(self, objection, until=UNTIL, on=TODAY):
        return objections.ask_repair(objection.pk, until=until, by=make_staff(), now=noon(on))

    def test_it_is_asked_once_by_a_letter_that_names_what_is_missing(self, incomplete):
        objection = self.ask(incomplete)
        term = objection.case.terms.get(code="bezwaar_herstellen")
        message = Message.objects.filter(kind="certification.school_objection_repair").first()
        assert (objection.state, objection.repair_by, term.last_day) == ("herstel_gevraagd", UNTIL, UNTIL)
        assert objection.case.papers.filter(document__title__contains="aan te vullen").exists()
        assert message is None or "ondertekening" in message.body
        assert refused(self.ask, objection) == ("niet_in_tabel",)

    def test_of_a_complete_objection_nothing_is_asked(self, objection):
        assert refused(self.ask, objection) == ("feit:bezwaar_voldoet_aan_eisen",)

    def test_the_last_day_lies_ahead(self, incomplete):
        assert refused(self.ask, incomplete, until=TODAY) == ("waarde:tot_en_met",)

    def test_while_it_may_be_repaired_the_decision_term_stands_still(self, incomplete):
        """From 21 March up to 30 April; only the 17 days after 13 April count."""
        assert due(self.ask(incomplete)) == date(2026, 6, 11)

    def test_repaired_earlier_it_stands_still_for_fewer_days(self, incomplete):
        objection = self.ask(incomplete)
        user = make_school_user(objection.case.school)
        supplement = objections.Supplement(arguments="De lijsten lagen elders.")
        objection = objections.repair(objection.pk, supplement, by=user, today=date(2026, 4, 20))
        assert (objection.state, objection.repaired_on) == ("ontvangen", date(2026, 4, 20))
        assert due(objection) == date(2026, 6, 1)
        assert not objection.case.terms.filter(code="bezwaar_herstellen", ended_on=None).exists()

    def test_half_a_repair_is_kept_and_the_rest_may_follow_within_the_term(self, incomplete):
        objection = self.ask(incomplete)
        half = objections.Supplement(signed=True)
        objection = objections.repair(objection.pk, half, by=make_staff(), today=date(2026, 4, 1))
        assert (objection.state, len(missing_demands(objection))) == ("herstel_gevraagd", 1)
        rest = objections.Supplement(arguments="De lijsten lagen elders.")
        objection = objections.repair(objection.pk, rest, by=make_staff(), today=UNTIL)
        assert objection.state == "ontvangen"

    def test_the_last_day_counts_and_the_day_after_is_too_late(self, incomplete):
        objection = self.ask(incomplete)
        whole = objections.Supplement(signed=True, arguments="De lijsten lagen elders.")
        codes = refused(objections.repair, objection.pk, whole, by=make_staff(), today=date(2026, 5, 1))
        assert codes == ("herstel_voorbij",)
        assert objections.repair(objection.pk, whole, by=make_staff(), today=UNTIL).state == "ontvangen"

    def test_what_came_in_time_and_is_entered_later_is_in_time(self, incomplete):
        objection = self.ask(incomplete)
        assert objections.miss_repairs(date(2026, 5, 1)) == 1
        whole = objections.Supplement(signed=True, arguments="De lijsten lagen elders.")
        objection = objections.repair(
            objection.pk, whole, by=make_staff(), today=date(2026, 5, 2), received_on=UNTIL
        )
        assert (objection.state, objection.repaired_on) == ("ontvangen", UNTIL)

    def test_a_day_of_receipt_before_the_letter_is_a_mistake(self, incomplete):
        objection = self.ask(incomplete)
        given = {"by": make_staff(), "today": UNTIL, "received_on": date(2026, 3, 19)}
        codes = refused(objections.repair, objection.pk, objections.Supplement(), **given)
        assert codes == ("ontvangen_op",)

    def test_another_school_repairs_nothing(self, incomplete):
        objection = self.ask(incomplete)
        codes = refused(
            objections.repair,
            objection.pk,
            objections.Supplement(arguments="Van een ander"),
            by=make_school_user(),
            today=TODAY,
        )
        objection.refresh_from_db()
        assert codes == ("niet_bevoegd",)
        assert objection.arguments == ""

    def test_missed_it_is_so_the_day_after_and_once(self, incomplete):
        objection = self.ask(incomplete)
        assert objections.miss_repairs(UNTIL) == 0
        law.carry_out_law(noon(date(2026, 5, 1)))
        law.carry_out_law(noon(date(2026, 5, 2)))
        objection.refresh_from_db()
        assert objection.state == "niet_hersteld"
        assert Entry.objects.filter(kind="objection.hersteltermijn_verstrijkt").count() == 1


class TestAdmitting:
    def test_in_time_and_whole(self, objection, staff):
        assert objections.admit(objection.pk, ground="op_tijd", by=staff, today=TODAY).state == (
            "in_behandeling"
        )

    def test_not_while_something_is_missing(self, incomplete, staff):
        codes = refused(objections.admit, incomplete.pk, ground="op_tijd", by=staff, today=TODAY)
        assert codes == ("feit:bezwaar_voldoet_aan_eisen",)

    def test_late_only_when_that_is_excused(self, contested, staff):
        objection = late(contested)
        today = date(2026, 4, 21)
        assert refused(objections.admit, objection.pk, ground="op_tijd", by=staff, today=today) == (
            "feit:bezwaar_op_tijd",
        )
        assert refused(objections.admit, objection.pk, ground="verschoonbaar", by=staff, today=today) == (
            "onbekend:te_laat_verschoonbaar",
        )
        objections.judge_lateness(
            objection.pk, excused=True, because="De school stond onder water.", by=staff, today=today
        )
        admitted = objections.admit(objection.pk, ground="verschoonbaar", by=staff, today=today)
        assert admitted.state == "in_behandeling"
        assert not admitted.case.terms.filter(code="te_laat_uitleggen", ended_on=None).exists()

    def test_what_was_established_of_another_objection_excuses_nothing(self, contested, staff):
        objection = late(contested)
        establish(contested.case, Fact.LATENESS_EXCUSED, today=TODAY)
        codes = refused(
            objections.admit, objection.pk, ground="verschoonbaar", by=staff, today=date(2026, 4, 21)
        )
        assert codes == ("onbekend:te_laat_verschoonbaar",)

    def test_the_school_explains_why_it_is_late(self, contested):
        objection = late(contested)
        today = date(2026, 4, 30)
        objections.explain_lateness(objection.pk, reason="Brand.", by=objection.filed_by, today=today)
        objection.refresh_from_db()
        assert objection.late_reason == "Brand."
        assert objection.case.terms.get(code="te_laat_uitleggen").ended_on == today

    def test_of_an_objection_in_time_nothing_is_excused(self, objection, staff):
        given = {"excused": True, "because": "Brand.", "by": staff, "today": TODAY}
        assert refused(objections.judge_lateness, objection.pk, **given) == ("op_tijd",)

    def test_somebody_else_must_be_an_interested_party(self, contested, staff):
        objection = filed(
            contested,
            today=TODAY,
            manner=Manner.EMAIL,
            received_on=TODAY,
            dated_on=TODAY,
            reference="Z",
            signed=True,
            by_school=False,
        )
        codes = refused(objections.admit, objection.pk, ground="op_tijd", by=staff, today=TODAY)
        assert codes == ("onbekend:belanghebbende",)
        objections.judge_interest(objection.pk, interested=True, because="Een Cursist.", by=staff)
        assert objections.admit(objection.pk, ground="op_tijd", by=staff, today=TODAY).state


class TestCommittee:
    @pytest.fixture
    def admitted(self, objection, staff):
        return objections.admit(objection.pk, ground="op_tijd", by=staff, today=TODAY)

    def test_reported_there_are_twelve_weeks(self, admitted, staff):
        objection = objections.to_committee(admitted.pk, by=staff, today=TODAY)
        message = Message.objects.filter(kind="certification.school_objection_committee").first()
        assert (objection.state, due(objection)) == ("bij_commissie", date(2026, 7, 6))
        assert "6 juli 2026" in message.body

    def test_not_reported_it_stays_six_until_it_is(self, admitted, staff):
        objection = objections.to_committee(admitted.pk, by=staff, today=TODAY, report=False)
        assert due(objection) == DECIDE_BY
        objection = objections.report_committee(objection.pk, by=staff, today=DECIDE_BY)
        assert due(objection) == date(2026, 7, 6)

    def test_reported_after_the_six_weeks_it_changes_nothing(self, admitted, staff):
        objection = objections.to_committee(admitted.pk, by=staff, today=TODAY, report=False)
        codes = refused(objections.report_committee, objection.pk, by=staff, today=date(2026, 5, 27))
        assert codes == ("te_laat",)

    def test_on_the_last_day_of_the_term_it_may_still_go_there(self, admitted, staff):
        codes = refused(objections.to_committee, admitted.pk, by=staff, today=date(2026, 5, 27))
        assert codes == ("feit:beslistermijn_bezwaar_voorbij",)
        assert objections.to_committee(admitted.pk, by=staff, today=DECIDE_BY).committee_reported


class TestHearing:
    def test_with_a_report(self, objection):
        assert heard(objection, today=TODAY).state == "gehoord"

    def test_without_a_report_it_was_no_hearing(self, objection, staff):
        objections.admit(objection.pk, ground="op_tijd", by=staff, today=TODAY)
        given = {"heard_on": TODAY, "report": " ", "by": staff, "today": TODAY}
        assert refused(objections.hear, objection.pk, **given) == ("verslag",)

    @pytest.mark.parametrize("heard_on", [date(2026, 3, 19), date(2026, 3, 21)])
    def test_between_receipt_and_today(self, objection, staff, heard_on):
        objections.admit(objection.pk, ground="op_tijd", by=staff, today=TODAY)
        given = {"heard_on": heard_on, "report": "Verslag", "by": staff, "today": TODAY}
        assert refused(objections.hear, objection.pk, **given) == ("gehoord_op",)

    def test_waived_it_says_why(self, objection, staff):
        objections.admit(objection.pk, ground="op_tijd", by=staff, today=TODAY)
        assert refused(objections.waive_hearing, objection.pk, because="", by=staff, today=TODAY) == (
            "reden_ontbreekt",
        )
        because = "De school wil niet worden gehoord."
        assert objections.waive_hearing(objection.pk, because=because, by=staff, today=TODAY).state == (
            "gehoord"
        )


class TestPostponing:
    def test_once_with_six_weeks_by_letter(self, objection, staff):
        given = {"because": "Wij wachten op stukken van DUO.", "by": staff, "now": noon(TODAY)}
        objection = objections.postpone(objection.pk, **given)
        assert (objection.state, due(objection)) == ("ontvangen", date(2026, 7, 6))
        assert objection.case.papers.filter(document__title__startswith="Verdaging").exists()
        assert refused(objections.postpone, objection.pk, **given) == ("feit:beslissing_op_bezwaar_verdaagd",)

    def test_not_after_the_term(self, objection, staff):
        given = {"because": "Te laat.", "by": staff, "now": noon(date(2026, 5, 27))}
        assert refused(objections.postpone, objection.pk, **given) == ("feit:beslistermijn_bezwaar_voorbij",)

    def test_it_says_why(self, objection, staff):
        codes = refused(objections.postpone, objection.pk, because=" ", by=staff, now=noon(TODAY))
        assert codes == ("reden_ontbreekt",)


class TestWithdrawing:
    def test_everything_that_ran_ends(self, objection):
        objection = objections.withdraw(objection.pk, by=objection.filed_by, today=date(2026, 4, 1))
        assert (objection.state, objection.ended_on) == ("ingetrokken", date(2026, 4, 1))
        assert not objection.case.terms.filter(ended_on=None).exists()
        assert objection_timeline(objection)[-1].what == "bezwaar ingetrokken"

    def test_twice_is_once(self, objection):
        objections.withdraw(objection.pk, by=objection.filed_by, today=TODAY)
        codes = refused(objections.withdraw, objection.pk, by=objection.filed_by, today=TODAY)
        assert codes == ("niet_in_tabel",)

    def test_only_by_the_school_or_staff_for_it(self, objection, staff):
        codes = refused(objections.withdraw, objection.pk, by=make_school_user(), today=TODAY)
        assert codes == ("niet_bevoegd",)
        assert objections.withdraw(objection.pk, by=staff, today=TODAY).state == "ingetrokken"


class TestNoticeOfDefault:
    def notice(self, objection, received, today=date(2026, 6, 30)):
        return objections.give_notice_of_default(
            objection.pk, received_on=received, by=objection.filed_by, today=today
        )

    def test_two_weeks_are_left_and_nothing_is_blocked(self, objection, staff):
        objection = self.notice(objection, date(2026, 5, 27))
        term = objection.case.terms.get(code="ingebrekestelling")
        assert (term.last_day, term.source) == (date(2026, 6, 10), "Awb 4:17")
        assert objections.admit(objection.pk, ground="op_tijd", by=staff, today=date(2026, 7, 1)).state

    def test_while_the_term_still_runs_it_is_too_early(self, objection):
        assert refused(self.notice, objection, DECIDE_BY) == ("te_vroeg",)

    def test_tomorrow_has_not_come(self, objection):
        assert refused(self.notice, objection, date(2026, 7, 1)) == ("ontvangen_op",)

    def test_once(self, objection):
        self.notice(objection, date(2026, 5, 27))
        assert refused(self.notice, objection, date(2026, 5, 28)) == ("al_vastgelegd",)
