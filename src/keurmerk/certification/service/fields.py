"""The dates and conditions on a certificate, as each change leaves them; the facts of the terms it starts."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from keurmerk.certification.counting import suspension_facts
from keurmerk.certification.models import Certificate, Change, Term
from keurmerk.certification.queries.snapshot import AMOUNTS, DAYS, OTHERS, snapshot
from keurmerk.certification.service import running
from keurmerk.organisations import service as organisations
from keurmerk.organisations.enums import CertificateKind
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Parameter, TermRule
from rulebook.lifecycle.states import Mark, Standing

OF_SUSPENSION = ("warned_until", "suspended_from", "suspended_until", "lift_after_plan")
SUSPENDED = frozenset({Standing.INQUIRY, Standing.SANCTION})
ADJUSTED: dict[Event, str] = {
    Event.ASK_COMPLETION: "aanvraag_awb",
    Event.COMPLETE: "aanvraag_awb",
    Event.EXTEND_DECISION_TERM: "aanvraag_handleiding",
}
"""The running term that an event of an application counts anew."""


def restore(certificate: Certificate, kept: dict[str, object]) -> None:
    for name in DAYS:
        value = kept.get(name)
        setattr(certificate, name, date.fromisoformat(str(value)) if value else None)
    for name in OTHERS:
        setattr(certificate, name, kept.get(name))
    for name in AMOUNTS:
        value = kept.get(name)
        setattr(certificate, name, Decimal(str(value)) if value is not None else None)


def restore_suspension(certificate: Certificate, kept: dict[str, object]) -> None:
    """What else changed while it was suspended stays: an extension, wider conditions."""
    now = snapshot(certificate)
    restore(certificate, {**now, **{name: kept.get(name) for name in OF_SUSPENSION}})


def apply(certificate: Certificate, change: Change, *, undone: Change | None) -> None:
    """Bring the certificate to the state after this change and store it."""
    certificate.state = change.after
    certificate.version = change.number
    if undone is not None:
        revived = undone.undone_by if change.event == Event.REVIVE else None
        still_held = change.before_.held is not None and change.after_.held is not None
        (restore_suspension if still_held else restore)(certificate, (revived or undone).earlier)
    else:
        _set_dates(certificate, change)
    certificate.save()
    _keep_school_up(certificate)


def _set_dates(certificate: Certificate, change: Change) -> None:
    held = change.after_.held
    suspended = held is not None and held[1] in SUSPENDED
    if not suspended:
        certificate.suspended_from = certificate.suspended_until = None
        certificate.lift_after_plan = False
    if not suspended and (held is None or held[1] is not Standing.WARNED):
        # a suspension keeps the day on which the recovery ended: not recovering is a ground after it
        certificate.warned_until = None
    if change.event_ in SETTERS:
        SETTERS[change.event_](certificate, change)


def _granted_fixed(certificate: Certificate, change: Change) -> None:
    first = date.fromisoformat(change.parameters[Parameter.PERIOD_START])
    certificate.period_first, certificate.extended_months = first, 0
    certificate.fixed_until = fixed_term_end(first, 0)
    certificate.withdrawn_until = None
    _set_conditions(certificate, change)


def _extended(certificate: Certificate, change: Change) -> None:
    certificate.extended_months = int(change.parameters[Parameter.MONTHS])
    if certificate.period_first:
        certificate.fixed_until = fixed_term_end(certificate.period_first, certificate.extended_months)


def _granted(certificate: Certificate, _change: Change) -> None:
    certificate.fixed_until, certificate.extended_months = None, 0
    certificate.most_learners = certificate.most_turnover = None


def _warned(certificate: Certificate, change: Change) -> None:
    """Of two warnings the first day counts: not recovering from one is enough."""
    until = date.fromisoformat(change.parameters[Parameter.UNTIL])
    certificate.warned_until = min(certificate.warned_until or until, until)


def _suspended(certificate: Certificate, change: Change) -> None:
    certificate.suspended_from = change.on
    certificate.suspended_until = suspension_end(certificate, change)
    certificate.lift_after_plan = change.parameters.get(Parameter.LIFT_AFTER_PLAN) == "ja"


def _prolonged(certificate: Certificate, change: Change) -> None:
    certificate.suspended_until = suspension_end(certificate, change)


def _withdrawn_for_a_time(certificate: Certificate, change: Change) -> None:
    certificate.withdrawn_until = date.fromisoformat(change.parameters[Parameter.UNTIL])


def _set_conditions(certificate: Certificate, change: Change) -> None:
    certificate.most_learners = int(change.parameters[Parameter.MOST_LEARNERS])
    certificate.most_turnover = Decimal(change.parameters[Parameter.MOST_TURNOVER])


SETTERS: dict[Event, Callable[[Certificate, Change], None]] = {
    Event.GRANT_FIXED: _granted_fixed,
    Event.EXTEND: _extended,
    Event.GRANT: _granted,
    Event.WARN: _warned,
    Event.SUSPEND_FOR_INQUIRY: _suspended,
    Event.SUSPEND_AS_SANCTION: _suspended,
    Event.PROLONG_SUSPENSION: _prolonged,
    Event.WITHDRAW_FOR_A_TIME: _withdrawn_for_a_time,
    Event.WIDEN_CONDITIONS: _set_conditions,
}


def fixed_term_end(first: date, extended_months: int) -> date:
    facts = {"ingang": first.isoformat(), "verlengd_maanden": extended_months}
    return running.compute("bepaalde_tijd", facts, "§2.1").last_day


def suspension_end(certificate: Certificate, change: Change) -> date:
    return running.compute("schorsing", suspension_facts(certificate, change), "§7.4").last_day


def term_facts(certificate: Certificate, change: Change, rule: TermRule) -> dict[str, object]:
    """What the rulebook needs to count this term."""
    on = change.on.isoformat()
    match rule.kind:
        case "aanvraag_awb":
            return {"ontvangen_op": on, "opschortingen": []}
        case "aanvraag_handleiding":
            return {"volledig_op": _complete_since(certificate) or on, "verlengd": False}
        case "bepaalde_tijd":
            first = certificate.period_first or change.on
            return {"ingang": first.isoformat(), "verlengd_maanden": certificate.extended_months}
        case "schorsing":
            return suspension_facts(certificate, change)
        case "tot_en_met":
            return {"tot_en_met": change.parameters[Parameter.UNTIL]}
        case _:
            return {"vanaf": on, "aantal": rule.count or 0}


def adjust_terms(certificate: Certificate, change: Change) -> None:
    """What an application does to the terms that run already: stand still, go on, longer once."""
    code = ADJUSTED.get(change.event_)
    term = code and Term.objects.filter(case__certificate=certificate, ended_on=None, code=code).first()
    if not term:
        return
    on = change.on.isoformat()
    match change.event_:
        case Event.ASK_COMPLETION:
            asked = {
                "uitnodiging_op": on,
                "aangevuld_op": None,
                "hersteltermijn_tot": change.parameters[Parameter.UNTIL],
            }
            running.change_facts(term, {**term.facts, "opschortingen": [asked]})
        case Event.COMPLETE if term.facts["opschortingen"]:
            completed(term, change.on)
        case Event.EXTEND_DECISION_TERM:
            running.change_facts(term, {**term.facts, "verlengd": True})
        case _:
            pass


def completed(by_law: Term, on: date) -> None:
    """The school completed its application on this day: from then on the term of the law runs again.

    Once it was said, a later day changes nothing.
    """
    done = [{**each, "aangevuld_op": each["aangevuld_op"] or on.isoformat()} for each in _asked(by_law)]
    if done != _asked(by_law):
        running.change_facts(by_law, {**by_law.facts, "opschortingen": done})


def _complete_since(certificate: Certificate) -> str | None:
    """The handbook counts from the day on which all had come in, not from when staff saw it (§2.4)."""
    by_law = Term.objects.filter(case__certificate=certificate, ended_on=None, code="aanvraag_awb").first()
    if by_law is None:
        return None
    days = [each["aangevuld_op"] for each in _asked(by_law)]
    return days[-1] if days else str(by_law.facts["ontvangen_op"])


def _asked(by_law: Term) -> list[dict[str, str | None]]:
    """The stretches during which the term of the law stands still."""
    return list(by_law.facts["opschortingen"])


def _keep_school_up(certificate: Certificate) -> None:
    """The school's kind of certificate is that of its last mark; the norms are judged by it."""
    held = certificate.state_.held
    if held is None:
        return
    kind = CertificateKind.INDEFINITE if held[0] is Mark.INDEFINITE else CertificateKind.FIXED_TERM
    organisations.set_certificate_kind(certificate.school, kind)
