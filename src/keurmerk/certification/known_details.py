"""What the record already answers of what a letter asks; staff may write something else."""

from collections.abc import Callable, Mapping
from datetime import date

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.letter_kinds import needs_of
from keurmerk.certification.models import Change, Decision, Request
from keurmerk.certification.queries.periods import period_to_change
from keurmerk.letters.letter import in_words
from rulebook.kernel.period import MeasuringPeriod, PeriodError
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import DecisionKind, Parameter
from rulebook.lifecycle.record import SUSPENDING
from rulebook.lifecycle.states import Mark, Standing, State

LIFT_REASONS = {
    "plan_uitgevoerd": "plan_uitgevoerd",
    "plan_goedgekeurd": "plan_goedgekeurd",
    "reden_weg": "reden_weggenomen",
}


def known_details(decision: Decision, today: date) -> dict[str, object]:
    """Known values by slot; dates as ISO, as a form gives them."""
    if decision.plan_id or decision.objection_id:
        return {}
    asked = needs_of(decision.kind_, Event(decision.event))
    found = {name: read(decision, today) for name, read in KNOWN.items() if name in asked}
    return {name: value for name, value in found.items() if value}


def _application_on(decision: Decision, _today: date) -> str | None:
    return _day(_newest(decision, {Event.APPLY}))


def _asked_on(decision: Decision, _today: date) -> str | None:
    return _day(_newest(decision, {Event.ASK_COMPLETION}))


def _repair_until(decision: Decision, _today: date) -> str | None:
    asked = _newest(decision, {Event.ASK_COMPLETION})
    return None if asked is None else asked.parameters.get(Parameter.UNTIL)


def _requested_on(decision: Decision, _today: date) -> str | None:
    request = Request.objects.filter(case=decision.case_id).first()
    if request is not None:
        return request.filed_on.isoformat()
    return decision.case.opened_on.isoformat() if decision.case.kind == CaseKind.REQUEST else None


def _earlier_on(decision: Decision, _today: date) -> str | None:
    earlier = _earlier(decision)
    return earlier.sent_on.isoformat() if earlier and earlier.sent_on else None


def _earlier_reference(decision: Decision, _today: date) -> str | None:
    earlier = _earlier(decision)
    return earlier.reference if earlier else None


def _earlier(decision: Decision) -> Decision | None:
    """The decision that suspended, or that set the conditions."""
    widened = decision.kind_ is DecisionKind.WIDENED_CONDITIONS
    events = {Event.GRANT_FIXED, Event.WIDEN_CONDITIONS} if widened else SUSPENDING
    change = _newest(decision, events)
    return None if change is None else Decision.objects.filter(change=change).first()


def _newest(decision: Decision, events: set[Event] | frozenset[Event]) -> Change | None:
    """The last that still counts, without what this decision itself did."""
    mine = Change.objects.filter(
        certificate=decision.case.certificate_id, event__in=list(events), undone_by=None
    )
    done = decision.change_id
    return (mine.exclude(pk=done) if done else mine).order_by("-number").first()


def _day(change: Change | None) -> str | None:
    return None if change is None else change.on.isoformat()


def _old_period(decision: Decision, today: date) -> str | None:
    period = _period_now(decision, today)
    return None if period is None else _words(period)


def _new_period(decision: Decision, today: date) -> str | None:
    """The last day that a school asked for makes a period, when it can be one."""
    request, now = Request.objects.filter(case=decision.case_id).first(), _period_now(decision, today)
    if request is None or request.wanted_on is None or now is None:
        return None
    try:
        return _words(MeasuringPeriod.starting(now.first, request.wanted_on))
    except PeriodError:
        return None


def _period_now(decision: Decision, today: date) -> MeasuringPeriod | None:
    """As it was before this decision."""
    certificate = decision.case.certificate
    if certificate.period_first is None:
        return None
    done = decision.change
    if done is None or done.about_period is None:
        return period_to_change(certificate, today)
    before = certificate.changes.filter(
        event=Event.CHANGE_PERIOD, about_period=done.about_period, undone_by=None, number__lt=done.number
    ).last()
    last = before.parameters[Parameter.PERIOD_END] if before else None
    return MeasuringPeriod.starting(done.about_period, date.fromisoformat(last) if last else None)


def _words(period: MeasuringPeriod) -> str:
    return f"{in_words(period.first)} tot en met {in_words(period.last)}"


def _state(decision: Decision) -> State:
    """In which the decision finds, or found, the certificate."""
    done = decision.change
    return decision.case.certificate.state_ if done is None else done.before_


def _period_change(decision: Decision, _today: date) -> str | None:
    held = _state(decision).held
    if held is None:
        return None
    return "wijziging" if held[0] is Mark.INDEFINITE else "verlenging"


def _lift_reason(decision: Decision, _today: date) -> str | None:
    chosen = (reason for code, reason in LIFT_REASONS.items() if code in decision.grounds)
    held = _state(decision).held
    reason = next(chosen, None)
    if reason == "reden_weggenomen" and held is not None and held[1] is Standing.INQUIRY:
        return "onderzoek_afgerond"
    return reason


def _profile(decision: Decision, _today: date) -> str | None:
    groups = [each.group for each in decision.motivations.all() if each.group]
    return groups[0] if len(groups) == 1 else None


KNOWN: Mapping[str, Callable[[Decision, date], str | None]] = {
    "application_on": _application_on,
    "asked_on": _asked_on,
    "repair_until": _repair_until,
    "requested_on": _requested_on,
    "earlier_on": _earlier_on,
    "earlier_reference": _earlier_reference,
    "old_period": _old_period,
    "new_period": _new_period,
    "period_change": _period_change,
    "lift_reason": _lift_reason,
    "profile": _profile,
}
