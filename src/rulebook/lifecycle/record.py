"""What is on record of a certificate, and the facts that follow from it on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rulebook.kernel.period import MeasuringPeriod, add_months
from rulebook.lifecycle.cycle import YEARS_IN_CYCLE, cycle_year, start_of_cycle
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import Mark, PlanState, State

SUSPENDING = frozenset({Event.SUSPEND_FOR_INQUIRY, Event.SUSPEND_AS_SANCTION})
WITHDRAWING = frozenset({Event.WITHDRAW, Event.WITHDRAW_FOR_A_TIME, Event.WITHDRAW_AT_REQUEST})
PLAN_DONE = frozenset(
    {PlanState.APPROVED, PlanState.REFUSED, PlanState.MISSED, PlanState.CARRIED_OUT, PlanState.FAILED}
)
LOOK_BACK_CYCLE_YEARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Something that happened to the certificate."""

    event: Event
    on: date
    until: date | None = None
    """Last day of a suspension, as it stood after prolongation or lifting."""
    period: date | None = None
    """First day of the measuring period it was about."""
    undone: bool = False
    """Annulled: it counts for nothing any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPast:
    state: PlanState
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    state: State
    past: tuple[Past, ...] = ()
    """The oldest first."""
    periods: tuple[MeasuringPeriod, ...] = ()
    """The holder's measuring periods, the one that is or was judged last at the end."""
    fixed_until: date | None = None
    warned_until: date | None = None
    suspended_until: date | None = None
    withdrawn_until: date | None = None
    plan: PlanPast | None = None
    annulled: bool = False
    """The last contested decision was revoked on objection or annulled by the court."""
    stayed: bool = False
    stay_ended: bool = False
    lift_after_plan: bool = False


def known_facts(record: Record, findings: Mapping[Fact, bool], today: date) -> dict[Fact, bool]:
    """What staff established and what an assessment showed, with what follows from the record on top."""
    return {**findings, **derived(record, findings, today)}


def derived(record: Record, findings: Mapping[Fact, bool], today: date) -> dict[Fact, bool]:
    """Every fact of `facts.DERIVED` that concerns the certificate, true or false."""
    past = [each for each in record.past if not each.undone]
    return {
        **_of_application(past, findings),
        **_of_dates(record, today),
        **_of_judgement(record, past, findings),
        **_of_plan(record),
        **_of_cycle(record, past, today),
        **_of_favours(record, past, findings, today),
        Fact.DECISION_ANNULLED: record.annulled,
        Fact.EFFECT_STAYED: record.stayed,
        Fact.STAY_ENDED: record.stay_ended,
    }


def _of_application(past: list[Past], findings: Mapping[Fact, bool]) -> dict[Fact, bool]:
    events = [each.event for each in past]
    started = len(events) - 1 - events[::-1].index(Event.APPLY) if Event.APPLY in events else 0
    held = len(events) - 1 - events[::-1].index(Event.GRANT_FIXED) if Event.GRANT_FIXED in events else 0
    now, before = set(events[started:]), set(events[:started])
    return {
        Fact.DECLARED_COMPLETE: Event.COMPLETE in now,
        Fact.COMPLETION_ASKED: Event.ASK_COMPLETION in now,
        Fact.DECISION_TERM_EXTENDED: Event.EXTEND_DECISION_TERM in now,
        Fact.HELD_BEFORE: bool(before & {Event.REJECT, Event.GRANT_FIXED})
        or findings.get(Fact.RELATED_HELD_BEFORE) is True,
        Fact.EXTENDED_BEFORE: Event.EXTEND in events[held:],
        Fact.SUSPENDED_BEFORE: bool(SUSPENDING & set(events[held:])),
    }


def _of_dates(record: Record, today: date) -> dict[Fact, bool]:
    def over(day: date | None) -> bool:
        return day is not None and day < today

    return {
        Fact.TERM_OVER: over(record.fixed_until),
        Fact.WARNING_OVER: over(record.warned_until),
        Fact.SUSPENSION_OVER: over(record.suspended_until),
        Fact.WITHDRAWAL_OVER: over(record.withdrawn_until),
    }


def _of_plan(record: Record) -> dict[Fact, bool]:
    plan = record.plan or PlanPast(state=PlanState.NONE)
    return {
        Fact.PLAN_JUDGED: plan.state in PLAN_DONE or plan.late,
        Fact.PLAN_APPROVED: plan.state in {PlanState.APPROVED, PlanState.CARRIED_OUT},
        Fact.PLAN_REFUSED: plan.state is PlanState.REFUSED,
        Fact.PLAN_MISSED: plan.state is PlanState.MISSED or plan.late,
        Fact.PLAN_FAILED: plan.state is PlanState.FAILED,
        Fact.PLAN_CARRIED_OUT: plan.state is PlanState.CARRIED_OUT,
        Fact.LIFT_AFTER_PLAN: record.lift_after_plan,
    }


def _of_judgement(record: Record, past: list[Past], findings: Mapping[Fact, bool]) -> dict[Fact, bool]:
    """What is not known counts as not so: it is for the school to have its audit and survey done in time."""

    def found(*facts: Fact) -> bool:
        return all(findings.get(fact) is True for fact in facts)

    extended = _of_application(past, findings)[Fact.EXTENDED_BEFORE]
    too_few = findings.get(Fact.ENOUGH_TRACKS) is False
    held = record.state.held
    return {
        Fact.JUDGEABLE: found(Fact.AUDIT_IN_TIME, Fact.SURVEY_IN_TIME),
        Fact.EXTENSION_OWED: too_few and not extended and found(Fact.MAIN_NORM_1_MET, Fact.SURVEY_NORMS_MET),
        Fact.HOLDS_INDEFINITELY: held is not None and held[0] is Mark.INDEFINITE,
    }


def _of_favours(
    record: Record, past: list[Past], findings: Mapping[Fact, bool], today: date
) -> dict[Fact, bool]:
    def about(place: int, event: Event) -> bool:
        """Whether this was granted about the last period but so many."""
        periods = record.periods[place:] if len(record.periods) >= -place else ()
        return any(
            each.event is event and each.period == period.first for period in periods[:1] for each in past
        )

    four_years_ago = add_months(today, -12 * YEARS_IN_CYCLE)
    too_few = findings.get(Fact.ENOUGH_TRACKS) is False
    only_pass_rates = findings.get(Fact.ONLY_PASS_RATES_FAILED) is True
    return {
        Fact.COMPENSATED_LAST_PERIOD: about(-2, Event.COMPENSATE),
        Fact.LENIENT_LAST_PERIOD: about(-2, Event.BE_LENIENT),
        Fact.LENIENT_IN_FOUR_YEARS: any(
            each.event is Event.BE_LENIENT and each.on > four_years_ago for each in past
        ),
        Fact.TOO_FEW_AGAIN: too_few and about(-2, Event.BE_LENIENT),
        Fact.ALREADY_FORGIVEN: (only_pass_rates and about(-1, Event.COMPENSATE))
        or (too_few and about(-1, Event.BE_LENIENT)),
    }


def _of_cycle(record: Record, past: list[Past], today: date) -> dict[Fact, bool]:
    return {
        Fact.PERIOD_CHANGED_BEFORE: any(each.event is Event.CHANGE_PERIOD for each in past),
        Fact.CYCLE_YEAR_FOUR: bool(record.periods) and cycle_year(len(record.periods) - 1) == YEARS_IN_CYCLE,
        Fact.EXEMPTION_LOST: _exemption_lost(record, past),
        Fact.SUSPENDED_IN_THREE_YEARS: _suspended_lately(record, past, today),
    }


def _exemption_lost(record: Record, past: list[Past]) -> bool:
    """Compensation, a change of period by an indefinite holder, or a suspension in this cycle (§6.1.4).

    Compensation counts for the cycle of the period that it was about: it is granted after that period.
    """
    if not record.periods:
        return False
    start = start_of_cycle(record.periods)
    granted = max((each.on for each in past if each.event is Event.GRANT), default=None)
    in_cycle = [each for each in past if each.on >= start or _runs_on(each, start)]
    return any(
        (each.event is Event.COMPENSATE and (each.period or each.on) >= start)
        or each.event in SUSPENDING | WITHDRAWING
        or (each.event is Event.CHANGE_PERIOD and granted is not None and each.on >= granted)
        for each in in_cycle
    )


def _suspended_lately(record: Record, past: list[Past], today: date) -> bool:
    """On any day of the three cycle years before this one, or since."""
    before = record.periods[-1 - LOOK_BACK_CYCLE_YEARS :] if record.periods else ()
    since = before[0].first if before else add_months(today, -12 * LOOK_BACK_CYCLE_YEARS)
    return any(
        each.event in SUSPENDING | WITHDRAWING and (each.on >= since or _runs_on(each, since))
        for each in past
    )


def _runs_on(each: Past, day: date) -> bool:
    """Whether a suspension that began earlier still held on this day."""
    return each.event in SUSPENDING and each.until is not None and each.until >= day
