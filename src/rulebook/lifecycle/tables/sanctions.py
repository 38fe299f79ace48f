"""Warning and suspension (§5.6, §6.1.2, §7.3.1, §7.4; bijlage 3 art. 11.6 and 11.8)."""

from rulebook.lifecycle.duties import AFTER_LIFTING, DURING_SUSPENSION, SUSPENSION_CODES
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
    Stand,
    TermRule,
    Transition,
    no,
)
from rulebook.lifecycle.states import Mark, Standing, State, held_states

NOT_SUSPENDED = held_states(standings=[Standing.GOOD, Standing.WARNED])
WARNED = held_states(standings=[Standing.WARNED])
INQUIRY = held_states(standings=[Standing.INQUIRY])
SUSPENDED = held_states(standings=[Standing.INQUIRY, Standing.SANCTION])
FIXED_TERM = held_states([Mark.FIXED, Mark.EXTENDED], [Standing.GOOD, Standing.WARNED])
INDEFINITE = held_states([Mark.INDEFINITE], [Standing.GOOD, Standing.WARNED])

RECOVERY = TermRule("hersteltermijn", "Weer aan de Normen voldoen", "§7.3.1", "tot_en_met", side=Side.SCHOOL)
SUSPENDED_FOR = TermRule("schorsing", "Laatste dag van de Schorsing", "§7.4.1, §7.4.2", "schorsing")

WARNING_GROUNDS = (
    Ground("norm", "De school voldoet niet aan ten minste één Norm.", "§7.3.1", (Need(Fact.NORM_FAILED),)),
    Ground("re_audit", "De school werkt niet mee aan de re-audit.", "§6.1.2"),
    Ground(
        "te_weinig_trajecten",
        "Er zijn te weinig afgeronde Trajecten en er is geen coulance verleend.",
        "§7.3.3",
        (no(Fact.ENOUGH_TRACKS),),
    ),
)
INQUIRY_GROUNDS = (
    Ground("wetgeving_vermoed", "Er is een vermoeden van handelen in strijd met de Wetgeving.", "§7.4.1"),
    Ground("normen_vermoed", "De school handelt in strijd met de Normen, of dat wordt vermoed.", "§7.4.1"),
    Ground("keurmerk_arbeid", "Het Keurmerk Arbeid van de school is geschorst of ingetrokken.", "§7.4.1"),
    Ground("onregelmatigheden", "Er zijn Onregelmatigheden, of die worden vermoed.", "§7.4.1"),
    Ground("geen_audit", "De school werkt niet mee aan een (re-)Audit of laat die niet uitvoeren.", "§7.4.1"),
    Ground(
        "verbonden_persoon", "Het Keurmerk van een Verbonden Persoon is geschorst of ingetrokken.", "§7.4.1"
    ),
    Ground("geen_bezoek", "De school werkt niet mee aan een onverwacht bezoek of een controle.", "§7.4.1"),
    Ground(
        "vermoeden_einde",
        "Er is een gegrond vermoeden dat het Keurmerk wordt ingetrokken of niet wordt toegekend.",
        "bijlage 3 art. 11.6",
    ),
    Ground("financien", "De Audit gaf signalen over de financiën of de urenverklaringen.", "§6.1.2"),
)
_FIXED_NORMS = Ground(
    "normen",
    "De school handelde in strijd met de (Materiële) Normen.",
    "§7.4.2, §7.3.1, §2.5",
    (Need(Fact.NORM_FAILED),),
)
_INDEFINITE_NORMS = Ground(
    "normen",
    "De school handelde in strijd met een Materiële Norm waarbij geen plan van aanpak voorgaat.",
    "§7.4.2, §7.3.1",
    (Need(Fact.MATERIAL_NORM_FAILED), no(Fact.ALREADY_FORGIVEN)),
)
SANCTION_GROUNDS = (
    Ground("wetgeving", "De school handelde in strijd met de Wetgeving.", "§7.4.2"),
    Ground("onregelmatigheden", "Er zijn Onregelmatigheden.", "§7.4.2"),
    Ground(
        "geen_herstel",
        "De school is na de Waarschuwing niet tot herstel overgegaan.",
        "§7.3.1, §7.4.2",
        (Need(Fact.WARNING_OVER), no(Fact.RECOVERED)),
    ),
    Ground(
        "tevredenheid",
        "Norm 3.1.1 is niet gehaald, en over het plan van aanpak is beslist of het bleef uit.",
        "§5.6",
        (Need(Fact.SATISFACTION_FAILED), Need(Fact.PLAN_JUDGED)),
    ),
    Ground(
        "slagingspercentage_b1",
        "Norm 2.16 is niet gehaald, en over het plan van aanpak is beslist of het bleef uit.",
        "§4.20",
        (Need(Fact.B1_PASS_RATE_FAILED), Need(Fact.PLAN_JUDGED)),
    ),
    Ground(
        "opnieuw",
        "Norm 3.1.1 of 2.16 is bij de eerstvolgende Audit opnieuw niet gehaald: direct Schorsing.",
        "§5.6, §4.20",
        (Need(Fact.FAILED_AGAIN),),
    ),
    Ground("plan_afgekeurd", "Het plan van aanpak is niet goedgekeurd.", "§7.6", (Need(Fact.PLAN_REFUSED),)),
    Ground(
        "plan_niet_uitgevoerd",
        "Het goedgekeurde plan van aanpak is niet nageleefd, niet op tijd uitgevoerd of hielp niet.",
        "§7.6",
        (Need(Fact.PLAN_FAILED),),
    ),
)

NOT_IN_SANCTION = NOT_SUSPENDED | INQUIRY


def _sanction(text: str, sources: frozenset[State], norms: Ground, reading: str = "") -> Transition[State]:
    return Transition(
        event=Event.SUSPEND_AS_SANCTION,
        text=text,
        sources=sources,
        target=Stand(Standing.SANCTION),
        by=Actor.DECIDER,
        source="§7.4.2, §5.6, §7.6; bijlage 3 art. 11.6",
        grounds=(norms, *SANCTION_GROUNDS),
        hearing=Hearing.REQUIRED,
        decision=DecisionKind.SANCTION,
        parameters=(Parameter.EFFECTIVE_ON, Parameter.MONTHS, Parameter.LIFT_AFTER_PLAN),
        starts=(SUSPENDED_FOR,),
        ends=("hersteltermijn", "schorsing", *SUSPENSION_CODES),
        duties=DURING_SUSPENSION,
        reading=reading,
    )


ROWS: tuple[Transition[State], ...] = (
    Transition(
        event=Event.WARN,
        text="De school wordt gewaarschuwd en krijgt tijd om weer aan de Normen te voldoen.",
        sources=INDEFINITE,
        target=Stand(Standing.WARNED),
        by=Actor.DECIDER,
        source="§7.3.1, §7.3.2, §6.1.2",
        grounds=WARNING_GROUNDS,
        needs=(no(Fact.FAILED_AGAIN), no(Fact.TOO_FEW_AGAIN), no(Fact.ALREADY_FORGIVEN)),
        decision=DecisionKind.WARNING,
        parameters=(Parameter.UNTIL,),
        starts=(RECOVERY,),
        reading="Wat is gecompenseerd of met coulance gelaten, geeft geen Waarschuwing.",
    ),
    Transition(
        event=Event.WARN,
        text="Ook met een Keurmerk voor bepaalde tijd kan een Waarschuwing, niet om een slagingspercentage.",
        sources=FIXED_TERM,
        target=Stand(Standing.WARNED),
        by=Actor.DECIDER,
        source="§7.3.1, §7.3.2",
        grounds=WARNING_GROUNDS[:1],
        needs=(no(Fact.ONLY_PASS_RATES_FAILED), no(Fact.FAILED_AGAIN)),
        decision=DecisionKind.WARNING,
        parameters=(Parameter.UNTIL,),
        starts=(RECOVERY,),
    ),
    Transition(
        event=Event.END_WARNING,
        text="De school voldoet weer aan de Normen; de Waarschuwing eindigt.",
        sources=WARNED,
        target=Stand(Standing.GOOD),
        by=Actor.STAFF,
        source="§7.3.1",
        needs=(Need(Fact.RECOVERED),),
        ends=("hersteltermijn",),
    ),
    Transition(
        event=Event.SUSPEND_FOR_INQUIRY,
        text="Het Keurmerk wordt geschorst zolang een onderzoek loopt.",
        sources=NOT_SUSPENDED,
        target=Stand(Standing.INQUIRY),
        by=Actor.DECIDER,
        source="§7.4.1; bijlage 3 art. 11.6",
        grounds=INQUIRY_GROUNDS,
        hearing=Hearing.UNLESS_URGENT,
        decision=DecisionKind.INQUIRY,
        parameters=(Parameter.EFFECTIVE_ON, Parameter.MONTHS),
        starts=(SUSPENDED_FOR,),
        ends=("hersteltermijn",),
        duties=DURING_SUSPENSION,
    ),
    Transition(
        event=Event.PROLONG_SUSPENSION,
        text="De Schorsing voor onderzoek duurt langer zolang het onderzoek niet is afgerond.",
        sources=INQUIRY,
        target=Keep(),
        by=Actor.DECIDER,
        source="§7.4.1",
        needs=(no(Fact.INQUIRY_DONE), no(Fact.SUSPENSION_OVER)),
        hearing=Hearing.UNLESS_URGENT,
        decision=DecisionKind.PROLONGED_INQUIRY,
        parameters=(Parameter.MONTHS,),
        starts=(SUSPENDED_FOR,),
        ends=("schorsing",),
    ),
    _sanction(
        "Het Keurmerk voor bepaalde tijd wordt als sanctie geschorst, ten hoogste negen maanden.",
        held_states([Mark.FIXED, Mark.EXTENDED]) & NOT_IN_SANCTION,
        _FIXED_NORMS,
    ),
    _sanction(
        "Het Keurmerk wordt als sanctie geschorst, ten hoogste negen maanden.",
        held_states([Mark.INDEFINITE]) & NOT_IN_SANCTION,
        _INDEFINITE_NORMS,
        "Om een andere Norm gaat een Waarschuwing voor; bij 3.1.1, 2.16 en 2.17 een plan van aanpak.",
    ),
    Transition(
        event=Event.LIFT_SUSPENSION,
        text="De Schorsing wordt opgeheven.",
        sources=SUSPENDED,
        target=Stand(Standing.GOOD),
        by=Actor.DECIDER,
        source="§7.6, §4.20; bijlage 3 art. 11.8",
        grounds=(
            Ground(
                "reden_weg",
                "De reden van de Schorsing bestaat niet meer.",
                "bijlage 3 art. 11.8",
                (Need(Fact.CAUSE_GONE),),
            ),
            Ground(
                "plan_goedgekeurd",
                "Het plan van aanpak is goedgekeurd.",
                "§7.6",
                (Need(Fact.PLAN_APPROVED), no(Fact.LIFT_AFTER_PLAN)),
            ),
            Ground(
                "plan_uitgevoerd",
                "Het plan van aanpak is uitgevoerd.",
                "§7.6",
                (Need(Fact.PLAN_CARRIED_OUT),),
            ),
        ),
        decision=DecisionKind.LIFTING,
        parameters=(Parameter.EFFECTIVE_ON,),
        ends=("schorsing", *SUSPENSION_CODES),
        duties=AFTER_LIFTING,
        reading="Een Waarschuwing van voor de Schorsing is daarmee voorbij; zo nodig volgt een nieuwe.",
    ),
    Transition(
        event=Event.SUSPENSION_ENDS,
        text="Na de laatste dag eindigt de Schorsing, als er niet iets anders is besloten.",
        sources=SUSPENDED,
        target=Stand(Standing.GOOD),
        by=Actor.LAW,
        source="§7.4.1, §7.4.2",
        needs=(Need(Fact.SUSPENSION_OVER),),
        ends=("schorsing", *SUSPENSION_CODES),
        duties=AFTER_LIFTING,
        reading="Een besluit werkt niet langer dan de duur die het noemt; Intrekking blijft daarna mogelijk.",
    ),
)
