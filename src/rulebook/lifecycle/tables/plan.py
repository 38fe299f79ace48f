"""The improvement plan (§5.6, §6.2.2, §7.4.3, §7.6)."""

from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import (
    Actor,
    DecisionKind,
    Ground,
    Need,
    Parameter,
    Side,
    TermRule,
    To,
    Transition,
    no,
)
from rulebook.lifecycle.states import PlanState

FILE_WITHIN = TermRule(
    "plan_indienen", "Het plan van aanpak indienen", "§5.6, §6.2.2", "weken", 4, side=Side.SCHOOL
)
JUDGE_WITHIN = TermRule("plan_beoordelen", "Het plan van aanpak beoordelen", "§5.6", "weken", 4)
CARRY_OUT_BY = TermRule(
    "plan_uitvoeren", "Het plan van aanpak uitvoeren", "§7.6", "tot_en_met", side=Side.SCHOOL
)

ASKED_BECAUSE = (
    Ground(
        "tevredenheid",
        "Norm 3.1.1 is niet gehaald.",
        "§5.6",
        (Need(Fact.SATISFACTION_FAILED), no(Fact.FAILED_AGAIN)),
    ),
    Ground(
        "slagingspercentage_b1",
        "Norm 2.16 is niet gehaald.",
        "§4.20",
        (Need(Fact.B1_PASS_RATE_FAILED), no(Fact.FAILED_AGAIN)),
    ),
    Ground(
        "toezicht_in_de_klas",
        "Toezicht in de Klas is onvoldoende.",
        "§6.2.2",
        (Need(Fact.CLASSROOM_FAILED), Need(Fact.HOLDS_INDEFINITELY)),
    ),
    Ground(
        "schorsing",
        "Het Keurmerk is geschorst en Blik op Werk verlangt een plan.",
        "§7.4.3, §7.6",
        (Need(Fact.SUSPENDED_BEFORE),),
    ),
    Ground("niet_toegekend", "Het Keurmerk is niet toegekend en Blik op Werk wil een plan.", "§7.2.2, §7.6"),
)
FAILED_BECAUSE = (
    Ground("niet_nageleefd", "Het plan is niet nageleefd.", "§7.6"),
    Ground("niet_op_tijd", "Het plan is niet binnen de gestelde tijd uitgevoerd.", "§7.6"),
    Ground("geen_verbetering", "Het plan heeft niet tot verbetering geleid.", "§7.6"),
)
OPEN = frozenset({PlanState.ASKED, PlanState.MISSED, PlanState.FILED, PlanState.AT_BODY, PlanState.APPROVED})

ROWS: tuple[Transition[PlanState], ...] = (
    Transition(
        event=PlanEvent.ASK,
        text="Blik op Werk vraagt om een plan van aanpak.",
        sources=frozenset({PlanState.NONE}),
        target=To(PlanState.ASKED),
        by=Actor.STAFF,
        source="§5.6, §6.2.2, §7.4.3, §7.6",
        grounds=ASKED_BECAUSE,
        starts=(FILE_WITHIN,),
        reading="Vier weken gelden voor elk plan; de Handleiding noemt ze in §5.6 en §6.2.2.",
    ),
    Transition(
        event=PlanEvent.FILE,
        text="De school dient het plan in.",
        sources=frozenset({PlanState.ASKED, PlanState.MISSED}),
        target=To(PlanState.FILED),
        by=Actor.SCHOOL,
        source="§5.6, §7.6",
        needs=(no(Fact.PLAN_TERM_OVER), Need(Fact.PLAN_COMPLETE)),
        starts=(JUDGE_WITHIN,),
        ends=("plan_indienen",),
        reading="De dag van ontvangst telt, ook als wat op tijd kwam pas na de termijn wordt ingevoerd.",
    ),
    Transition(
        event=PlanEvent.MISS,
        text="Er is op de laatste dag geen plan.",
        sources=frozenset({PlanState.ASKED}),
        target=To(PlanState.MISSED),
        by=Actor.LAW,
        source="§5.6, §6.2.2",
        needs=(Need(Fact.PLAN_TERM_OVER),),
        ends=("plan_indienen",),
    ),
    Transition(
        event=PlanEvent.FILE_LATE,
        text="De school dient het plan te laat in; het wordt bewaard en telt als te laat.",
        sources=frozenset({PlanState.MISSED}),
        target=To(PlanState.FILED),
        by=Actor.SCHOOL,
        source="§6.2.2, §7.6",
        needs=(Need(Fact.PLAN_COMPLETE),),
        starts=(JUDGE_WITHIN,),
    ),
    Transition(
        event=PlanEvent.REFER,
        text="Een certificerende instelling beoordeelt het plan, op verzoek van de school.",
        sources=frozenset({PlanState.FILED}),
        target=To(PlanState.AT_BODY),
        by=Actor.STAFF,
        source="§7.6",
        needs=(Need(Fact.BODY_REQUESTED),),
    ),
    Transition(
        event=PlanEvent.BODY_ADVISES,
        text="De certificerende instelling geeft haar oordeel.",
        sources=frozenset({PlanState.AT_BODY}),
        target=To(PlanState.FILED),
        by=Actor.STAFF,
        source="§7.6",
    ),
    Transition(
        event=PlanEvent.APPROVE,
        text="Blik op Werk keurt het plan goed en noemt de dag waarop het is uitgevoerd.",
        sources=frozenset({PlanState.FILED}),
        target=To(PlanState.APPROVED),
        by=Actor.DECIDER,
        source="§7.6",
        decision=DecisionKind.PLAN_JUDGEMENT,
        parameters=(Parameter.UNTIL,),
        starts=(CARRY_OUT_BY,),
        ends=("plan_beoordelen",),
    ),
    Transition(
        event=PlanEvent.REFUSE,
        text="Blik op Werk keurt het plan af.",
        sources=frozenset({PlanState.FILED}),
        target=To(PlanState.REFUSED),
        by=Actor.DECIDER,
        source="§7.6",
        decision=DecisionKind.PLAN_JUDGEMENT,
        ends=("plan_beoordelen",),
    ),
    Transition(
        event=PlanEvent.CARRIED_OUT,
        text="Blik op Werk stelt vast dat het plan is uitgevoerd en geholpen heeft.",
        sources=frozenset({PlanState.APPROVED}),
        target=To(PlanState.CARRIED_OUT),
        by=Actor.STAFF,
        source="§7.6",
        ends=("plan_uitvoeren",),
    ),
    Transition(
        event=PlanEvent.FAIL,
        text="Blik op Werk stelt vast dat het plan niet is uitgevoerd of niet heeft geholpen.",
        sources=frozenset({PlanState.APPROVED}),
        target=To(PlanState.FAILED),
        by=Actor.STAFF,
        source="§7.6",
        grounds=FAILED_BECAUSE,
        ends=("plan_uitvoeren",),
    ),
    Transition(
        event=PlanEvent.CANCEL,
        text="Het plan is niet meer nodig.",
        sources=OPEN,
        target=To(PlanState.CANCELLED),
        by=Actor.STAFF,
        source="§7.6",
        ends=("plan_indienen", "plan_beoordelen", "plan_uitvoeren"),
    ),
)
