"""What a row of the transition table is made of."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import Mark, Standing


class Actor(StrEnum):
    """Who may make a transition."""

    SCHOOL = "school"
    STAFF = "medewerker"
    DECIDER = "beslisser"
    """Somebody of the scheme with a mandate, who signs what another prepared."""
    LAW = "van_rechtswege"
    """By itself, on a date."""

    @property
    def words(self) -> str:
        return {
            Actor.SCHOOL: "de school",
            Actor.STAFF: "een medewerker",
            Actor.DECIDER: "wie mandaat heeft, na voorbereiding door een ander",
            Actor.LAW: "van rechtswege",
        }[self]


class Hearing(StrEnum):
    """Whether an intended decision with a hearing or a written view comes first."""

    NONE = "geen"
    REQUIRED = "verplicht"
    UNLESS_URGENT = "tenzij_spoed"
    UNLESS_OWN_DATA = "tenzij_eigen_gegevens"
    """Awb 4:7 and 4:8: not when the decision rests on what the school itself supplied."""

    @property
    def words(self) -> str:
        return {
            Hearing.NONE: "niet nodig",
            Hearing.REQUIRED: "voornemen, met hoorzitting of schriftelijke zienswijze",
            Hearing.UNLESS_URGENT: "voornemen, met hoorzitting of zienswijze; niet bij vereiste spoed",
            Hearing.UNLESS_OWN_DATA: "voornemen, tenzij het besluit rust op gegevens van de school zelf",
        }[self]


class Heard(StrEnum):
    """How the school was heard before a decision."""

    NO = "niet"
    YES = "gehoord"
    """At a hearing or in writing, or it let the term for that pass."""
    URGENT = "spoed"
    OWN_DATA = "eigen_gegevens"


class DecisionKind(StrEnum):
    """What is decided; each has a letter of its own."""

    LEFT_ASIDE = "buiten_behandeling"
    REJECTION = "afwijzing"
    GRANT_FIXED = "toekenning_bepaalde_tijd"
    EXTENSION = "verlenging_bepaalde_tijd"
    GRANT = "toekenning"
    NOT_GRANTED = "niet_toekenning"
    WARNING = "waarschuwing"
    INQUIRY = "schorsing_onderzoek"
    PROLONGED_INQUIRY = "verlenging_schorsing"
    SANCTION = "schorsing_sanctie"
    LIFTING = "opheffing_schorsing"
    WITHDRAWAL = "intrekking"
    WITHDRAWAL_FOR_A_TIME = "intrekking_tijdelijk"
    WITHDRAWAL_AT_REQUEST = "intrekking_op_verzoek"
    COMPENSATION = "compensatie"
    LENIENCY = "coulance"
    EXEMPTION = "vrijstelling"
    NO_EXEMPTION = "geen_vrijstelling"
    PERIOD_CHANGE = "wijziging_meetperiode"
    NO_PERIOD_CHANGE = "geen_wijziging_meetperiode"
    CONTROL_CONSENT = "toestemming_zeggenschap"
    NO_CONTROL_CONSENT = "geen_toestemming_zeggenschap"
    WIDENED_CONDITIONS = "verruiming_voorwaarden"
    PLAN_JUDGEMENT = "oordeel_plan"
    ON_OBJECTION = "beslissing_op_bezwaar"

    @property
    def words(self) -> str:
        return DECISION_WORDS[self]

    @property
    def objectionable(self) -> bool:
        """Whether objection is open against it: the five kinds of §7.10.1, not granting in both its forms."""
        return self in OBJECTIONABLE


DECISION_WORDS = {
    DecisionKind.LEFT_ASIDE: "buiten behandeling laten van de aanvraag",
    DecisionKind.REJECTION: "afwijzing van de aanvraag",
    DecisionKind.GRANT_FIXED: "toekenning van het Keurmerk voor bepaalde tijd",
    DecisionKind.EXTENSION: "verlenging van het Keurmerk voor bepaalde tijd",
    DecisionKind.GRANT: "toekenning van het Keurmerk",
    DecisionKind.NOT_GRANTED: "niet toekennen van het Keurmerk",
    DecisionKind.WARNING: "Waarschuwing",
    DecisionKind.INQUIRY: "Schorsing voor onderzoek",
    DecisionKind.PROLONGED_INQUIRY: "verlenging van de Schorsing",
    DecisionKind.SANCTION: "Schorsing als sanctie",
    DecisionKind.LIFTING: "opheffing van de Schorsing",
    DecisionKind.WITHDRAWAL: "Intrekking van het Keurmerk",
    DecisionKind.WITHDRAWAL_FOR_A_TIME: "Intrekking van het Keurmerk voor een bepaalde duur",
    DecisionKind.WITHDRAWAL_AT_REQUEST: "Intrekking van het Keurmerk op verzoek",
    DecisionKind.COMPENSATION: "compensatie van een slagingspercentage",
    DecisionKind.LENIENCY: "coulance bij onvoldoende Trajecten",
    DecisionKind.EXEMPTION: "vrijstelling van de resultatenaudit",
    DecisionKind.NO_EXEMPTION: "geen vrijstelling van de resultatenaudit",
    DecisionKind.PERIOD_CHANGE: "wijziging van de Meetperiode",
    DecisionKind.NO_PERIOD_CHANGE: "afwijzing van de wijziging van de Meetperiode",
    DecisionKind.CONTROL_CONSENT: "toestemming voor overdracht van Zeggenschap",
    DecisionKind.NO_CONTROL_CONSENT: "geen toestemming voor overdracht van Zeggenschap",
    DecisionKind.WIDENED_CONDITIONS: "verruiming van de voorwaarden",
    DecisionKind.PLAN_JUDGEMENT: "oordeel over het plan van aanpak",
    DecisionKind.ON_OBJECTION: "beslissing op bezwaar",
}
OBJECTIONABLE = frozenset(
    {
        DecisionKind.LEFT_ASIDE,
        DecisionKind.REJECTION,
        DecisionKind.GRANT_FIXED,
        DecisionKind.EXTENSION,
        DecisionKind.GRANT,
        DecisionKind.NOT_GRANTED,
        DecisionKind.INQUIRY,
        DecisionKind.PROLONGED_INQUIRY,
        DecisionKind.SANCTION,
        DecisionKind.WITHDRAWAL,
        DecisionKind.WITHDRAWAL_FOR_A_TIME,
        DecisionKind.WITHDRAWAL_AT_REQUEST,
    }
)
"""§7.10.1. An extension grants more time (granting); a prolonged suspension suspends."""


class Parameter(StrEnum):
    """What a decision fixes besides its ground."""

    EFFECTIVE_ON = "ingangsdatum"
    PERIOD_START = "begin_meetperiode"
    MONTHS = "maanden"
    UNTIL = "tot_en_met"
    MOST_LEARNERS = "hoogste_aantal_cursisten"
    MOST_TURNOVER = "hoogste_omzet"
    PERIOD_END = "einde_meetperiode"
    LIFT_AFTER_PLAN = "opheffen_na_uitvoering"


class Side(StrEnum):
    SCHOOL = "school"
    SCHEME = "blik_op_werk"


@dataclass(frozen=True, slots=True)
class Need:
    """A fact that must hold, or must not."""

    fact: Fact
    wanted: bool = True

    def met_by(self, known: dict[Fact, bool]) -> bool:
        return known.get(self.fact) is self.wanted


def no(fact: Fact) -> Need:
    return Need(fact, wanted=False)


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason on which a decision may rest; its own needs come on top of those of the transition."""

    code: str
    text: str
    source: str
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class TermRule:
    """A term that a transition starts.

    `kind` and `count` are those of `rulebook.terms`; without a count the facts come from the decision's own
    parameters. The term starts on the day of the event, or on the day named by `starts`.
    """

    code: str
    text: str
    source: str
    kind: str
    count: int | None = None
    side: Side = Side.SCHEME
    starts: str = "gebeurtenis"


@dataclass(frozen=True, slots=True)
class Duty:
    """Something one side must do because of a transition; `count` 0 days is at once."""

    code: str
    side: Side
    text: str
    source: str
    kind: str = "dagen"
    count: int = 0
    while_it_lasts: bool = False
    """No last day: it holds as long as the state does, and ends with it."""


@dataclass(frozen=True, slots=True)
class Keep:
    """The state stays what it was."""


@dataclass(frozen=True, slots=True)
class To[S: StrEnum]:
    state: S


@dataclass(frozen=True, slots=True)
class Stand:
    """The same mark, in another standing."""

    standing: Standing


@dataclass(frozen=True, slots=True)
class Become:
    """Another mark; a standing other than good goes along only when `keep_standing`."""

    mark: Mark
    keep_standing: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """The state in which the contested decision found the certificate."""


@dataclass(frozen=True, slots=True)
class After:
    """The state to which the contested decision once led."""


type Target[S: StrEnum] = Keep | To[S] | Stand | Become | Before | After


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition[S: StrEnum]:
    """One row: from these states this event leads there, by these people, when all of this holds."""

    event: StrEnum
    text: str
    sources: frozenset[S]
    target: Target[S]
    by: Actor
    source: str
    grounds: tuple[Ground, ...] = ()
    """Empty: no ground is chosen. Else at least one."""
    needs: tuple[Need, ...] = ()
    hearing: Hearing = Hearing.NONE
    decision: DecisionKind | None = None
    parameters: tuple[Parameter, ...] = ()
    starts: tuple[TermRule, ...] = ()
    ends: tuple[str, ...] = ()
    """Codes of the terms and standing duties that end; `alle` ends everything that runs."""
    duties: tuple[Duty, ...] = ()
    reading: str = ""
