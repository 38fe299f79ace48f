"""What follows from the record of a certificate: as the reference counts it, and to the day."""

from datetime import date, timedelta

import pytest

from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.record import Past, PlanPast, Record, derived, known_facts
from rulebook.lifecycle.states import PlanState, State
from tests.reference.lifecycle_record import facts
from tests.rulebook.lifecycle.engine import Engine
from tests.rulebook.lifecycle.random_records import random_record

ENGINE = Engine()
CODES = (ENGINE.all_states("keurmerk"), ENGINE.all_events("keurmerk"), ENGINE.all_states("plan"))
OF_PLAN_AND_OBJECTION = {
    Fact.PLAN_TERM_OVER,
    Fact.DECISION_OBJECTIONABLE,
    Fact.OBJECTION_IN_TIME,
    Fact.DEMANDS_MET,
    Fact.REPAIR_ASKED,
    Fact.REPAIR_TERM_OVER,
    Fact.COMMITTEE_REPORTED,
    Fact.OBJECTION_POSTPONED,
    Fact.OBJECTION_TERM_OVER,
    Fact.OTHER_SIGNER,
}
LIMIT = date(2026, 4, 30)
DAY = timedelta(days=1)
YEARS = tuple(MeasuringPeriod.starting(date(2021 + number, 1, 1)) for number in range(8))


@pytest.mark.parametrize("part", range(10))
def test_a_made_up_record_gives_the_facts_of_the_reference(part: int) -> None:
    for seed in range(part * 150, part * 150 + 150):
        record, findings, today = random_record(seed, *CODES)
        assert ENGINE.derived(record, findings, today) == facts(record, findings, today), seed


def test_exactly_the_derived_facts_of_a_certificate_are_derived() -> None:
    assert derived(Record(state=State.NONE), {}, LIMIT).keys() == DERIVED - OF_PLAN_AND_OBJECTION


def test_an_empty_record_makes_nothing_true() -> None:
    assert not any(derived(Record(state=State.NONE), {}, LIMIT).values())


def test_what_follows_from_the_record_goes_before_what_staff_entered() -> None:
    entered = {Fact.TERM_OVER: True, Fact.NORM_FAILED: True}
    known = known_facts(Record(state=State.FIXED, fixed_until=LIMIT), entered, LIMIT)
    assert known[Fact.TERM_OVER] is False
    assert known[Fact.NORM_FAILED] is True


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("fixed_until", Fact.TERM_OVER),
        ("warned_until", Fact.WARNING_OVER),
        ("suspended_until", Fact.SUSPENSION_OVER),
        ("withdrawn_until", Fact.WITHDRAWAL_OVER),
    ],
)
@pytest.mark.parametrize(("days", "over"), [(-1, False), (0, False), (1, True)])
def test_a_term_is_over_the_day_after_its_last_day(name: str, fact: Fact, days: int, over: bool) -> None:
    record = Record(state=State.FIXED, **{name: LIMIT})  # type: ignore[arg-type]
    assert derived(record, {}, LIMIT + days * DAY)[fact] is over


@pytest.mark.parametrize(
    ("granted", "today", "counts"),
    [
        (date(2024, 3, 15), date(2028, 3, 14), True),
        (date(2024, 3, 15), date(2028, 3, 15), False),
        (date(2024, 3, 15), date(2028, 3, 16), False),
        (date(2024, 2, 29), date(2028, 2, 28), True),
        (date(2024, 2, 29), date(2028, 2, 29), False),
        (date(2023, 2, 28), date(2027, 2, 27), True),
        (date(2023, 2, 28), date(2027, 2, 28), False),
        (date(2096, 2, 29), date(2100, 2, 28), True),
        (date(2096, 2, 29), date(2100, 3, 1), False),
    ],
)
def test_leniency_counts_until_the_same_day_four_years_on(granted: date, today: date, counts: bool) -> None:
    record = Record(state=State.INDEFINITE, past=(Past(event=Event.BE_LENIENT, on=granted),))
    assert derived(record, {}, today)[Fact.LENIENT_IN_FOUR_YEARS] is counts


@pytest.mark.parametrize(("number", "last_period"), [(6, True), (7, False), (5, False)])
def test_leniency_of_the_last_period_makes_too_few_tracks_too_few_again(
    number: int, last_period: bool
) -> None:
    lenient = Past(event=Event.BE_LENIENT, on=date(2028, 4, 1), period=YEARS[number].first)
    known = derived(
        Record(state=State.INDEFINITE, past=(lenient,), periods=YEARS),
        {Fact.ENOUGH_TRACKS: False},
        date(2029, 4, 1),
    )
    assert known[Fact.LENIENT_LAST_PERIOD] is last_period
    assert known[Fact.TOO_FEW_AGAIN] is last_period
    assert known[Fact.ALREADY_FORGIVEN] is (number == 7)


def test_enough_tracks_after_leniency_are_no_second_year() -> None:
    lenient = Past(event=Event.BE_LENIENT, on=date(2028, 4, 1), period=YEARS[6].first)
    record = Record(state=State.INDEFINITE, past=(lenient,), periods=YEARS)
    assert derived(record, {Fact.ENOUGH_TRACKS: True}, date(2029, 4, 1))[Fact.TOO_FEW_AGAIN] is False
    assert derived(record, {}, date(2029, 4, 1))[Fact.TOO_FEW_AGAIN] is False


@pytest.mark.parametrize(("on", "lost"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True)])
@pytest.mark.parametrize("event", [Event.SUSPEND_FOR_INQUIRY, Event.SUSPEND_AS_SANCTION, Event.WITHDRAW])
def test_the_exemption_is_lost_from_the_first_day_of_the_cycle(event: Event, on: date, lost: bool) -> None:
    record = Record(state=State.INDEFINITE, past=(Past(event=event, on=on),), periods=YEARS)
    known = derived(record, {}, date(2029, 1, 2))
    assert known[Fact.CYCLE_YEAR_FOUR] is True
    assert known[Fact.EXEMPTION_LOST] is lost


@pytest.mark.parametrize(("until", "lost"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True)])
def test_a_suspension_that_runs_into_the_cycle_takes_the_exemption(until: date, lost: bool) -> None:
    suspended = Past(event=Event.SUSPEND_AS_SANCTION, on=date(2024, 6, 1), until=until)
    record = Record(state=State.INDEFINITE, past=(suspended,), periods=YEARS)
    assert derived(record, {}, date(2029, 1, 2))[Fact.EXEMPTION_LOST] is lost


@pytest.mark.parametrize(("number", "lost"), [(3, False), (4, True)])
def test_compensation_takes_the_exemption_of_the_cycle_of_its_period(number: int, lost: bool) -> None:
    """Compensation about the last year of a cycle is granted in the first year of the next."""
    granted = Past(event=Event.COMPENSATE, on=date(2025, 4, 1), period=YEARS[number].first)
    record = Record(state=State.INDEFINITE, past=(granted,), periods=YEARS)
    assert derived(record, {}, date(2029, 1, 2))[Fact.EXEMPTION_LOST] is lost


@pytest.mark.parametrize(("on", "lost"), [(date(2025, 3, 1), False), (date(2026, 5, 1), True)])
def test_only_a_change_of_period_after_the_grant_takes_the_exemption(on: date, lost: bool) -> None:
    past = (Past(event=Event.CHANGE_PERIOD, on=on), Past(event=Event.GRANT, on=date(2026, 5, 1)))
    record = Record(state=State.INDEFINITE, past=past, periods=YEARS)
    assert derived(record, {}, date(2029, 1, 2))[Fact.EXEMPTION_LOST] is lost


@pytest.mark.parametrize(("until", "lately"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True)])
def test_suspended_in_the_three_cycle_years_before(until: date, lately: bool) -> None:
    suspended = Past(event=Event.SUSPEND_FOR_INQUIRY, on=date(2024, 10, 1), until=until)
    record = Record(state=State.INDEFINITE, past=(suspended,), periods=YEARS)
    assert derived(record, {}, date(2028, 12, 31))[Fact.SUSPENDED_IN_THREE_YEARS] is lately


def test_an_annulled_decision_counts_for_nothing() -> None:
    events = (Event.SUSPEND_AS_SANCTION, Event.COMPENSATE, Event.BE_LENIENT, Event.CHANGE_PERIOD)
    past = tuple(Past(event=event, on=LIMIT, period=YEARS[7].first, undone=True) for event in events)
    record = Record(state=State.INDEFINITE, past=past, periods=YEARS)
    known = derived(record, {Fact.ENOUGH_TRACKS: False}, LIMIT)
    assert {fact for fact, held in known.items() if held} == {Fact.CYCLE_YEAR_FOUR, Fact.HOLDS_INDEFINITELY}


def test_a_new_life_starts_afresh_but_remembers_that_there_was_one() -> None:
    """An extension and a suspension belong to the certificate that was held, not to the one asked for now."""
    order = (
        Event.APPLY,
        Event.ASK_COMPLETION,
        Event.GRANT_FIXED,
        Event.EXTEND,
        Event.SUSPEND_AS_SANCTION,
        Event.WITHDRAW,
        Event.APPLY,
        Event.GRANT_FIXED,
    )
    past = tuple(Past(event=event, on=LIMIT + number * DAY) for number, event in enumerate(order))
    known = derived(Record(state=State.FIXED, past=past), {}, LIMIT + 9 * DAY)
    assert known[Fact.HELD_BEFORE] is True
    assert known[Fact.EXTENDED_BEFORE] is False
    assert known[Fact.SUSPENDED_BEFORE] is False
    assert known[Fact.COMPLETION_ASKED] is False


def test_a_related_person_who_held_counts_as_held_before() -> None:
    found = {Fact.RELATED_HELD_BEFORE: True}
    assert derived(Record(state=State.APPLICATION), found, LIMIT)[Fact.HELD_BEFORE] is True


@pytest.mark.parametrize(
    "missing", [Fact.ENOUGH_TRACKS, Fact.MAIN_NORM_1_MET, Fact.SURVEY_NORMS_MET, Fact.EXTENDED_BEFORE]
)
def test_an_extension_is_owed_only_when_all_else_is_met(missing: Fact) -> None:
    findings = {Fact.ENOUGH_TRACKS: False, Fact.MAIN_NORM_1_MET: True, Fact.SURVEY_NORMS_MET: True}
    assert derived(Record(state=State.FIXED), findings, LIMIT)[Fact.EXTENSION_OWED] is True
    extended = (Past(event=Event.EXTEND, on=LIMIT),) if missing is Fact.EXTENDED_BEFORE else ()
    if missing in findings:
        findings[missing] = not findings[missing]
    record = Record(state=State.FIXED, past=extended)
    assert derived(record, findings, LIMIT)[Fact.EXTENSION_OWED] is False


@pytest.mark.parametrize("fact", [Fact.AUDIT_IN_TIME, Fact.SURVEY_IN_TIME])
def test_what_nobody_found_to_be_in_time_was_not_in_time(fact: Fact) -> None:
    both = {Fact.AUDIT_IN_TIME: True, Fact.SURVEY_IN_TIME: True}
    assert derived(Record(state=State.FIXED), both, LIMIT)[Fact.JUDGEABLE] is True
    del both[fact]
    assert derived(Record(state=State.FIXED), both, LIMIT)[Fact.JUDGEABLE] is False


def test_a_late_plan_stays_late_when_it_is_filed_after_all() -> None:
    record = Record(state=State.INDEFINITE, plan=PlanPast(state=PlanState.FILED, late=True))
    known = derived(record, {}, LIMIT)
    assert known[Fact.PLAN_MISSED] is True
    assert known[Fact.PLAN_JUDGED] is True
    assert known[Fact.PLAN_APPROVED] is False
