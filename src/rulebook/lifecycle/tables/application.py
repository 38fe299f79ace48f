"""From agreement to grant or refusal (§2.2-2.4, §7.1, §7.7; bijlage 3 art. 11.1)."""

from rulebook.lifecycle.duties import AFTER_GRANT_FIXED
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import (
    Actor,
    DecisionKind,
    Ground,
    Hearing,
    Keep,
    Need,
    Parameter,
    Side,
    TermRule,
    To,
    Transition,
    no,
)
from rulebook.lifecycle.states import State

ONLY_APPLICATION = frozenset({State.APPLICATION})
WITHOUT_HISTORY = frozenset({State.AGREEMENT, State.LEFT_ASIDE})
WITH_HISTORY = frozenset(
    {
        State.REJECTED,
        State.NOT_GRANTED,
        State.LAPSED,
        State.WITHDRAWN,
        State.WITHDRAWN_AT_REQUEST,
    }
)

DECIDE_BY_LAW = TermRule(
    "aanvraag_awb", "Beslissen op de aanvraag volgens de wet", "Awb 4:13, 4:15", "aanvraag_awb"
)
DECIDE_BY_HANDBOOK = TermRule(
    "aanvraag_handleiding", "Beslissen op de volledige aanvraag", "§2.4", "aanvraag_handleiding"
)
COMPLETE_BY = TermRule("aanvullen", "De aanvraag aanvullen", "§2.3; Awb 4:5", "tot_en_met", side=Side.SCHOOL)
DECLARED = (Need(Fact.DECLARED_TRUE), Need(Fact.INVOICES_PAID))

LEFT_ASIDE_GROUNDS = (
    Ground(
        "onvolledig",
        "De aanvraag is na de gelegenheid tot aanvullen niet volledig of niet op tijd aangevuld.",
        "§2.3; Awb 4:5",
        (Need(Fact.COMPLETION_ASKED), Need(Fact.COMPLETION_MISSED)),
    ),
    Ground(
        "blijvend_onjuist",
        "De informatie is na de gelegenheid tot aanpassen nog onvolledig of onjuist.",
        "§2.4",
        (Need(Fact.COMPLETION_ASKED), Need(Fact.COMPLETION_MISSED)),
    ),
)
REJECTION_GROUNDS = (
    Ground("eisen", "De school voldoet niet aan de eisen.", "§2.2, §7.1.2", (no(Fact.REQUIREMENTS_MET),)),
    Ground("betaling", "Niet alle facturen zijn voldaan.", "§7.1.2", (no(Fact.INVOICES_PAID),)),
    Ground(
        "geen_nieuwe_feiten",
        "Na een eerdere afwijzing of een eerder Keurmerk zijn er geen nieuwe feiten.",
        "§7.1.2, §7.7",
        (Need(Fact.HELD_BEFORE), no(Fact.NEW_FACTS)),
    ),
    Ground(
        "materiele_norm",
        "Een Keurmerk van de school of een Verbonden Persoon eindigde om een Materiële Norm.",
        "§2.2, §7.7",
        (Need(Fact.ENDED_ON_MATERIAL_NORM),),
    ),
    Ground("onjuiste_informatie", "De informatie blijkt niet juist en volledig.", "§2.4"),
    Ground("intakegesprek", "Het intakegesprek is geweigerd of geeft aanleiding tot afwijzing.", "§2.4"),
    Ground("plannen", "De plannen geven onvoldoende vertrouwen in de kwaliteit.", "§2.2, §2.4"),
    Ground(
        "tweede_aanvraag",
        "De school of een Verbonden Persoon houdt al een Keurmerk voor bepaalde tijd.",
        "§2.6",
    ),
    Ground(
        "aanvulling",
        "De aanvraag is na de gelegenheid tot aanvullen niet volledig of niet op tijd aangevuld.",
        "§2.3",
        (Need(Fact.COMPLETION_ASKED), Need(Fact.COMPLETION_MISSED)),
    ),
)

ROWS: tuple[Transition[State], ...] = (
    Transition(
        event=Event.CONCLUDE_AGREEMENT,
        text="De overeenkomst komt tot stand als Blik op Werk haar accordeert.",
        sources=frozenset({State.NONE}),
        target=To(State.AGREEMENT),
        by=Actor.STAFF,
        source="§2.3",
        needs=(Need(Fact.AGREEMENT_SIGNED),),
    ),
    Transition(
        event=Event.APPLY,
        text="De school vraagt het Keurmerk voor bepaalde tijd aan.",
        sources=WITHOUT_HISTORY,
        target=To(State.APPLICATION),
        by=Actor.SCHOOL,
        source="§2.3; Awb 4:2, 4:3a",
        needs=DECLARED,
        starts=(DECIDE_BY_LAW,),
    ),
    Transition(
        event=Event.APPLY,
        text="Wie is afgewezen of eerder houder was, vraagt opnieuw aan en meldt wat er nieuw is.",
        sources=WITH_HISTORY,
        target=To(State.APPLICATION),
        by=Actor.SCHOOL,
        source="§7.1.2, §7.2.2, §7.7; bijlage 3 art. 11.10; Awb 4:6",
        needs=DECLARED,
        starts=(DECIDE_BY_LAW,),
        reading="Zonder nieuwe feiten kan de aanvraag worden afgewezen, maar niet geweigerd (Awb 4:6).",
    ),
    Transition(
        event=Event.APPLY,
        text="Na een Intrekking voor een bepaalde duur kan de school pas daarna opnieuw aanvragen.",
        sources=frozenset({State.WITHDRAWN_FOR_A_TIME}),
        target=To(State.APPLICATION),
        by=Actor.SCHOOL,
        source="§7.5.1, §7.7",
        needs=(*DECLARED, Need(Fact.WITHDRAWAL_OVER)),
        starts=(DECIDE_BY_LAW,),
    ),
    Transition(
        event=Event.ASK_COMPLETION,
        text="De school krijgt eenmaal de gelegenheid om de aanvraag aan te vullen; de termijn staat stil.",
        sources=ONLY_APPLICATION,
        target=Keep(),
        by=Actor.STAFF,
        source="§2.3; Awb 4:5, 4:15",
        needs=(no(Fact.COMPLETION_ASKED), no(Fact.INFORMATION_COMPLETE), no(Fact.DECLARED_COMPLETE)),
        parameters=(Parameter.UNTIL,),
        starts=(COMPLETE_BY,),
    ),
    Transition(
        event=Event.COMPLETE,
        text="Blik op Werk stelt vast dat de aanvraag volledig is.",
        sources=ONLY_APPLICATION,
        target=Keep(),
        by=Actor.STAFF,
        source="§2.3, §2.4",
        needs=(Need(Fact.INFORMATION_COMPLETE), no(Fact.DECLARED_COMPLETE)),
        starts=(DECIDE_BY_HANDBOOK,),
        ends=("aanvullen",),
    ),
    Transition(
        event=Event.EXTEND_DECISION_TERM,
        text="De beslistermijn van acht weken wordt eenmaal met acht weken verlengd.",
        sources=ONLY_APPLICATION,
        target=Keep(),
        by=Actor.STAFF,
        source="§2.4",
        needs=(Need(Fact.DECLARED_COMPLETE), no(Fact.DECISION_TERM_EXTENDED)),
    ),
    Transition(
        event=Event.LEAVE_ASIDE,
        text="De aanvraag blijft buiten behandeling.",
        sources=ONLY_APPLICATION,
        target=To(State.LEFT_ASIDE),
        by=Actor.DECIDER,
        source="§2.3, §2.4; Awb 4:5",
        grounds=LEFT_ASIDE_GROUNDS,
        decision=DecisionKind.LEFT_ASIDE,
        ends=("alle",),
    ),
    Transition(
        event=Event.REJECT,
        text="De aanvraag wordt afgewezen.",
        sources=ONLY_APPLICATION,
        target=To(State.REJECTED),
        by=Actor.DECIDER,
        source="§7.1.2",
        grounds=REJECTION_GROUNDS,
        hearing=Hearing.UNLESS_OWN_DATA,
        decision=DecisionKind.REJECTION,
        ends=("alle",),
    ),
    Transition(
        event=Event.GRANT_FIXED,
        text="Het Keurmerk wordt voor zestien maanden toegekend, vanaf het begin van de gekozen Meetperiode.",
        sources=ONLY_APPLICATION,
        target=To(State.FIXED),
        by=Actor.DECIDER,
        source="§2.1, §2.4, §7.1.1; bijlage 3 art. 11.1",
        needs=(
            Need(Fact.INFORMATION_COMPLETE),
            Need(Fact.REQUIREMENTS_MET),
            Need(Fact.INVOICES_PAID),
            no(Fact.ENDED_ON_MATERIAL_NORM),
        ),
        decision=DecisionKind.GRANT_FIXED,
        parameters=(Parameter.PERIOD_START, Parameter.MOST_LEARNERS, Parameter.MOST_TURNOVER),
        starts=(
            TermRule(
                "bepaalde_tijd",
                "Looptijd van het Keurmerk voor bepaalde tijd",
                "§2.1, §7.1.1",
                "bepaalde_tijd",
            ),
        ),
        ends=("alle",),
        duties=AFTER_GRANT_FIXED,
    ),
)
