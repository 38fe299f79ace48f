"""A decision on an objection: who signs, what it does to the contested decision (Awb 7:11, 7:12, 10:3)."""

from datetime import date

import pytest

from keurmerk.certification.enums import Manner
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Change, Task
from keurmerk.certification.queries import known_now
from keurmerk.certification.service import law, objections, signing
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import Event, ObjectionEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Heard, Parameter
from rulebook.lifecycle.states import Mark
from tests.factories.certification import (
    answer_ready,
    answered,
    establish,
    filed,
    heard,
    make_case,
    make_certificate,
    make_decider,
    make_staff,
    noon,
    signed,
    suspended,
    withdrawn,
)
from tests.factories.organisations import make_school_user

pytestmark = pytest.mark.django_db
SENT, FILED, TODAY = date(2026, 3, 2), date(2026, 3, 10), date(2026, 4, 20)
FOUND, UNFOUND = ObjectionEvent.FOUND, ObjectionEvent.UNFOUND
AT_ONCE = {Parameter.EFFECTIVE_ON: TODAY.isoformat()}


@pytest.fixture
def case():
    case = make_case(today=SENT)
    make_school_user(case.school)
    return case


def refused(verb, *args, **given):
    with pytest.raises(NotPossibleError) as told:
        verb(*args, **given)
    return told.value.codes


def objected(decision):
    return heard(filed(decision, today=FILED), today=FILED)


def now_of(case):
    certificate = case.certificate
    certificate.refresh_from_db()
    return certificate


def open_duties(case):
    mine = Task.objects.filter(case__certificate=case.certificate, done_on=None, ended_on=None)
    return sorted(mine.values_list("code", flat=True))


def running(case):
    mine = case.terms.filter(ended_on=None)
    return sorted(mine.values_list("code", flat=True))


class TestUnfounded:
    def test_the_decision_stays_and_appeal_is_open_for_six_weeks(self, case):
        objection = objected(suspended(case, today=SENT))
        decision = answered(objection, UNFOUND, today=TODAY)
        objection.refresh_from_db()
        term = objection.case.terms.get(code="beroep")
        assert (objection.state, objection.ended_on) == ("ongegrond", TODAY)
        assert (term.last_day, term.side) == (date(2026, 6, 1), "school")
        assert not objection.case.terms.filter(code="beslissing_bezwaar", ended_on=None).exists()
        assert now_of(case).state == "onbepaalde_tijd_geschorst_onderzoek"
        assert not decision.open_to_objection

    def test_partly_founded_changes_no_status_either(self, case):
        objection = objected(suspended(case, today=SENT))
        answered(objection, ObjectionEvent.FOUND_PARTLY, today=TODAY)
        assert now_of(case).state == "onbepaalde_tijd_geschorst_onderzoek"
        assert known_now(case.certificate, TODAY)[Fact.DECISION_ANNULLED] is False

    def test_also_after_the_term_it_is_decided(self, case):
        objection = objected(suspended(case, today=SENT, months=9))
        answered(objection, UNFOUND, today=date(2026, 8, 3))
        objection.refresh_from_db()
        assert objection.state == "ongegrond"

    def test_a_notice_of_default_ends_with_it(self, case):
        objection = objected(suspended(case, today=SENT, months=9))
        objections.give_notice_of_default(
            objection.pk, received_on=date(2026, 6, 1), by=make_staff(), today=date(2026, 6, 1)
        )
        answered(objection, UNFOUND, today=date(2026, 6, 5))
        assert running(objection.case) == ["beroep"]

    def test_its_letter_is_mailed(self, case):
        objection = objected(suspended(case, today=SENT))
        decision = answered(objection, UNFOUND, today=TODAY)
        message = Message.objects.filter(kind="certification.school_decided").order_by("-pk").first()
        assert [each.document for each in message.attachments.all()] == [decision.letter]


class TestWhoSigns:
    def test_not_who_signed_the_contested_decision(self, case):
        signer = make_decider()
        objection = objected(suspended(case, today=SENT, signer=signer))
        decision = answer_ready(objection, UNFOUND, today=TODAY)
        codes = refused(signing.sign, decision.pk, by=signer, now=noon(TODAY))
        objection.refresh_from_db()
        assert codes == ("feit:andere_ondertekenaar",)
        assert objection.state == "gehoord"

    def test_another_with_a_mandate_may(self, case):
        objection = objected(suspended(case, today=SENT))
        decision = answer_ready(objection, UNFOUND, today=TODAY)
        assert signing.sign(decision.pk, by=make_decider(), now=noon(TODAY)).signed_by

    def test_the_same_decision_twice_is_once(self, case):
        objection = objected(suspended(case, today=SENT))
        decision = answer_ready(objection, FOUND, today=TODAY)
        signing.sign(decision.pk, by=make_decider(), now=noon(TODAY))
        assert refused(signing.sign, decision.pk, by=make_decider(), now=noon(TODAY)) == ("al_getekend",)
        assert Change.objects.filter(event=Event.ANNUL).count() == 1

    def test_two_answers_to_one_objection_are_one(self, case):
        objection = objected(suspended(case, today=SENT))
        founded = answer_ready(objection, FOUND, today=TODAY)
        unfounded = answer_ready(objection, UNFOUND, today=TODAY)
        signing.sign(unfounded.pk, by=make_decider(), now=noon(TODAY))
        assert refused(signing.sign, founded.pk, by=make_decider(), now=noon(TODAY)) == ("niet_in_tabel",)
        assert now_of(case).state == "onbepaalde_tijd_geschorst_onderzoek"


class TestBeforeItIsSubmitted:
    def test_without_a_hearing_no_answer_on_the_merits(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        assert refused(answer_ready, objection, UNFOUND, today=TODAY) == ("niet_in_tabel",)

    def test_the_advice_of_the_committee_comes_first(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        staff = make_staff()
        objections.admit(objection.pk, ground="op_tijd", by=staff, today=FILED)
        objections.to_committee(objection.pk, by=staff, today=FILED)
        objections.hear(objection.pk, heard_on=FILED, report="Verslag.", by=staff, today=FILED)
        objection.refresh_from_db()
        assert "advies_commissie" in refused(answer_ready, objection, UNFOUND, today=TODAY)
        objections.record_advice(objection.pk, advice="Verklaar het ongegrond.", by=staff)
        objection.refresh_from_db()
        answered(objection, UNFOUND, today=TODAY)


class TestInadmissible:
    def test_late_without_an_excuse(self, case):
        objection = filed(suspended(case, today=SENT), today=TODAY)
        objections.judge_lateness(
            objection.pk, excused=False, because="Geen reden gegeven.", by=make_staff(), today=TODAY
        )
        decision = answer_inadmissible(objection, "te_laat")
        objection.refresh_from_db()
        assert (objection.state, decision.kind) == ("niet_ontvankelijk", "beslissing_op_bezwaar")
        assert running(objection.case) == ["beroep"]

    def test_not_while_nobody_judged_the_lateness(self, case):
        objection = filed(suspended(case, today=SENT), today=TODAY)
        assert "onbekend:te_laat_verschoonbaar" in refused(answer_inadmissible, objection, "te_laat")

    def test_in_time_is_not_late(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        assert "feit:bezwaar_op_tijd" in refused(answer_inadmissible, objection, "te_laat")

    def test_not_repaired_only_after_the_chance_has_passed(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED, manner=Manner.POST, received_on=FILED)
        assert "feit:herstel_al_gevraagd" in refused(answer_inadmissible, objection, "niet_hersteld")
        objections.ask_repair(objection.pk, until=date(2026, 4, 1), by=make_staff(), now=noon(FILED))
        objections.miss_repairs(TODAY)
        objection.refresh_from_db()
        answer_inadmissible(objection, "niet_hersteld")
        objection.refresh_from_db()
        assert objection.state == "niet_ontvankelijk"

    def test_a_ground_is_needed(self, case):
        objection = filed(suspended(case, today=SENT), today=TODAY)
        assert "grond_ontbreekt" in refused(
            answer_ready, objection, ObjectionEvent.DECLARE_INADMISSIBLE, today=TODAY
        )


def answer_inadmissible(objection, ground):
    return answered(objection, ObjectionEvent.DECLARE_INADMISSIBLE, today=TODAY, grounds=[ground])


class TestFounded:
    def test_a_suspension_is_undone_and_the_school_is_back_in_the_register(self, case):
        objection = objected(suspended(case, today=SENT))
        answered(objection, FOUND, today=TODAY)
        certificate = now_of(case)
        assert (certificate.state, certificate.suspended_until) == ("onbepaalde_tijd", None)
        assert open_duties(case) == ["crkbo_informeren", "duo_informeren", "in_register"]
        assert running(case) == ["bezwaar"]
        assert known_now(certificate, TODAY)[Fact.SUSPENDED_BEFORE] is False

    def test_a_withdrawal_is_undone_and_the_fixed_term_runs_on(self):
        certificate = make_certificate(mark=Mark.FIXED, period_first=date(2026, 1, 1))
        case = make_case(certificate, today=SENT)
        objection = objected(withdrawn(case, today=SENT))
        answered(objection, FOUND, today=TODAY)
        certificate = now_of(case)
        assert (certificate.state, certificate.fixed_until) == ("bepaalde_tijd", date(2027, 4, 30))
        terms = [code for each in certificate.cases.all() for code in running(each)]
        assert "bepaalde_tijd" in terms

    def test_where_the_fixed_term_is_over_it_lapses_by_itself(self):
        certificate = make_certificate(mark=Mark.FIXED, period_first=date(2025, 1, 1))
        case = make_case(certificate, today=SENT)
        objection = objected(withdrawn(case, today=SENT))
        answered(objection, FOUND, today=date(2026, 5, 4))
        assert now_of(case).state == "bepaalde_tijd"
        law.carry_out_law(noon(date(2026, 5, 4)))
        assert now_of(case).state == "afgelopen"

    def test_the_change_is_written_as_one_of_the_table(self, case):
        objection = objected(suspended(case, today=SENT))
        answered(objection, FOUND, today=TODAY)
        contested, annulment = now_of(case).changes.order_by("number")
        assert (annulment.event, annulment.case) == (Event.ANNUL, objection.case)
        assert (contested.undone_by, contested.annulled_on) == (annulment, TODAY)

    def test_what_is_already_lifted_only_counts_no_more(self, case):
        objection = objected(suspended(case, today=SENT))
        establish(case, Fact.CAUSE_GONE, today=FILED)
        lift(case)
        answered(objection, FOUND, today=TODAY)
        certificate = now_of(case)
        contested = certificate.changes.get(event=Event.SUSPEND_FOR_INQUIRY)
        assert (certificate.state, certificate.version) == ("onbepaalde_tijd", 2)
        assert (contested.undone_by, contested.annulled_on) == (None, TODAY)
        assert Entry.objects.filter(kind="certificate.decision_annulled").count() == 1
        known = known_now(certificate, TODAY)
        assert (known[Fact.SUSPENDED_BEFORE], known[Fact.SUSPENDED_IN_THREE_YEARS]) == (False, False)

    def test_a_suspension_that_is_annulled_does_not_come_back_with_the_withdrawal_after_it(self, case):
        of_suspension = objected(suspended(case, today=SENT))
        of_withdrawal = objected(withdrawn(make_case(case.certificate, today=SENT), today=SENT))
        answered(of_suspension, FOUND, today=TODAY)
        assert now_of(case).state == "ingetrokken"
        answered(of_withdrawal, FOUND, today=TODAY)
        certificate = now_of(case)
        assert (certificate.state, certificate.suspended_until) == ("onbepaalde_tijd", None)
        assert "schorsing" not in running(case)
        assert "geen_nieuwe_cursisten" not in open_duties(case)

    def test_the_withdrawal_annulled_first_leaves_the_suspension_to_be_annulled(self, case):
        of_suspension = objected(suspended(case, today=SENT))
        of_withdrawal = objected(withdrawn(make_case(case.certificate, today=SENT), today=SENT))
        answered(of_withdrawal, FOUND, today=TODAY)
        assert now_of(case).state == "onbepaalde_tijd_geschorst_onderzoek"
        assert open_duties(case).count("geen_nieuwe_cursisten") == 1
        answered(of_suspension, FOUND, today=TODAY)
        assert now_of(case).state == "onbepaalde_tijd"

    def test_a_prolonged_suspension_falls_whole(self, case):
        objection = objected(suspended(case, today=SENT))
        prolong(case)
        answered(objection, FOUND, today=TODAY)
        certificate = now_of(case)
        assert (certificate.state, certificate.suspended_until) == ("onbepaalde_tijd", None)
        assert all(each.annulled_on for each in certificate.changes.exclude(event=Event.ANNUL))

    def test_of_a_prolongation_only_the_prolongation_falls(self, case):
        suspended(case, today=SENT)
        prolonged = prolong(case)
        assert now_of(case).suspended_until == date(2026, 8, 1)
        objection = heard(filed(prolonged, today=TODAY), today=TODAY)
        answered(objection, FOUND, today=TODAY)
        certificate = now_of(case)
        assert (certificate.state, certificate.suspended_until) == (
            "onbepaalde_tijd_geschorst_onderzoek",
            date(2026, 6, 1),
        )
        assert case.terms.get(code="schorsing", ended_on=None).last_day == date(2026, 6, 1)

    def test_an_extension_during_the_suspension_stays(self):
        certificate = make_certificate(mark=Mark.FIXED, period_first=date(2025, 1, 1))
        case = make_case(certificate, today=SENT)
        objection = objected(suspended(case, today=SENT))
        extend(case)
        answered(objection, FOUND, today=TODAY)
        certificate = now_of(case)
        assert (certificate.state, certificate.fixed_until) == ("bepaalde_tijd_verlengd", date(2026, 10, 31))

    def test_a_grant_that_is_contested_is_replaced_and_never_undone(self):
        certificate = make_certificate(mark=Mark.FIXED, period_first=date(2025, 1, 1))
        case = make_case(certificate, today=SENT)
        objection = heard(filed(extend(case), today=FILED), today=FILED)
        answered(objection, FOUND, today=TODAY)
        certificate = now_of(case)
        assert (certificate.state, certificate.fixed_until) == ("bepaalde_tijd_verlengd", date(2026, 10, 31))
        assert certificate.changes.get().counts
        assert "bepaalde_tijd" in [code for each in certificate.cases.all() for code in running(each)]


def lift(case):
    return signed(case, Event.LIFT_SUSPENSION, today=FILED, grounds=["reden_weg"],
                  values={Parameter.EFFECTIVE_ON: FILED.isoformat()},
                  details={"lift_reason": "reden_weggenomen"})  # fmt: skip


def prolong(case):
    establish(case, Fact.INQUIRY_DONE, holds=False, today=FILED)
    return signed(
        case,
        Event.PROLONG_SUSPENSION,
        today=FILED,
        values={Parameter.MONTHS: "2"},
        heard=Heard.URGENT,
        details={"inquiry": "Wij wachten op de urenregistratie."},
    )


def extend(case):
    establish(case, Fact.ENOUGH_TRACKS, holds=False, today=FILED)
    facts = (Fact.AUDIT_IN_TIME, Fact.SURVEY_IN_TIME, Fact.MAIN_NORM_1_MET, Fact.SURVEY_NORMS_MET)
    establish(case, *facts, today=FILED)
    return signed(
        case, Event.EXTEND, today=FILED, values={Parameter.MONTHS: "6"}, details={"tracks": "Twee van drie"}
    )
