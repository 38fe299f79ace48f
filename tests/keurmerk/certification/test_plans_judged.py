"""The judgement of a plan and what comes of it (§7.6): a signed decision, then carried out or not."""

from datetime import date

import pytest

from keurmerk.certification.enums import DecisionState
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.queries import known_now
from keurmerk.certification.queries.plans import plan_terms, plan_timeline
from keurmerk.certification.service import deciding, plans, signing
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Parameter
from tests.factories.certification import (
    establish,
    judged,
    make_case,
    make_decider,
    make_staff,
    noon,
    submitted,
)
from tests.factories.organisations import make_school_user

pytestmark = pytest.mark.django_db
ASKED_ON, FILED_ON, TODAY, UNTIL = date(2026, 6, 1), date(2026, 6, 10), date(2026, 6, 20), date(2026, 9, 30)


@pytest.fixture
def plan():
    case = make_case(today=ASKED_ON)
    establish(case, Fact.SATISFACTION_FAILED, today=ASKED_ON)
    establish(case, Fact.FAILED_AGAIN, holds=False, today=ASKED_ON)
    question = plans.Question(grounds=("tevredenheid",), facts_text="Het cijfer was 6,4.")
    plan = plans.ask(case, question, asked_by=make_staff(), now=noon(ASKED_ON))
    user = make_school_user(case.school)
    filed = plans.Filed(causes="Lessen vielen uit.", measures="Twee docenten aangenomen.")
    return plans.file(plan.pk, filed, filed_by=user, today=FILED_ON)


def refused(verb, *args, **given):
    with pytest.raises(NotPossibleError) as told:
        verb(*args, **given)
    return told.value.codes


def known(plan):
    return known_now(plan.certificate, TODAY)


def test_approved_it_must_be_carried_out_by_a_day(plan):
    decision = judged(plan, PlanEvent.APPROVE, today=TODAY, until=UNTIL)
    plan.refresh_from_db()
    (term,) = plan_terms(plan)
    assert decision.state == DecisionState.SIGNED
    assert (plan.state, plan.judged_on, plan.carry_out_by) == ("goedgekeurd", TODAY, UNTIL)
    assert (term.code, term.last_day, term.side) == ("plan_uitvoeren", UNTIL, "school")
    assert known(plan)[Fact.PLAN_APPROVED] is True
    assert [each.what for each in plan_timeline(plan)][-1] == "plan goedgekeurd"


def test_refused_it_is_closed_and_the_certificate_may_be_suspended(plan):
    judged(plan, PlanEvent.REFUSE, today=TODAY)
    plan.refresh_from_db()
    assert (plan.state, plan.ended_on) == ("afgekeurd", TODAY)
    assert plan_terms(plan) == []
    assert known(plan)[Fact.PLAN_REFUSED] is True
    assert [each.what for each in plan_timeline(plan)][-1] == "plan afgekeurd"


def test_against_a_judgement_no_objection_is_open(plan):
    decision = judged(plan, PlanEvent.REFUSE, today=TODAY)
    assert not decision.open_to_objection
    assert not plan.case.terms.filter(code="bezwaar").exists()


def test_approving_without_a_day_is_told_before_it_is_submitted(plan):
    assert refused(submitted, plan.case, PlanEvent.APPROVE, today=TODAY, plan=plan) == (
        "ontbreekt:tot_en_met",
    )


@pytest.mark.parametrize("until", ["2026-06-20", "geen datum"])
def test_the_day_must_lie_ahead(plan, until):
    values = {Parameter.UNTIL: until}
    codes = refused(submitted, plan.case, PlanEvent.APPROVE, today=TODAY, plan=plan, values=values)
    assert "waarde:tot_en_met" in codes


def test_a_day_that_has_passed_before_the_signature_stops_it(plan):
    decision = submitted(
        plan.case, PlanEvent.APPROVE, today=TODAY, plan=plan, values={Parameter.UNTIL: "2026-06-25"}
    )
    codes = refused(signing.sign, decision.pk, by=make_decider(), now=noon(date(2026, 6, 25)))
    plan.refresh_from_db()
    assert "waarde:tot_en_met" in codes
    assert plan.state == "ingediend"


def test_who_prepared_the_judgement_does_not_sign_it(plan):
    decider = make_decider()
    decision = submitted(plan.case, PlanEvent.REFUSE, today=TODAY, plan=plan, preparer=decider)
    assert refused(signing.sign, decision.pk, by=decider, now=noon(TODAY)) == ("vier_ogen",)


def test_a_plan_judged_twice_is_judged_once(plan):
    first = submitted(plan.case, PlanEvent.REFUSE, today=TODAY, plan=plan)
    second = submitted(
        plan.case, PlanEvent.APPROVE, today=TODAY, plan=plan, values={Parameter.UNTIL: UNTIL.isoformat()}
    )
    signing.sign(first.pk, by=make_decider(), now=noon(TODAY))
    assert refused(signing.sign, second.pk, by=make_decider(), now=noon(TODAY)) == ("niet_in_tabel",)
    assert Entry.objects.filter(kind__in=["plan.afkeuren", "plan.goedkeuren"]).count() == 1


def test_no_judgement_of_a_plan_that_is_not_filed():
    case = make_case(today=ASKED_ON)
    establish(case, Fact.SATISFACTION_FAILED, today=ASKED_ON)
    establish(case, Fact.FAILED_AGAIN, holds=False, today=ASKED_ON)
    question = plans.Question(grounds=("tevredenheid",), facts_text="Het cijfer was 6,4.")
    asked = plans.ask(case, question, asked_by=make_staff(), now=noon(ASKED_ON))
    codes = refused(deciding.prepare, case, PlanEvent.APPROVE, prepared_by=make_staff(), plan=asked)
    assert codes == ("niet_in_tabel",)


class TestCertifyingBody:
    def test_it_judges_at_the_request_of_the_school(self, plan):
        staff = make_staff()
        plans.request_body(plan.pk, by=make_school_user(plan.case.school))
        plans.refer(plan.pk, body_name="Certi BV", by=staff, today=TODAY)
        plan = plans.body_advises(plan.pk, advice="Het plan volstaat.", by=staff, today=date(2026, 6, 25))
        assert plan.state == "ingediend"
        assert [each.what for each in plan_timeline(plan)][-2:] == [
            "voorgelegd aan Certi BV",
            "advies van Certi BV",
        ]

    def test_not_without_that_request(self, plan):
        assert refused(plans.refer, plan.pk, body_name="Certi BV", by=make_staff(), today=TODAY) == (
            "feit:school_vraagt_certificerende_instelling",
        )

    def test_what_was_established_of_another_plan_does_not_count(self, plan):
        establish(plan.case, Fact.BODY_REQUESTED, today=TODAY)
        assert refused(plans.refer, plan.pk, body_name="Certi BV", by=make_staff(), today=TODAY) == (
            "feit:school_vraagt_certificerende_instelling",
        )

    def test_the_term_to_judge_runs_on_meanwhile(self, plan):
        plans.request_body(plan.pk, by=make_school_user(plan.case.school))
        plan = plans.refer(plan.pk, body_name="Certi BV", by=make_staff(), today=TODAY)
        assert [term.code for term in plan_terms(plan)] == ["plan_beoordelen"]


class TestCarryingOut:
    @pytest.fixture
    def approved(self, plan):
        judged(plan, PlanEvent.APPROVE, today=TODAY, until=UNTIL)
        plan.refresh_from_db()
        return plan

    def test_carried_out_it_may_end_a_suspension(self, approved):
        plan = plans.carried_out(approved.pk, because="Gezien op 1 juli.", by=make_staff(), today=UNTIL)
        assert (plan.state, plan.ended_on) == ("uitgevoerd", UNTIL)
        assert known_now(plan.certificate, UNTIL)[Fact.PLAN_CARRIED_OUT] is True
        assert plan_terms(plan) == []

    @pytest.mark.parametrize("ground", ["niet_nageleefd", "niet_op_tijd", "geen_verbetering"])
    def test_not_carried_out_has_a_ground(self, approved, ground):
        plan = plans.fail(
            approved.pk, grounds=(ground,), because="Er is niets veranderd.", by=make_staff(), today=UNTIL
        )
        assert plan.state == "niet_uitgevoerd"
        assert known_now(plan.certificate, UNTIL)[Fact.PLAN_FAILED] is True
        assert Entry.objects.get(kind="plan.niet_uitgevoerd_vaststellen").ground == ground

    def test_without_a_ground_it_does_not_fail(self, approved):
        codes = refused(plans.fail, approved.pk, grounds=(), because="Niets.", by=make_staff(), today=UNTIL)
        assert codes == ("grond_ontbreekt",)

    def test_the_school_hears_how_it_ended(self, approved):
        plans.carried_out(approved.pk, because="Gezien op 1 juli.", by=make_staff(), today=UNTIL)
        message = Message.objects.filter(kind="certification.school_plan_ended").first()
        assert "plan van aanpak uitgevoerd" in message.body

    def test_that_the_day_has_passed_ends_nothing_by_itself(self, approved):
        assert plans.miss_due(date(2026, 12, 1)) == 0
        approved.refresh_from_db()
        assert approved.state == "goedgekeurd"

    def test_a_school_does_not_say_itself_that_it_is_done(self, approved):
        user = make_school_user(approved.case.school)
        codes = refused(plans.carried_out, approved.pk, because="Klaar.", by=user, today=UNTIL)
        assert codes == ("niet_bevoegd",)
