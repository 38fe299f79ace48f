"""Every kind of decision gets its letter whole, and a decision without a letter is never signed."""

from datetime import date

import pytest

from keurmerk import letters
from keurmerk.certification.letter_data import decision_letter
from keurmerk.certification.letter_kinds import FORMS
from keurmerk.certification.models import Decision
from keurmerk.certification.service import deciding
from keurmerk.letters.letter import TermBox
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import DecisionKind as D
from rulebook.lifecycle.pieces import Parameter
from rulebook.lifecycle.states import State
from tests.keurmerk.certification.letter_stage import Stage

pytestmark = pytest.mark.django_db

KINDS: dict[D, tuple[State, Event, str, dict[Parameter, str]]] = {
    D.REJECTION: (State.APPLICATION, Event.REJECT, "plannen", {}),
    D.GRANT_FIXED: (State.APPLICATION, Event.GRANT_FIXED, "", {}),
    D.EXTENSION: (State.FIXED, Event.EXTEND, "", {}),
    D.GRANT: (State.FIXED, Event.GRANT, "", {}),
    D.NOT_GRANTED: (State.FIXED, Event.NOT_GRANT, "normen", {}),
    D.WARNING: (State.INDEFINITE, Event.WARN, "norm", {}),
    D.INQUIRY: (State.INDEFINITE, Event.SUSPEND_FOR_INQUIRY, "onregelmatigheden", {}),
    D.SANCTION: (State.INDEFINITE, Event.SUSPEND_AS_SANCTION, "onregelmatigheden", {}),
    D.WITHDRAWAL: (State.INDEFINITE, Event.WITHDRAW, "fraude", {}),
    D.WITHDRAWAL_FOR_A_TIME: (State.FIXED, Event.WITHDRAW_FOR_A_TIME, "wetgeving", {}),
    D.WITHDRAWAL_AT_REQUEST: (State.INDEFINITE, Event.WITHDRAW_AT_REQUEST, "", {}),
    D.COMPENSATION: (State.INDEFINITE, Event.COMPENSATE, "", {}),
    D.LENIENCY: (State.INDEFINITE, Event.BE_LENIENT, "", {}),
    D.EXEMPTION: (State.INDEFINITE, Event.EXEMPT, "", {}),
    D.NO_EXEMPTION: (State.INDEFINITE, Event.REFUSE_EXEMPTION, "facturen_voldaan", {}),
    D.PERIOD_CHANGE: (
        State.INDEFINITE,
        Event.CHANGE_PERIOD,
        "",
        {Parameter.PERIOD_END: "2027-03-31"},
    ),
    D.NO_PERIOD_CHANGE: (State.FIXED, Event.REFUSE_PERIOD_CHANGE, "alle_audits_positief", {}),
    D.CONTROL_CONSENT: (State.INDEFINITE, Event.CONSENT_TO_CONTROL, "", {}),
    D.NO_CONTROL_CONSENT: (State.INDEFINITE_WARNED, Event.REFUSE_CONTROL, "andere_ubo", {}),
    D.WIDENED_CONDITIONS: (State.FIXED, Event.WIDEN_CONDITIONS, "", {}),
}
AFTER_ANOTHER = {D.LEFT_ASIDE, D.PROLONGED_INQUIRY, D.LIFTING}
ELSEWHERE = {D.PLAN_JUDGEMENT, D.ON_OBJECTION}


def drafted(kind: D, **given: object) -> tuple[Stage, Decision]:
    state, event, ground, values = KINDS[kind]
    stage = Stage(state)
    decision = stage.draft(event, ground, values=values, **given)
    stage.motivate(decision)
    return stage, decision


def preview(stage: Stage, decision: Decision) -> letters.Letter:
    return decision_letter(decision, None, signer=stage.signer, mandate=stage.mandate, today=stage.today)


def as_signed(stage: Stage, decision: Decision) -> letters.Letter:
    return decision_letter(
        decision, decision.change, signer=stage.signer, mandate=stage.mandate, today=stage.today
    )


def signed_text(stage: Stage, decision: Decision) -> str:
    return letters.to_text(as_signed(stage, stage.sign(decision)))


def test_every_kind_is_looked_at_here():
    assert {*KINDS, *AFTER_ANOTHER, *ELSEWHERE} == set(D)
    assert set(FORMS) == set(D)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("optional", [False, True], ids=["least", "all"])
def test_a_decision_without_obstacles_has_a_letter_that_is_the_one_that_was_looked_at(kind, optional):
    stage, decision = drafted(kind, optional=optional)
    assert deciding.sign_obstacles(decision, stage.today) == ()
    before = preview(stage, decision)
    signed = stage.sign(decision)
    assert letters.to_text(as_signed(stage, signed)) == letters.to_text(before)
    assert signed.letter is not None
    assert signed.letter_html == letters.to_html(before)


@pytest.mark.parametrize("kind", KINDS)
def test_the_way_to_object_stands_exactly_where_objection_is_open(kind):
    stage, decision = drafted(kind)
    letter = as_signed(stage, stage.sign(decision))
    boxes = [block for block in letter.blocks if isinstance(block, TermBox)]
    labels = {box.label: box.last_day for box in boxes}
    assert ("Laatste dag voor bezwaar" in labels) is kind.objectionable
    if kind.objectionable:
        assert labels["Laatste dag voor bezwaar"] == date(2026, 3, 24)


@pytest.mark.parametrize("kind", KINDS)
def test_figures_and_reasons_of_a_norm_stand_in_every_letter(kind):
    stage, decision = drafted(kind)
    text = " ".join(signed_text(stage, decision).split())
    for part in (
        "72,5 procent",
        "80 procent",
        "29 van 40 Trajecten",
        "De school wist sinds juni dat er te weinig docenten waren",
        "De vertraging trof vooral Cursisten",
        "De resultatenaudit over 2025 is uitgevoerd op 4 november 2025.",
        "Wij vinden het eerste belang hier groter.",
    ):
        assert part in text


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_must_be_filled_in_is_asked_before_somebody_may_sign(kind):
    stage, decision = drafted(kind)
    for name in dict(decision.details):
        lacking = {key: value for key, value in decision.details.items() if key != name}
        without = deciding.fill(decision.pk, by=stage.preparer, details=lacking)
        codes = [each.code for each in deciding.sign_obstacles(without, stage.today)]
        assert codes == [f"gegeven:{name}"]
