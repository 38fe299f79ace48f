"""Which letter a decision gets, and what its kind alone already says in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from keurmerk import letters
from keurmerk.letters.texts import Need
from rulebook.lifecycle.events import ObjectionEvent, PlanEvent
from rulebook.lifecycle.pieces import DecisionKind as D


@dataclass(frozen=True, slots=True)
class Form:
    letter: str
    fixed: Mapping[str, object] = field(default_factory=dict)


FORMS: Mapping[D, Form] = {
    D.LEFT_ASIDE: Form("besluit_buiten_behandeling"),
    D.REJECTION: Form("besluit_afwijzing"),
    D.GRANT_FIXED: Form("besluit_toekenning_bepaalde_tijd"),
    D.EXTENSION: Form("besluit_verlenging_bepaalde_tijd"),
    D.GRANT: Form("besluit_toekenning"),
    D.NOT_GRANTED: Form("besluit_niet_toekenning"),
    D.WARNING: Form("besluit_waarschuwing"),
    D.INQUIRY: Form("besluit_schorsing_onderzoek"),
    D.PROLONGED_INQUIRY: Form("besluit_verlenging_schorsing"),
    D.SANCTION: Form("besluit_schorsing_sanctie"),
    D.LIFTING: Form("besluit_opheffing_schorsing"),
    D.WITHDRAWAL: Form("besluit_intrekking", {"form": "voorgoed"}),
    D.WITHDRAWAL_FOR_A_TIME: Form("besluit_intrekking", {"form": "tijdelijk"}),
    D.WITHDRAWAL_AT_REQUEST: Form("besluit_intrekking", {"form": "verzoek"}),
    D.COMPENSATION: Form("besluit_compensatie"),
    D.LENIENCY: Form("besluit_coulance"),
    D.EXEMPTION: Form("besluit_vrijstelling", {"granted": True}),
    D.NO_EXEMPTION: Form("besluit_vrijstelling", {"granted": False}),
    D.PERIOD_CHANGE: Form("besluit_meetperiode", {"granted": True}),
    D.NO_PERIOD_CHANGE: Form("besluit_meetperiode", {"granted": False}),
    D.CONTROL_CONSENT: Form("besluit_zeggenschap", {"granted": True}),
    D.NO_CONTROL_CONSENT: Form("besluit_zeggenschap", {"granted": False}),
    D.WIDENED_CONDITIONS: Form("besluit_voorwaarden"),
    D.PLAN_JUDGEMENT: Form("brief_plan_oordeel"),
    D.ON_OBJECTION: Form("beslissing_op_bezwaar"),
}
BY_EVENT: Mapping[StrEnum, Mapping[str, object]] = {
    PlanEvent.APPROVE: {"approved": True},
    PlanEvent.REFUSE: {"approved": False},
    ObjectionEvent.FOUND: {"outcome": "gegrond"},
    ObjectionEvent.FOUND_PARTLY: {"outcome": "deels_gegrond"},
    ObjectionEvent.UNFOUND: {"outcome": "ongegrond"},
    ObjectionEvent.DECLARE_INADMISSIBLE: {"outcome": "niet_ontvankelijk"},
}
INTENDED: Mapping[D, str] = {
    D.REJECTION: "afwijzing",
    D.NOT_GRANTED: "niet_toekenning",
    D.INQUIRY: "schorsing_onderzoek",
    D.PROLONGED_INQUIRY: "verlenging_schorsing",
    D.SANCTION: "schorsing_sanctie",
    D.WITHDRAWAL: "intrekking",
    D.WITHDRAWAL_FOR_A_TIME: "intrekking",
}
BURDENING = frozenset(
    {
        D.LEFT_ASIDE,
        D.REJECTION,
        D.NOT_GRANTED,
        D.WARNING,
        D.INQUIRY,
        D.PROLONGED_INQUIRY,
        D.SANCTION,
        D.WITHDRAWAL,
        D.WITHDRAWAL_FOR_A_TIME,
        D.NO_EXEMPTION,
        D.NO_PERIOD_CHANGE,
        D.NO_CONTROL_CONSENT,
        D.ON_OBJECTION,
    }
)
"""Asks facts and a weighing before it may be put before somebody to sign."""
RESTS_ON_NORMS = frozenset(
    {
        D.EXTENSION,
        D.NOT_GRANTED,
        D.WARNING,
        D.INQUIRY,
        D.PROLONGED_INQUIRY,
        D.SANCTION,
        D.WITHDRAWAL,
        D.WITHDRAWAL_FOR_A_TIME,
        D.COMPENSATION,
        D.LENIENCY,
    }
)
"""What was not met in the newest assessment comes along when one of these is prepared."""
_WITHOUT: Mapping[D, frozenset[str]] = {
    D.WITHDRAWAL: frozenset({"ends_on", "requested_on"}),
    D.WITHDRAWAL_FOR_A_TIME: frozenset({"requested_on"}),
    D.WITHDRAWAL_AT_REQUEST: frozenset({"ends_on", "heard", "hearing"}),
    D.NO_CONTROL_CONSENT: frozenset({"effective_on", "conditions"}),
}
"""Slots of a letter that this kind of decision has no place or no use for."""
_WITHOUT_BY_EVENT: Mapping[StrEnum, frozenset[str]] = {
    PlanEvent.REFUSE: frozenset({"carry_out_term"}),
    ObjectionEvent.DECLARE_INADMISSIBLE: frozenset({"objections"}),
}


def needs_of(kind: D, event: StrEnum) -> Mapping[str, Need]:
    """The slots of the letter that this decision fills."""
    without = _WITHOUT.get(kind, frozenset()) | _WITHOUT_BY_EVENT.get(event, frozenset())
    return {name: need for name, need in letters.needs(FORMS[kind].letter).items() if name not in without}


def fixed_of(kind: D, event: StrEnum) -> Mapping[str, object]:
    return {**FORMS[kind].fixed, **BY_EVENT.get(event, {})}
