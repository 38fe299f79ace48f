"""Withdrawal: for good, for a time, or because the holder asks (§6.2.2, §7.3.3, §7.4.3, §7.5, §7.6)."""

from rulebook.lifecycle.duties import AFTER_WITHDRAWAL
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import (
    Actor,
    DecisionKind,
    Ground,
    Hearing,
    Need,
    Parameter,
    TermRule,
    To,
    Transition,
    no,
)
from rulebook.lifecycle.states import Mark, State, held_states

HELD = held_states()
FIXED_TERM = held_states([Mark.FIXED, Mark.EXTENDED])
INDEFINITE = held_states([Mark.INDEFINITE])

_GENERAL = (
    Ground("wetgeving", "De school handelde in strijd met de Wetgeving.", "§7.5.1"),
    Ground("onregelmatigheden", "Er zijn Onregelmatigheden.", "§7.5.1"),
    Ground(
        "geen_herstel_waarschuwing",
        "De school is na de Waarschuwing niet tot herstel overgegaan.",
        "§7.3.1, §7.5.1",
        (Need(Fact.WARNING_OVER), no(Fact.RECOVERED)),
    ),
    Ground(
        "geen_herstel_schorsing",
        "De school is tijdens de Schorsing niet tot herstel overgegaan.",
        "§7.3.1, §7.5.1; bijlage 3 art. 11.8",
        (Need(Fact.SUSPENDED_BEFORE), no(Fact.CAUSE_GONE)),
    ),
    Ground(
        "geen_re_audit",
        "De school werkt tijdens de Schorsing niet mee aan een (re-)Audit of laat die niet uitvoeren.",
        "§7.5.1",
        (Need(Fact.SUSPENDED_BEFORE),),
    ),
    Ground(
        "andere_reden",
        "Tijdens de Schorsing zijn andere redenen voor Schorsing gebleken.",
        "bijlage 3 art. 11.8",
        (Need(Fact.SUSPENDED_BEFORE),),
    ),
    Ground(
        "voorschriften",
        "De school volgt de voorschriften of aanwijzingen tijdens de Schorsing niet op, of werkt niet mee.",
        "§7.4.3",
        (Need(Fact.SUSPENDED_BEFORE),),
    ),
    Ground(
        "plan_afgekeurd",
        "Het plan van aanpak is niet goedgekeurd.",
        "§7.5.1, §7.6",
        (Need(Fact.PLAN_REFUSED),),
    ),
    Ground(
        "plan_niet_uitgevoerd",
        "Het goedgekeurde plan van aanpak is niet nageleefd, niet op tijd uitgevoerd of hielp niet.",
        "§7.5.1, §7.6",
        (Need(Fact.PLAN_FAILED),),
    ),
    Ground("onjuiste_informatie", "De school heeft onjuiste of onvolledige informatie verstrekt.", "§7.5.1"),
    Ground(
        "fraude",
        "Er is gehandeld in strijd met artikel 13 van de Algemene Voorwaarden.",
        "bijlage 3 art. 11.5",
    ),
)
_FIXED_ONLY = (
    Ground(
        "normen",
        "De school handelde in strijd met de (Materiële) Normen.",
        "§7.5.1, §7.3.1, §2.5",
        (Need(Fact.NORM_FAILED),),
    ),
    Ground(
        "toezicht_bepaalde_tijd",
        "Toezicht in de Klas is onvoldoende; bij bepaalde tijd volgt geen verbeterplan.",
        "§6.2.2",
        (Need(Fact.CLASSROOM_FAILED),),
    ),
)
_INDEFINITE_ONLY = (
    Ground(
        "normen",
        "De school handelde in strijd met een Materiële Norm waarbij geen plan van aanpak voorgaat.",
        "§7.5.1, §7.3.1",
        (Need(Fact.MATERIAL_NORM_FAILED), no(Fact.ALREADY_FORGIVEN)),
    ),
    Ground(
        "geen_verbeterplan",
        "Na een onvoldoende bij Toezicht in de Klas is er niet op tijd een verbeterplan.",
        "§6.2.2",
        (Need(Fact.CLASSROOM_FAILED), Need(Fact.PLAN_MISSED)),
    ),
    Ground(
        "herinspectie",
        "De herinspectie van Toezicht in de Klas is onvoldoende.",
        "§6.2.2",
        (Need(Fact.REINSPECTION_FAILED),),
    ),
    Ground(
        "tweede_jaar_trajecten",
        "Na coulance zijn er in de volgende Meetperiode opnieuw te weinig afgeronde Trajecten.",
        "§7.3.3",
        (Need(Fact.TOO_FEW_AGAIN),),
    ),
)
FOR_FIXED, FOR_INDEFINITE = (*_GENERAL, *_FIXED_ONLY), (*_GENERAL, *_INDEFINITE_ONLY)


def _withdrawal(
    event: Event, text: str, sources: frozenset[State], target: State, grounds: tuple[Ground, ...]
) -> Transition[State]:
    for_a_time = target is State.WITHDRAWN_FOR_A_TIME
    return Transition(
        event=event,
        text=text,
        sources=sources,
        target=To(target),
        by=Actor.DECIDER,
        source="§7.5.1; bijlage 3 art. 11.5; Awb 4:8, 4:11",
        grounds=grounds,
        hearing=Hearing.UNLESS_URGENT,
        decision=DecisionKind.WITHDRAWAL_FOR_A_TIME if for_a_time else DecisionKind.WITHDRAWAL,
        parameters=(Parameter.EFFECTIVE_ON, *((Parameter.UNTIL,) if for_a_time else ())),
        starts=(
            (TermRule("intrekking", "Laatste dag van de Intrekking", "§7.5.1", "tot_en_met"),)
            if for_a_time
            else ()
        ),
        ends=("alle",),
        duties=AFTER_WITHDRAWAL,
        reading="De Handleiding noemt hier geen gehoor; de Awb vraagt het, behalve bij spoed.",
    )


ROWS: tuple[Transition[State], ...] = (
    _withdrawal(
        Event.WITHDRAW,
        "Het Keurmerk voor bepaalde tijd wordt ingetrokken.",
        FIXED_TERM,
        State.WITHDRAWN,
        FOR_FIXED,
    ),
    _withdrawal(
        Event.WITHDRAW, "Het Keurmerk wordt ingetrokken.", INDEFINITE, State.WITHDRAWN, FOR_INDEFINITE
    ),
    _withdrawal(
        Event.WITHDRAW_FOR_A_TIME,
        "Het Keurmerk voor bepaalde tijd wordt voor een bepaalde duur ingetrokken.",
        FIXED_TERM,
        State.WITHDRAWN_FOR_A_TIME,
        FOR_FIXED,
    ),
    _withdrawal(
        Event.WITHDRAW_FOR_A_TIME,
        "Het Keurmerk wordt voor een bepaalde duur ingetrokken.",
        INDEFINITE,
        State.WITHDRAWN_FOR_A_TIME,
        FOR_INDEFINITE,
    ),
    Transition(
        event=Event.WITHDRAW_AT_REQUEST,
        text="De houder zegt het Keurmerk op.",
        sources=HELD,
        target=To(State.WITHDRAWN_AT_REQUEST),
        by=Actor.DECIDER,
        source="§7.5.1",
        needs=(Need(Fact.REQUEST_SIGNED),),
        decision=DecisionKind.WITHDRAWAL_AT_REQUEST,
        parameters=(Parameter.EFFECTIVE_ON,),
        ends=("alle",),
        duties=AFTER_WITHDRAWAL,
    ),
)
