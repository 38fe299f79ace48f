"""Objection and appeal (§7.10; Awb 6:4-6:11, 7:1-7:13, 8:1)."""

from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import (
    Actor,
    DecisionKind,
    Ground,
    Keep,
    Need,
    Parameter,
    Side,
    TermRule,
    To,
    Transition,
    no,
)
from rulebook.lifecycle.states import ObjectionState as O

DECIDE_WITHIN = TermRule("beslissing_bezwaar", "Beslissen op het bezwaar", "Awb 7:10", "beslissing_bezwaar")
REPAIR_WITHIN = TermRule(
    "bezwaar_herstellen", "Het bezwaar herstellen", "Awb 6:6", "tot_en_met", side=Side.SCHOOL
)
APPEAL_WITHIN = TermRule(
    "beroep", "Beroep instellen bij de rechtbank", "§7.10.2; Awb 6:7", "bezwaar", side=Side.SCHOOL
)

DECIDE_AGAIN_BY = TermRule(
    "beslissing_bezwaar", "Opnieuw beslissen op het bezwaar", "Awb 8:72 lid 4", "tot_en_met"
)

PENDING = frozenset({O.RECEIVED, O.IN_REPAIR, O.UNREPAIRED, O.ADMITTED, O.AT_COMMITTEE, O.HEARD})
DECIDED = frozenset({O.INADMISSIBLE, O.PARTLY_FOUNDED, O.UNFOUNDED, O.FOUNDED})

INADMISSIBLE_BECAUSE = (
    Ground(
        "te_laat",
        "Het bezwaar is te laat ingediend en dat is de indiener te verwijten.",
        "§7.10.1; Awb 6:7, 6:9, 6:11",
        (no(Fact.OBJECTION_IN_TIME), no(Fact.LATENESS_EXCUSED)),
    ),
    Ground(
        "niet_hersteld",
        "Het bezwaar voldoet na de kans op herstel niet aan de eisen.",
        "§7.10.1; Awb 6:5, 6:6",
        (Need(Fact.REPAIR_ASKED), no(Fact.DEMANDS_MET), Need(Fact.REPAIR_TERM_OVER)),
    ),
    Ground(
        "geen_belang", "De indiener is geen belanghebbende.", "§7.10.1; Awb 1:2", (no(Fact.INTERESTED_PARTY),)
    ),
)


def _decide(event: ObjectionEvent, state: O, text: str) -> Transition[O]:
    return Transition(
        event=event,
        text=text,
        sources=frozenset({O.HEARD}),
        target=To(state),
        by=Actor.DECIDER,
        source="§7.10.1; Awb 7:11, 7:12, 10:3",
        needs=(Need(Fact.OTHER_SIGNER),),
        decision=DecisionKind.ON_OBJECTION,
        starts=(APPEAL_WITHIN,),
        ends=("beslissing_bezwaar",),
    )


def _appeal(event: ObjectionEvent, state: O, text: str) -> Transition[O]:
    return Transition(
        event=event,
        text=text,
        sources=frozenset({O.ON_APPEAL}),
        target=To(state),
        by=Actor.STAFF,
        source="§7.10.2; Awb 8:70",
    )


ROWS: tuple[Transition[O], ...] = (
    Transition(
        event=ObjectionEvent.FILE,
        text="Een belanghebbende maakt bezwaar, in het portaal, per e-mail of per post.",
        sources=frozenset({O.NONE}),
        target=To(O.RECEIVED),
        by=Actor.SCHOOL,
        source="§7.10.1; Awb 6:4",
        needs=(Need(Fact.DECISION_OBJECTIONABLE),),
        starts=(DECIDE_WITHIN,),
        reading="Een medewerker voert in wat per post of e-mail komt; de dag van ontvangst telt.",
    ),
    Transition(
        event=ObjectionEvent.ASK_REPAIR,
        text="De indiener krijgt eenmaal de kans om te herstellen; de beslistermijn staat stil.",
        sources=frozenset({O.RECEIVED}),
        target=To(O.IN_REPAIR),
        by=Actor.STAFF,
        source="Awb 6:6, 7:10 lid 2",
        needs=(no(Fact.DEMANDS_MET), no(Fact.REPAIR_ASKED)),
        parameters=(Parameter.UNTIL,),
        starts=(REPAIR_WITHIN,),
    ),
    Transition(
        event=ObjectionEvent.REPAIR,
        text="De indiener herstelt het bezwaar op tijd.",
        sources=frozenset({O.IN_REPAIR, O.UNREPAIRED}),
        target=To(O.RECEIVED),
        by=Actor.SCHOOL,
        source="Awb 6:6",
        needs=(no(Fact.REPAIR_TERM_OVER),),
        ends=("bezwaar_herstellen",),
        reading="De dag van ontvangst telt, ook als wat op tijd kwam pas na de termijn wordt ingevoerd.",
    ),
    Transition(
        event=ObjectionEvent.REPAIR_MISSED,
        text="De hersteltermijn is ongebruikt voorbij.",
        sources=frozenset({O.IN_REPAIR}),
        target=To(O.UNREPAIRED),
        by=Actor.LAW,
        source="Awb 6:6",
        needs=(Need(Fact.REPAIR_TERM_OVER),),
        ends=("bezwaar_herstellen",),
    ),
    Transition(
        event=ObjectionEvent.ADMIT,
        text="Het bezwaar is op tijd en volledig, en wordt inhoudelijk behandeld.",
        sources=frozenset({O.RECEIVED}),
        target=To(O.ADMITTED),
        by=Actor.STAFF,
        source="§7.10.1; Awb 6:5, 6:9",
        grounds=(
            Ground("op_tijd", "Het bezwaar is op tijd.", "Awb 6:7, 6:9", (Need(Fact.OBJECTION_IN_TIME),)),
            Ground(
                "verschoonbaar",
                "Het bezwaar is te laat, maar dat is de indiener niet te verwijten.",
                "Awb 6:11",
                (no(Fact.OBJECTION_IN_TIME), Need(Fact.LATENESS_EXCUSED)),
            ),
        ),
        needs=(Need(Fact.DEMANDS_MET), Need(Fact.INTERESTED_PARTY)),
    ),
    Transition(
        event=ObjectionEvent.TO_COMMITTEE,
        text="Een commissie adviseert; de indiener hoort dat en de beslistermijn is twaalf weken.",
        sources=frozenset({O.ADMITTED}),
        target=To(O.AT_COMMITTEE),
        by=Actor.STAFF,
        source="Awb 7:10 lid 1, 7:13",
        needs=(no(Fact.OBJECTION_TERM_OVER),),
    ),
    Transition(
        event=ObjectionEvent.HEAR,
        text="De indiener is gehoord; het verslag zit in het dossier.",
        sources=frozenset({O.ADMITTED, O.AT_COMMITTEE}),
        target=To(O.HEARD),
        by=Actor.STAFF,
        source="Awb 7:2, 7:7",
    ),
    Transition(
        event=ObjectionEvent.WAIVE_HEARING,
        text="Van horen is afgezien.",
        sources=frozenset({O.ADMITTED, O.AT_COMMITTEE}),
        target=To(O.HEARD),
        by=Actor.STAFF,
        source="Awb 7:3",
        needs=(Need(Fact.HEARING_WAIVED),),
    ),
    Transition(
        event=ObjectionEvent.POSTPONE,
        text="De beslissing wordt eenmaal met zes weken verdaagd.",
        sources=PENDING,
        target=Keep(),
        by=Actor.STAFF,
        source="Awb 7:10 lid 3",
        needs=(no(Fact.OBJECTION_POSTPONED), no(Fact.OBJECTION_TERM_OVER)),
    ),
    Transition(
        event=ObjectionEvent.DECLARE_INADMISSIBLE,
        text="Het bezwaar wordt niet-ontvankelijk verklaard.",
        sources=frozenset({O.RECEIVED, O.UNREPAIRED, O.HEARD}),
        target=To(O.INADMISSIBLE),
        by=Actor.DECIDER,
        source="§7.10.1; Awb 6:6, 6:11, 7:3",
        grounds=INADMISSIBLE_BECAUSE,
        needs=(Need(Fact.OTHER_SIGNER),),
        decision=DecisionKind.ON_OBJECTION,
        starts=(APPEAL_WITHIN,),
        ends=("beslissing_bezwaar",),
        reading="Zonder horen alleen als het kennelijk niet-ontvankelijk is (Awb 7:3).",
    ),
    _decide(ObjectionEvent.FOUND, O.FOUNDED, "Het bezwaar is gegrond; het besluit wordt herroepen."),
    _decide(
        ObjectionEvent.FOUND_PARTLY,
        O.PARTLY_FOUNDED,
        "Het bezwaar is deels gegrond; het besluit blijft, beter gemotiveerd.",
    ),
    _decide(ObjectionEvent.UNFOUND, O.UNFOUNDED, "Het bezwaar is ongegrond."),
    Transition(
        event=ObjectionEvent.WITHDRAW,
        text="De indiener trekt het bezwaar in.",
        sources=PENDING,
        target=To(O.WITHDRAWN),
        by=Actor.SCHOOL,
        source="Awb 6:21",
        ends=("beslissing_bezwaar", "bezwaar_herstellen"),
    ),
    Transition(
        event=ObjectionEvent.APPEAL,
        text="Er is beroep ingesteld bij de rechtbank.",
        sources=DECIDED,
        target=To(O.ON_APPEAL),
        by=Actor.STAFF,
        source="§7.10.2; Awb 8:1",
        ends=("beroep",),
    ),
    _appeal(ObjectionEvent.APPEAL_FOUNDED, O.APPEAL_FOUNDED, "De rechtbank verklaart het beroep gegrond."),
    _appeal(
        ObjectionEvent.APPEAL_UNFOUNDED, O.APPEAL_UNFOUNDED, "De rechtbank verklaart het beroep ongegrond."
    ),
    _appeal(ObjectionEvent.APPEAL_WITHDRAWN, O.APPEAL_WITHDRAWN, "Het beroep is ingetrokken."),
    Transition(
        event=ObjectionEvent.DECIDE_AGAIN,
        text="De rechtbank draagt op om opnieuw op het bezwaar te beslissen.",
        sources=frozenset({O.APPEAL_FOUNDED}),
        target=To(O.HEARD),
        by=Actor.STAFF,
        source="Awb 8:72 lid 4",
        parameters=(Parameter.UNTIL,),
        starts=(DECIDE_AGAIN_BY,),
        reading="Zo nodig wordt de indiener opnieuw gehoord (Awb 7:9).",
    ),
)
