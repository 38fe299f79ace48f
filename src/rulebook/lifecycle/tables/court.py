"""What objection, appeal and interim relief do to a decision that was taken (§7.10; Awb 7:11, 8:72, 8:81)."""

from rulebook.lifecycle.duties import BURDENS
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, After, Before, Need, Transition
from rulebook.lifecycle.states import Standing, State, held_states

CONTESTABLE = frozenset(
    {
        State.LEFT_ASIDE,
        State.REJECTED,
        State.NOT_GRANTED,
        State.WITHDRAWN,
        State.WITHDRAWN_FOR_A_TIME,
        State.WITHDRAWN_AT_REQUEST,
    }
) | held_states(standings=[Standing.INQUIRY, Standing.SANCTION])
"""Where a decision that burdens the school leads; granting is contested by nobody who is in the file."""

STAYED_IN = frozenset({State.APPLICATION}) | held_states()
"""Where a certificate can stand while a court holds up a decision: in what the decision found."""

ROWS: tuple[Transition[State], ...] = (
    Transition(
        event=Event.ANNUL,
        text="Het besluit is herroepen of vernietigd: de status van daarvoor geldt weer.",
        sources=CONTESTABLE,
        target=Before(),
        by=Actor.STAFF,
        source="§7.10.1, §7.10.2; Awb 7:11, 8:72",
        needs=(Need(Fact.DECISION_ANNULLED),),
        ends=("schorsing", "intrekking", *BURDENS),
        reading="De looptijd voor bepaalde tijd liep door; is die voorbij, dan volgt wat daarbij hoort.",
    ),
    Transition(
        event=Event.STAY,
        text="De rechter schorst de werking van het besluit: voorlopig geldt de status van daarvoor.",
        sources=CONTESTABLE,
        target=Before(),
        by=Actor.STAFF,
        source="§7.10.3; Awb 8:81",
        needs=(Need(Fact.EFFECT_STAYED),),
        ends=BURDENS,
    ),
    Transition(
        event=Event.REVIVE,
        text="De voorlopige voorziening is geëindigd: het besluit werkt weer.",
        sources=STAYED_IN,
        target=After(),
        by=Actor.STAFF,
        source="§7.10.3; Awb 8:85",
        needs=(Need(Fact.STAY_ENDED),),
    ),
)
