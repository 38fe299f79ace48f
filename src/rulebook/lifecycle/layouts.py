"""Where the states of each table stand in its picture. What runs between them comes from the table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rulebook.lifecycle.states import Mark, ObjectionState, PlanState, Standing, State
from rulebook.lifecycle.wording import MARKS, STANDINGS, state_words

type Point = tuple[float, float]

HEIGHT = 56


@dataclass(frozen=True, slots=True)
class Box:
    """A node or a group: its words and its rectangle."""

    words: str
    x: float
    y: float
    width: float
    height: float = HEIGHT
    words_below: bool = False
    """A group with its title at the bottom, where no arrow comes in."""

    @property
    def center(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Layout:
    title: str
    nodes: Mapping[str, Box]
    groups: Mapping[str, tuple[Box, frozenset[str]]] = field(default_factory=dict)
    """The larger first: an event that goes from all members is drawn once, from the group."""
    routes: Mapping[tuple[str, str], tuple[Point, ...]] = field(default_factory=dict)
    """Arrows that do not go straight, from border to border."""
    labels: Mapping[tuple[str, str], Point] = field(default_factory=dict)
    """Middles of labels that do not stand halfway."""


END = ("buiten_behandeling", "afgewezen", "niet_toegekend", "afgelopen", "ingetrokken")
ENDS = frozenset({*END, "tijdelijk_ingetrokken", "ingetrokken_op_verzoek"})
FIXED_TERM = frozenset({Mark.FIXED.value, Mark.EXTENDED.value})

LIFE = Layout(
    "Van overeenkomst tot einde",
    {
        State.NONE: Box("nog geen overeenkomst", 20, 92, 140),
        State.AGREEMENT: Box("overeenkomst gesloten", 275, 92, 140),
        State.APPLICATION: Box("aanvraag in behandeling", 510, 92, 150),
        Mark.FIXED: Box(f"Keurmerk {MARKS[Mark.FIXED]}", 840, 92, 180),
        Mark.EXTENDED: Box(f"Keurmerk {MARKS[Mark.EXTENDED]}", 840, 222, 180),
        Mark.INDEFINITE: Box(f"Keurmerk {MARKS[Mark.INDEFINITE]}", 1210, 157, 190),
        **{
            state: Box(state_words(State(state)), x, 480, 150)
            for state, x in zip(
                (*END, "tijdelijk_ingetrokken", "ingetrokken_op_verzoek"),
                (40, 230, 640, 855, 1055, 1225, 1395),
                strict=True,
            )
        },
    },
    groups={
        "gehouden": (
            Box("Het Keurmerk wordt gehouden", 800, 30, 775, 300),
            frozenset(mark.value for mark in Mark),
        ),
        "bepaalde_tijd_al_dan_niet_verlengd": (Box("", 820, 72, 220, 226), FIXED_TERM),
        "einde": (Box("Geen aanvraag of Keurmerk meer", 20, 445, 1555, 125, words_below=True), ENDS),
    },
    routes={
        ("aanvraag", "afgewezen"): ((530, 148), (325, 480)),
        ("aanvraag", "buiten_behandeling"): ((515, 148), (115, 480)),
    },
    labels={
        ("aanvraag", "bepaalde_tijd"): (730, 120),
        ("aanvraag", "afgewezen"): (425, 320),
        ("aanvraag", "buiten_behandeling"): (270, 320),
        ("einde", "aanvraag"): (585, 300),
        ("bepaalde_tijd_al_dan_niet_verlengd", "niet_toegekend"): (755, 385),
        ("bepaalde_tijd_al_dan_niet_verlengd", "afgelopen"): (930, 385),
        ("gehouden", "ingetrokken"): (1130, 385),
        ("gehouden", "tijdelijk_ingetrokken"): (1300, 385),
        ("gehouden", "ingetrokken_op_verzoek"): (1470, 385),
    },
)
STANDING = Layout(
    "Hoe een Keurmerk staat dat wordt gehouden",
    {
        Standing.GOOD: Box(STANDINGS[Standing.GOOD], 80, 80, 440),
        Standing.WARNED: Box(STANDINGS[Standing.WARNED], 80, 270, 440),
        Standing.INQUIRY: Box(STANDINGS[Standing.INQUIRY], 1000, 80, 300),
        Standing.SANCTION: Box(STANDINGS[Standing.SANCTION], 1000, 270, 300),
    },
    groups={
        "niet_geschorst": (
            Box("Niet geschorst", 50, 30, 500, 330),
            frozenset({Standing.GOOD.value, Standing.WARNED.value}),
        ),
        "geschorst": (
            Box("Geschorst", 960, 30, 380, 330),
            frozenset({Standing.INQUIRY.value, Standing.SANCTION.value}),
        ),
    },
    routes={
        ("goed", "gewaarschuwd"): ((130, 136), (130, 270)),
        ("gewaarschuwd", "goed"): ((290, 270), (290, 136)),
        ("geschorst", "goed"): ((960, 200), (470, 200), (470, 136)),
    },
    labels={
        ("goed", "gewaarschuwd"): (130, 235),
        ("gewaarschuwd", "goed"): (290, 235),
        ("geschorst", "goed"): (755, 200),
        ("niet_geschorst", "geschorst_onderzoek"): (755, 108),
        ("niet_geschorst", "geschorst_sanctie"): (755, 298),
    },
)
PLAN = Layout(
    "Het plan van aanpak",
    {
        PlanState.NONE: Box(state_words(PlanState.NONE), 20, 110, 150),
        PlanState.ASKED: Box(state_words(PlanState.ASKED), 280, 110, 170),
        PlanState.FILED: Box(state_words(PlanState.FILED), 580, 110, 230),
        PlanState.APPROVED: Box(state_words(PlanState.APPROVED), 940, 110, 170),
        PlanState.CARRIED_OUT: Box(state_words(PlanState.CARRIED_OUT), 1330, 60, 170),
        PlanState.FAILED: Box(state_words(PlanState.FAILED), 1330, 180, 170),
        PlanState.MISSED: Box(state_words(PlanState.MISSED), 280, 280, 170),
        PlanState.AT_BODY: Box(state_words(PlanState.AT_BODY), 590, 280, 190),
        PlanState.REFUSED: Box(state_words(PlanState.REFUSED), 1330, 312, 170),
        PlanState.CANCELLED: Box(state_words(PlanState.CANCELLED), 615, 470, 160),
    },
    groups={
        "open": (
            Box("Het plan loopt", 250, 60, 890, 315),
            frozenset({"gevraagd", "te_laat", "ingediend", "bij_certificerende_instelling", "goedgekeurd"}),
        )
    },
    routes={
        ("te_laat", "ingediend"): ((430, 280), (585, 166)),
        ("ingediend", "bij_certificerende_instelling"): ((625, 166), (625, 280)),
        ("bij_certificerende_instelling", "ingediend"): ((715, 280), (715, 166)),
        ("ingediend", "afgekeurd"): ((790, 166), (860, 340), (1330, 340)),
        ("goedgekeurd", "uitgevoerd"): ((1110, 130), (1330, 88)),
        ("goedgekeurd", "niet_uitgevoerd"): ((1110, 146), (1330, 208)),
    },
    labels={
        ("te_laat", "ingediend"): (500, 225),
        ("ingediend", "bij_certificerende_instelling"): (625, 205),
        ("bij_certificerende_instelling", "ingediend"): (715, 245),
        ("ingediend", "afgekeurd"): (1235, 340),
        ("goedgekeurd", "uitgevoerd"): (1235, 105),
        ("goedgekeurd", "niet_uitgevoerd"): (1235, 183),
        ("open", "vervallen"): (695, 425),
    },
)
OBJECTION = Layout(
    "Bezwaar en beroep",
    {
        ObjectionState.NONE: Box(state_words(ObjectionState.NONE), 20, 150, 120),
        ObjectionState.RECEIVED: Box(state_words(ObjectionState.RECEIVED), 250, 150, 150),
        ObjectionState.ADMITTED: Box(state_words(ObjectionState.ADMITTED), 580, 150, 160),
        ObjectionState.AT_COMMITTEE: Box(state_words(ObjectionState.AT_COMMITTEE), 820, 55, 150),
        ObjectionState.HEARD: Box(state_words(ObjectionState.HEARD), 1060, 150, 200),
        ObjectionState.IN_REPAIR: Box(state_words(ObjectionState.IN_REPAIR), 390, 310, 150),
        ObjectionState.UNREPAIRED: Box(state_words(ObjectionState.UNREPAIRED), 660, 310, 130),
        ObjectionState.WITHDRAWN: Box(state_words(ObjectionState.WITHDRAWN), 20, 310, 100),
        ObjectionState.INADMISSIBLE: Box(state_words(ObjectionState.INADMISSIBLE), 250, 600, 180),
        ObjectionState.FOUNDED: Box(state_words(ObjectionState.FOUNDED), 790, 600, 140),
        ObjectionState.PARTLY_FOUNDED: Box(state_words(ObjectionState.PARTLY_FOUNDED), 965, 600, 150),
        ObjectionState.UNFOUNDED: Box(state_words(ObjectionState.UNFOUNDED), 1150, 600, 140),
        ObjectionState.ON_APPEAL: Box(state_words(ObjectionState.ON_APPEAL), 860, 770, 160),
        ObjectionState.APPEAL_FOUNDED: Box(state_words(ObjectionState.APPEAL_FOUNDED), 1350, 770, 150),
        ObjectionState.APPEAL_UNFOUNDED: Box(state_words(ObjectionState.APPEAL_UNFOUNDED), 865, 910, 150),
        ObjectionState.APPEAL_WITHDRAWN: Box(state_words(ObjectionState.APPEAL_WITHDRAWN), 480, 770, 150),
    },
    groups={
        "loopt": (
            Box("Het bezwaar loopt", 220, 30, 1070, 360),
            frozenset(
                {
                    "ontvangen",
                    "herstel_gevraagd",
                    "niet_hersteld",
                    "in_behandeling",
                    "bij_commissie",
                    "gehoord",
                }
            ),
        ),
        "beslist": (
            Box("Op het bezwaar is beslist", 220, 570, 1100, 120, words_below=True),
            frozenset({"niet_ontvankelijk", "gegrond", "deels_gegrond", "ongegrond"}),
        ),
    },
    routes={
        ("ontvangen", "herstel_gevraagd"): ((340, 206), (340, 338), (390, 338)),
        ("herstel_gevraagd", "ontvangen"): ((480, 310), (400, 200)),
        ("niet_hersteld", "ontvangen"): ((700, 310), (400, 190)),
        ("ontvangen", "niet_ontvankelijk"): ((285, 206), (285, 600)),
        ("niet_hersteld", "niet_ontvankelijk"): ((690, 366), (390, 600)),
        ("gehoord", "niet_ontvankelijk"): ((1070, 206), (430, 615)),
        ("gehoord", "gegrond"): ((1110, 206), (870, 600)),
        ("gehoord", "deels_gegrond"): ((1160, 206), (1040, 600)),
        ("gehoord", "ongegrond"): ((1215, 206), (1220, 600)),
        ("in_behandeling", "bij_commissie"): ((690, 150), (820, 90)),
        ("bij_commissie", "gehoord"): ((970, 90), (1110, 150)),
        ("loopt", "ingetrokken"): ((220, 338), (120, 338)),
        ("beroep_gegrond", "gehoord"): ((1425, 770), (1425, 178), (1260, 178)),
    },
    labels={
        ("ontvangen", "herstel_gevraagd"): (345, 265),
        ("herstel_gevraagd", "ontvangen"): (455, 265),
        ("niet_hersteld", "ontvangen"): (600, 268),
        ("ontvangen", "niet_ontvankelijk"): (285, 480),
        ("niet_hersteld", "niet_ontvankelijk"): (540, 483),
        ("gehoord", "niet_ontvankelijk"): (740, 435),
        ("gehoord", "gegrond"): (955, 460),
        ("gehoord", "deels_gegrond"): (1083, 460),
        ("gehoord", "ongegrond"): (1219, 460),
        ("in_behandeling", "bij_commissie"): (740, 105),
        ("bij_commissie", "gehoord"): (1060, 112),
        ("beroep_gegrond", "gehoord"): (1425, 450),
    },
)
