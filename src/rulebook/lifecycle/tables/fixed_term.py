"""The end of the fixed term: extended, granted, not granted, or run out (§2.7, §7.2)."""

from rulebook.lifecycle.duties import AFTER_GRANT, AFTER_NOT_GRANTED, TELL_OF_LAPSE
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import (
    Actor,
    Become,
    Before,
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
from rulebook.lifecycle.states import Mark, Standing, State, held_states

FIXED = held_states([Mark.FIXED])
FIXED_OR_EXTENDED = held_states([Mark.FIXED, Mark.EXTENDED])
NOT_SUSPENDED = held_states([Mark.FIXED, Mark.EXTENDED], [Standing.GOOD, Standing.WARNED])

NOT_GRANTED_GROUNDS = (
    Ground(
        "normen",
        "De school voldoet niet aan alle Normen.",
        "§7.2.2",
        (no(Fact.NORMS_MET), no(Fact.EXTENSION_OWED)),
    ),
    Ground(
        "te_weinig_trajecten",
        "Er zijn minder dan vijf afgeronde Trajecten van ten minste vijf Cursisten.",
        "§7.2.1, §7.2.2",
        (no(Fact.ENOUGH_TRACKS), no(Fact.EXTENSION_OWED)),
    ),
    Ground("betaling", "Niet alle facturen zijn voldaan.", "§7.2.2", (no(Fact.INVOICES_PAID),)),
    Ground("re_audit", "De school werkt niet mee aan de re-audit.", "§6.1.2"),
)

ROWS: tuple[Transition[State], ...] = (
    Transition(
        event=Event.EXTEND,
        text="Bij te weinig afgeronde Trajecten wordt de bepaalde tijd eenmaal verlengd.",
        sources=FIXED,
        target=Become(Mark.EXTENDED, keep_standing=True),
        by=Actor.DECIDER,
        source="§7.2.1",
        needs=(
            no(Fact.ENOUGH_TRACKS),
            Need(Fact.MAIN_NORM_1_MET),
            Need(Fact.SURVEY_NORMS_MET),
            no(Fact.EXTENDED_BEFORE),
            Need(Fact.JUDGEABLE),
        ),
        decision=DecisionKind.EXTENSION,
        parameters=(Parameter.MONTHS,),
        starts=(
            TermRule(
                "bepaalde_tijd",
                "Looptijd van het verlengde Keurmerk voor bepaalde tijd",
                "§7.2.1",
                "bepaalde_tijd",
            ),
        ),
        ends=("bepaalde_tijd",),
        reading="Voldoet de school verder, dan wordt verlengd; niet-toekennen om de Trajecten kan dan niet.",
    ),
    Transition(
        event=Event.GRANT,
        text="Wie over de Meetperiode aan alle Normen voldoet, krijgt het Keurmerk voor onbepaalde tijd.",
        sources=NOT_SUSPENDED,
        target=Become(Mark.INDEFINITE),
        by=Actor.DECIDER,
        source="§2.7, §7.2.1; bijlage 3 art. 11.2",
        needs=(
            Need(Fact.NORMS_MET),
            Need(Fact.JUDGEABLE),
            Need(Fact.ENOUGH_TRACKS),
            Need(Fact.INVOICES_PAID),
        ),
        decision=DecisionKind.GRANT,
        parameters=(Parameter.EFFECTIVE_ON,),
        ends=("alle",),
        duties=AFTER_GRANT,
        reading="Een geschorste school wordt niet toegekend: eerst wordt de Schorsing opgeheven.",
    ),
    Transition(
        event=Event.NOT_GRANT,
        text="Wie niet aan alle Normen voldoet, krijgt het Keurmerk niet.",
        sources=FIXED_OR_EXTENDED,
        target=To(State.NOT_GRANTED),
        by=Actor.DECIDER,
        source="§7.2.2, §6.1.2; bijlage 3 art. 11.8",
        grounds=NOT_GRANTED_GROUNDS,
        needs=(Need(Fact.JUDGEABLE),),
        hearing=Hearing.UNLESS_OWN_DATA,
        decision=DecisionKind.NOT_GRANTED,
        parameters=(Parameter.EFFECTIVE_ON,),
        ends=("alle",),
        duties=AFTER_NOT_GRANTED,
    ),
    Transition(
        event=Event.LAPSE,
        text="Zonder tijdige resultatenaudit of onderzoek loopt het Keurmerk voor bepaalde tijd vanzelf af.",
        sources=FIXED_OR_EXTENDED,
        target=To(State.LAPSED),
        by=Actor.LAW,
        source="§2.1, §7.2.2",
        needs=(Need(Fact.TERM_OVER), no(Fact.JUDGEABLE)),
        ends=("alle",),
        duties=(TELL_OF_LAPSE, *AFTER_NOT_GRANTED),
        reading="Was alles op tijd, dan geldt de status tot over de Meetperiode is beslist (§2.1).",
    ),
    Transition(
        event=Event.CORRECT_LAPSE,
        text="Achteraf blijkt dat alles op tijd was: het Keurmerk is niet afgelopen.",
        sources=frozenset({State.LAPSED}),
        target=Before(),
        by=Actor.STAFF,
        source="§2.1, §7.2.2",
        needs=(Need(Fact.JUDGEABLE),),
        ends=("alle",),
        reading="Aflopen volgt uit de feiten, niet uit een besluit; andere feiten geven een andere status.",
    ),
)
