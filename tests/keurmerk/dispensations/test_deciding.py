from datetime import date, timedelta
from decimal import Decimal

import pytest

from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Term
from keurmerk.dispensations import service
from keurmerk.dispensations.enums import Advice, State
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.service import NormAdvice
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from rulebook.dispensations import Code, Effect
from rulebook.lifecycle.pieces import DecisionKind
from tests.factories.certification import give_mandate, make_decider, make_staff, noon
from tests.factories.dispensations import (
    REASONS,
    a_file,
    advice_for,
    judge_all,
    make_advised,
    make_asked,
    make_granted,
)
from tests.factories.organisations import make_school_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
LATER = TODAY + timedelta(days=7)


def codes(act):
    with pytest.raises(NotPossibleError) as error:
        act()
    return error.value.codes


def decide(dispensation, by=None, today=TODAY, reasons=REASONS):
    return service.decide(dispensation.pk, reasons, by=by or make_decider(), now=noon(today))


def test_granted_it_has_its_days_a_sealed_letter_a_mail_and_a_line_in_the_journal():
    granted = make_granted(today=TODAY)
    assert (granted.state_, granted.valid_from, granted.valid_until) == (State.GRANTED, TODAY, None)
    assert granted.letter.sealed
    assert "A. Voorbeeld" in granted.letter_html
    mail = Message.objects.get(kind="dispensations.school_dispensation_decided")
    assert "stemmen ermee in" in mail.body
    assert Entry.objects.filter(kind="dispensation.granted").count() == 1
    granted.case.refresh_from_db()
    assert granted.case.closed_on == TODAY
    assert not Term.objects.filter(case=granted.case, ended_on=None).exists()


def test_refused_it_has_no_days_and_the_letter_says_no():
    refused = decide(make_advised(today=TODAY, advice=Advice.REFUSE))
    assert (refused.state_, refused.valid_from) == (State.REFUSED, None)
    assert "stemmen daarmee niet in" in refused.letter_html
    assert not refused.norms.filter(granted=True).exists()


def test_who_advises_does_not_decide():
    adviser = make_decider()
    advised = make_advised(today=TODAY, adviser=adviser)
    assert codes(lambda: decide(advised, by=adviser)) == ("vier_ogen",)


def test_without_a_mandate_for_all_kinds_nobody_decides():
    limited = make_staff()
    give_mandate(
        limited,
        kinds=[DecisionKind.WARNING],
        valid_from=date(2020, 1, 1),
        source="Mandaatbesluit",
        given_by=make_staff(),
    )
    advised = make_advised(today=TODAY)
    for nobody in (make_staff(), limited):
        assert codes(lambda nobody=nobody: decide(advised, by=nobody)) == ("geen_mandaat",)


def test_pressing_twice_decides_once():
    decider, advised = make_decider(), make_advised(today=TODAY)
    assert decide(advised, by=decider) == decide(advised, by=decider)
    assert Message.objects.filter(kind="dispensations.school_dispensation_decided").count() == 1
    assert codes(lambda: decide(advised)) == ("andere_stand",)


def test_a_decision_has_reasons():
    assert codes(lambda: decide(make_advised(today=TODAY), reasons=" ")) == ("leeg",)


def test_what_was_not_advised_cannot_be_decided():
    assert codes(lambda: decide(make_asked(today=TODAY))) == ("andere_stand",)


def test_every_point_is_judged_before_anybody_advises():
    asked = make_asked(today=TODAY)
    assert codes(lambda: service.advise(asked.pk, advice_for(asked), by=make_staff(), today=TODAY)) == (
        "punten",
    )


def test_with_one_condition_that_does_not_hold_it_cannot_be_granted_but_can_be_refused():
    asked, staff = make_asked(today=TODAY), make_staff()
    judge_all(asked, today=TODAY)
    service.judge(asked.pk, {"didactiek_c": (False, "Geen ervaring met coachen.")}, by=staff, today=TODAY)
    assert codes(lambda: service.advise(asked.pk, advice_for(asked), by=staff, today=TODAY)) == (
        "voorwaarde",
    )
    refusing = advice_for(asked, advice=Advice.REFUSE)
    assert service.advise(asked.pk, refusing, by=staff, today=TODAY).state_ is State.ADVISED


def test_what_does_not_hold_is_explained():
    asked = make_asked(today=TODAY)
    unexplained = {"didactiek_c": (False, "")}
    assert codes(lambda: service.judge(asked.pk, unexplained, by=make_staff(), today=TODAY)) == ("waarom",)


def test_a_point_of_another_kind_is_refused():
    asked = make_asked(today=TODAY)
    strange = {"terugloop": (True, "")}
    assert codes(lambda: service.judge(asked.pk, strange, by=make_staff(), today=TODAY)) == ("onbekend_punt",)


def test_a_dispensation_is_granted_from_the_day_it_was_asked_at_the_earliest():
    asked = make_asked(today=TODAY)
    judge_all(asked, today=TODAY)
    early = advice_for(asked, valid_from=TODAY - timedelta(days=1))
    assert codes(lambda: service.advise(asked.pk, early, by=make_staff(), today=TODAY)) == ("valid_from",)


def test_a_trainee_is_granted_six_months_at_most():
    asked = make_asked(of=Code.TRAINEE, today=TODAY)
    judge_all(asked, today=TODAY)
    long = advice_for(asked, valid_until=date(2026, 9, 3))
    assert codes(lambda: service.advise(asked.pk, long, by=make_staff(), today=TODAY)) == ("valid_until",)


def test_another_limit_is_a_number():
    asked = make_asked(of=Code.SHRINKING, today=TODAY)
    judge_all(asked, today=TODAY)
    without = advice_for(asked, norms=[NormAdvice("2.13", Effect.OTHER_LIMIT)])
    assert codes(lambda: service.advise(asked.pk, without, by=make_staff(), today=TODAY)) == ("norms",)


def test_of_the_norms_that_a_school_names_some_may_be_refused():
    norms = [NormAdvice("2.13", Effect.OTHER_LIMIT, Decimal(70)), NormAdvice("2.14", None)]
    granted = make_granted(of=Code.SHRINKING, today=TODAY, norms=["2.13", "2.14"], advised={"norms": norms})
    assert dict(granted.norms.values_list("norm", "granted")) == {"2.13": True, "2.14": False}
    assert "andere grens: 70" in granted.letter_html
    assert "2.14" not in granted.letter_html


def test_who_decides_may_give_it_back_and_the_case_tells_why():
    advised = make_advised(today=TODAY)
    service.give_back(advised.pk, "Het cv ontbreekt.", by=make_decider())
    advised.refresh_from_db()
    assert advised.state_ is State.ASKED
    assert "Het cv ontbreekt." in advised.case.notes.get().text


def test_a_chance_to_complete_is_given_once_and_stops_the_term():
    asked, staff = make_asked(today=TODAY), make_staff()
    service.ask_more(asked.pk, "Het diploma ontbreekt.", by=staff, today=LATER)
    user = make_school_user(asked.school)
    completed = service.complete(
        asked.pk,
        "Hierbij.",
        {"aanvulling": [a_file("diploma.txt")]},
        by=user,
        today=LATER + timedelta(days=5),
    )
    assert completed.state_ is State.ASKED
    term = Term.objects.get(case=asked.case, code="ontheffing_beslissen")
    assert term.last_day == date(2026, 5, 1)  # 27 April, and the four whole days in between
    assert not Term.objects.filter(code="ontheffing_aanvullen", ended_on=None).exists()
    assert codes(lambda: service.ask_more(asked.pk, "Nog iets.", by=staff, today=LATER)) == ("al_gevraagd",)


def test_completing_twice_is_once():
    asked = make_asked(today=TODAY)
    user = make_school_user(asked.school)
    service.ask_more(asked.pk, "Het diploma ontbreekt.", by=make_staff(), today=TODAY)
    for _ in range(2):
        service.complete(asked.pk, "Hierbij.", {"aanvulling": [a_file()]}, by=user, today=LATER)
    assert asked.evidence.filter(code="aanvulling").count() == 1
    assert Entry.objects.filter(kind="dispensation.completed").count() == 1


def test_nothing_is_no_completion():
    asked = make_asked(today=TODAY)
    service.ask_more(asked.pk, "Het diploma ontbreekt.", by=make_staff(), today=TODAY)
    user = make_school_user(asked.school)
    assert codes(lambda: service.complete(asked.pk, " ", {}, by=user, today=LATER)) == ("leeg",)


def test_while_the_school_may_still_complete_nobody_advises_and_after_it_they_do():
    asked, staff = make_asked(today=TODAY), make_staff()
    service.ask_more(asked.pk, "Het diploma ontbreekt.", by=staff, today=TODAY)
    asked.refresh_from_db()
    judge_all(asked, today=TODAY)
    last = asked.repair_by
    assert codes(lambda: service.advise(asked.pk, advice_for(asked), by=staff, today=last)) == ("wacht",)
    after = last + timedelta(days=1)
    assert service.advise(asked.pk, advice_for(asked), by=staff, today=after).state_ is State.ADVISED


def test_a_completion_after_the_last_day_is_kept_as_long_as_nothing_was_decided():
    asked = make_asked(today=TODAY)
    service.ask_more(asked.pk, "Het diploma ontbreekt.", by=make_staff(), today=TODAY)
    late = TODAY + timedelta(days=30)
    done = service.complete(asked.pk, "Alsnog.", {}, by=make_school_user(asked.school), today=late)
    assert done.repaired_on > done.repair_by


def test_the_school_takes_it_back_until_it_is_decided():
    asked = make_asked(today=TODAY)
    user = make_school_user(asked.school)
    for _ in range(2):
        assert service.withdraw(asked.pk, by=user, today=TODAY).state_ is State.WITHDRAWN
    asked.case.refresh_from_db()
    assert asked.case.closed_on == TODAY
    granted = make_granted(asked.school, today=TODAY, named="B. Voorbeeld")
    assert codes(lambda: service.withdraw(granted.pk, by=user, today=TODAY)) == ("al_beslist",)


def test_what_was_granted_ends_early_with_a_reason_and_never_backwards():
    granted, decider = make_granted(today=TODAY), make_decider()

    def end(because="De docent vertrok.", day=LATER, by=decider):
        return service.end(granted.pk, because, from_day=day, by=by, today=LATER)

    assert codes(lambda: end(because="")) == ("because",)
    assert codes(lambda: end(day=LATER - timedelta(days=1))) == ("from_day",)
    assert codes(lambda: end(by=make_staff())) == ("geen_mandaat",)
    ended = end()
    assert (ended.state_, ended.ended_on) == (State.ENDED, LATER)
    assert end() == ended
    assert "De docent vertrok." in Message.objects.get(kind="dispensations.school_dispensation_ended").body


def test_the_database_itself_holds_the_four_eyes():
    constraints = {each.name for each in Dispensation._meta.constraints}
    assert "dispensation_decided_by_another" in constraints
