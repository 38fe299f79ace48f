"""Appeal and interim relief: recorded, with what follows for the certificate (§7.10.2, §7.10.3)."""

from datetime import date

import pytest

from keurmerk.certification.enums import CourtOutcome
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import CourtCase, Task
from keurmerk.certification.queries import known_now
from keurmerk.certification.queries.objections import decision_term, objection_timeline
from keurmerk.certification.service import courts, law, objections
from rulebook.lifecycle.events import Event, ObjectionEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import Mark
from tests.factories.certification import (
    answered,
    filed,
    heard,
    make_case,
    make_certificate,
    make_staff,
    noon,
    suspended,
    withdrawn,
)
from tests.factories.organisations import make_school_user

pytestmark = pytest.mark.django_db
SENT, FILED, ANSWERED = date(2026, 3, 2), date(2026, 3, 10), date(2026, 4, 20)
APPEALED, RULED = date(2026, 5, 11), date(2026, 9, 1)
INQUIRY, GOOD, WITHDRAWN = "onbepaalde_tijd_geschorst_onderzoek", "onbepaalde_tijd", "ingetrokken"


@pytest.fixture
def case():
    case = make_case(today=SENT)
    make_school_user(case.school)
    return case


@pytest.fixture
def staff():
    return make_staff()


def refused(verb, *args, **given):
    with pytest.raises(NotPossibleError) as told:
        verb(*args, **given)
    return told.value.codes


def unfounded(decision):
    objection = heard(filed(decision, today=FILED), today=FILED)
    answered(objection, ObjectionEvent.UNFOUND, today=ANSWERED)
    objection.refresh_from_db()
    return objection


def appeal(objection, *, filed_on=APPEALED, today=APPEALED, by=None):
    return courts.record_appeal(
        objection.pk,
        court="Rechtbank Midden-Nederland",
        number="UTR 26/1234",
        filed_on=filed_on,
        by=by or make_staff(),
        today=today,
    )


def relief(objection, *, filed_on=FILED, today=FILED):
    return courts.record_relief(
        objection.pk,
        court="Rechtbank Midden-Nederland",
        number="UTR 26/99",
        filed_on=filed_on,
        by=make_staff(),
        today=today,
    )


def rule(court_case, outcome, on, *, annuls=False, by=None):
    ruling = courts.Ruling(outcome=outcome, decided_on=on, consequence="Zie de uitspraak.", annuls=annuls)
    return courts.record_ruling(court_case.pk, ruling, by=by or make_staff(), today=on)


def now_of(case):
    certificate = case.certificate
    certificate.refresh_from_db()
    return certificate


def standing(case):
    mine = Task.objects.filter(case__certificate=case.certificate, due=None, ended_on=None)
    return sorted(mine.values_list("code", flat=True))


def terms(case):
    return sorted(
        code
        for each in case.certificate.cases.all()
        for code in each.terms.filter(ended_on=None).values_list("code", flat=True)
    )


class TestAppeal:
    def test_after_an_answer_it_runs_and_the_term_for_it_ends(self, case):
        objection = unfounded(suspended(case, today=SENT))
        appeal(objection)
        objection.refresh_from_db()
        assert objection.state == "in_beroep"
        assert not objection.case.terms.filter(code="beroep", ended_on=None).exists()
        assert now_of(case).state == INQUIRY

    def test_not_before_there_is_an_answer(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        assert refused(appeal, objection) == ("niet_in_tabel",)

    @pytest.mark.parametrize("filed_on", [date(2026, 4, 19), date(2026, 5, 12)], ids=["before", "to come"])
    def test_between_the_answer_and_today(self, case, filed_on):
        objection = unfounded(suspended(case, today=SENT))
        assert refused(appeal, objection, filed_on=filed_on) == ("ingediend_op",)

    @pytest.mark.parametrize(
        ("outcome", "state"),
        [
            (CourtOutcome.REFUSED, "beroep_ongegrond"),
            (CourtOutcome.WITHDRAWN, "beroep_ingetrokken"),
            (CourtOutcome.GRANTED, "beroep_gegrond"),
        ],
    )
    def test_what_the_court_says_moves_the_objection_and_not_the_certificate(self, case, outcome, state):
        objection = unfounded(withdrawn(case, today=SENT))
        rule(appeal(objection), outcome, RULED)
        objection.refresh_from_db()
        assert objection.state == state
        assert now_of(case).state == WITHDRAWN
        assert known_now(case.certificate, RULED)[Fact.DECISION_ANNULLED] is False

    def test_a_court_that_annuls_the_decision_itself_brings_the_certificate_back(self, case):
        objection = unfounded(withdrawn(case, today=SENT))
        rule(appeal(objection), CourtOutcome.GRANTED, RULED, annuls=True)
        certificate = now_of(case)
        assert certificate.state == GOOD
        assert certificate.changes.get(event=Event.ANNUL).case == objection.case
        assert standing(case) == []

    def test_annulled_after_the_status_moved_on_it_only_counts_no_more(self, case):
        objection = unfounded(suspended(case, today=SENT))
        law.carry_out_law(noon(date(2026, 6, 2)))
        assert now_of(case).state == GOOD
        rule(appeal(objection), CourtOutcome.GRANTED, RULED, annuls=True)
        certificate = now_of(case)
        assert (certificate.state, certificate.version) == (GOOD, 2)
        assert known_now(certificate, RULED)[Fact.SUSPENDED_BEFORE] is False

    def test_only_a_founded_appeal_annuls(self, case):
        court_case = appeal(unfounded(withdrawn(case, today=SENT)))
        assert refused(rule, court_case, CourtOutcome.REFUSED, RULED, annuls=True) == ("vernietigt",)

    def test_the_same_ruling_twice_is_once(self, case):
        court_case = appeal(unfounded(withdrawn(case, today=SENT)))
        rule(court_case, CourtOutcome.REFUSED, RULED)
        assert refused(rule, court_case, CourtOutcome.GRANTED, RULED) == ("al_uitspraak",)

    @pytest.mark.parametrize("on", [date(2026, 5, 10)], ids=["before it was filed"])
    def test_a_ruling_comes_after_the_filing(self, case, on):
        court_case = appeal(unfounded(withdrawn(case, today=SENT)))
        assert refused(rule, court_case, CourtOutcome.REFUSED, on) == ("uitspraak_op",)

    def test_a_school_records_nothing(self, case):
        objection = unfounded(withdrawn(case, today=SENT))
        assert "niet_bevoegd" in refused(appeal, objection, by=make_school_user(case.school))
        assert not CourtCase.objects.exists()


class TestDecidingAgain:
    @pytest.fixture
    def objection(self, case):
        objection = unfounded(withdrawn(case, today=SENT))
        rule(appeal(objection), CourtOutcome.GRANTED, RULED)
        return objection

    def test_the_court_fixes_the_day_and_nothing_moves_it(self, objection, staff):
        until = date(2026, 10, 10)
        objection = courts.decide_again(objection.pk, until=until, by=staff, today=RULED)
        term = decision_term(objection)
        assert (objection.state, term.last_day, term.kind) == ("gehoord", until, "tot_en_met")

    def test_that_term_cannot_be_postponed(self, objection, staff):
        courts.decide_again(objection.pk, until=date(2026, 10, 10), by=staff, today=RULED)
        given = {"because": "Drukte.", "by": staff, "now": noon(RULED)}
        assert refused(objections.postpone, objection.pk, **given) == ("termijn_rechter",)

    def test_founded_the_second_time_undoes_the_decision(self, case, objection, staff):
        objection = courts.decide_again(objection.pk, until=date(2026, 10, 10), by=staff, today=RULED)
        answered(objection, ObjectionEvent.FOUND, today=date(2026, 9, 20))
        assert now_of(case).state == GOOD


class TestInterimRelief:
    def test_only_while_an_objection_or_appeal_runs(self, case):
        objection = unfounded(suspended(case, today=SENT))
        assert refused(relief, objection, filed_on=APPEALED, today=APPEALED) == ("geen_procedure",)
        appeal(objection)
        assert relief(objection, filed_on=APPEALED, today=APPEALED).outcome == CourtOutcome.PENDING

    def test_one_request_at_a_time(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        relief(objection)
        assert refused(relief, objection) == ("loopt_al",)

    def test_not_before_the_objection(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        assert refused(relief, objection, filed_on=SENT) == ("ingediend_op",)

    def test_asking_and_refusing_change_nothing(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        rule(relief(objection), CourtOutcome.REFUSED, date(2026, 3, 20))
        assert (now_of(case).state, case.certificate.version) == (INQUIRY, 1)

    def test_granted_the_status_of_before_holds_for_the_time_being(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        rule(relief(objection), CourtOutcome.GRANTED, date(2026, 3, 20))
        certificate = now_of(case)
        assert (certificate.state, certificate.suspended_until) == (GOOD, None)
        assert "schorsing" not in terms(case)
        assert standing(case) == []

    def test_ended_the_decision_works_again_with_its_own_last_day(self, case, staff):
        objection = filed(suspended(case, today=SENT), today=FILED)
        court_case = rule(relief(objection), CourtOutcome.GRANTED, date(2026, 3, 20))
        courts.end_relief(court_case.pk, ended_on=date(2026, 4, 1), by=staff, today=date(2026, 4, 1))
        certificate = now_of(case)
        assert (certificate.state, certificate.suspended_until) == (INQUIRY, date(2026, 6, 1))
        assert terms(case).count("schorsing") == 1
        assert standing(case).count("geen_nieuwe_cursisten") == 1

    def test_a_fixed_term_runs_on_through_it_all(self, staff):
        certificate = make_certificate(mark=Mark.FIXED, period_first=date(2026, 1, 1))
        case = make_case(certificate, today=SENT)
        objection = filed(suspended(case, today=SENT), today=FILED)
        court_case = rule(relief(objection), CourtOutcome.GRANTED, date(2026, 3, 20))
        courts.end_relief(court_case.pk, ended_on=date(2026, 4, 1), by=staff, today=date(2026, 4, 1))
        assert terms(case).count("bepaalde_tijd") == 1
        assert now_of(case).fixed_until == date(2027, 4, 30)

    def test_a_withdrawal_that_is_held_up_and_works_again(self, case, staff):
        objection = filed(withdrawn(case, today=SENT), today=FILED)
        court_case = rule(relief(objection), CourtOutcome.GRANTED, date(2026, 3, 20))
        assert now_of(case).state == GOOD
        courts.end_relief(court_case.pk, ended_on=date(2026, 4, 1), by=staff, today=date(2026, 4, 1))
        assert now_of(case).state == WITHDRAWN
        assert sorted(set(standing(case))) == standing(case) == ["doorverwijzen", "geen_logo", "stoppen"]

    def test_after_it_worked_again_the_objection_can_still_succeed(self, case, staff):
        objection = filed(withdrawn(case, today=SENT), today=FILED)
        court_case = rule(relief(objection), CourtOutcome.GRANTED, date(2026, 3, 20))
        courts.end_relief(court_case.pk, ended_on=date(2026, 4, 1), by=staff, today=date(2026, 4, 1))
        answered(heard(objection, today=date(2026, 4, 2)), ObjectionEvent.FOUND, today=ANSWERED)
        assert now_of(case).state == GOOD

    def test_annulled_while_held_up_it_never_works_again(self, case, staff):
        objection = filed(withdrawn(case, today=SENT), today=FILED)
        court_case = rule(relief(objection), CourtOutcome.GRANTED, date(2026, 3, 20))
        answered(heard(objection, today=date(2026, 4, 2)), ObjectionEvent.FOUND, today=ANSWERED)
        assert now_of(case).state == GOOD
        courts.end_relief(court_case.pk, ended_on=ANSWERED, by=staff, today=ANSWERED)
        assert now_of(case).state == GOOD
        assert known_now(case.certificate, ANSWERED)[Fact.STAY_ENDED] is False

    def test_relief_ends_once(self, case, staff):
        objection = filed(suspended(case, today=SENT), today=FILED)
        court_case = rule(relief(objection), CourtOutcome.GRANTED, date(2026, 3, 20))
        given = {"ended_on": date(2026, 4, 1), "by": staff, "today": date(2026, 4, 1)}
        courts.end_relief(court_case.pk, **given)
        assert refused(courts.end_relief, court_case.pk, **given) == ("geen_voorziening",)

    def test_the_timeline_tells_of_the_court(self, case):
        objection = filed(suspended(case, today=SENT), today=FILED)
        rule(relief(objection), CourtOutcome.GRANTED, date(2026, 3, 20))
        assert [moment.what for moment in objection_timeline(objection)][1:] == [
            "voorlopige voorziening ingediend bij Rechtbank Midden-Nederland",
            "voorlopige voorziening: gegrond of toegewezen",
        ]
