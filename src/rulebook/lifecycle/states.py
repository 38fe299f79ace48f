"""The states of a certificate, of an improvement plan and of an objection; values are the codes in data."""

from collections.abc import Iterable
from enum import StrEnum


class Mark(StrEnum):
    """The form in which a certificate is held (§2.1, §7.2)."""

    FIXED = "bepaalde_tijd"
    EXTENDED = "bepaalde_tijd_verlengd"
    INDEFINITE = "onbepaalde_tijd"


class Standing(StrEnum):
    """How a certificate that is held stands."""

    GOOD = "goed"
    WARNED = "gewaarschuwd"
    INQUIRY = "geschorst_onderzoek"
    SANCTION = "geschorst_sanctie"


class State(StrEnum):
    """Where a school stands with the scheme. A held certificate is a mark in a standing."""

    NONE = "geen"
    AGREEMENT = "overeenkomst"
    APPLICATION = "aanvraag"
    LEFT_ASIDE = "buiten_behandeling"
    REJECTED = "afgewezen"
    FIXED = "bepaalde_tijd"
    FIXED_WARNED = "bepaalde_tijd_gewaarschuwd"
    FIXED_INQUIRY = "bepaalde_tijd_geschorst_onderzoek"
    FIXED_SANCTION = "bepaalde_tijd_geschorst_sanctie"
    EXTENDED = "bepaalde_tijd_verlengd"
    EXTENDED_WARNED = "bepaalde_tijd_verlengd_gewaarschuwd"
    EXTENDED_INQUIRY = "bepaalde_tijd_verlengd_geschorst_onderzoek"
    EXTENDED_SANCTION = "bepaalde_tijd_verlengd_geschorst_sanctie"
    INDEFINITE = "onbepaalde_tijd"
    INDEFINITE_WARNED = "onbepaalde_tijd_gewaarschuwd"
    INDEFINITE_INQUIRY = "onbepaalde_tijd_geschorst_onderzoek"
    INDEFINITE_SANCTION = "onbepaalde_tijd_geschorst_sanctie"
    NOT_GRANTED = "niet_toegekend"
    LAPSED = "afgelopen"
    WITHDRAWN = "ingetrokken"
    WITHDRAWN_FOR_A_TIME = "tijdelijk_ingetrokken"
    WITHDRAWN_AT_REQUEST = "ingetrokken_op_verzoek"

    @property
    def words(self) -> str:
        """What people read."""
        return WORDS[self]

    @property
    def held(self) -> tuple[Mark, Standing] | None:
        """The mark and its standing, or None where no certificate is held."""
        return _HELD.get(self)


class PlanState(StrEnum):
    """An improvement plan (§5.6, §6.2.2, §7.4.3, §7.6)."""

    NONE = "geen"
    ASKED = "gevraagd"
    MISSED = "te_laat"
    FILED = "ingediend"
    AT_BODY = "bij_certificerende_instelling"
    APPROVED = "goedgekeurd"
    REFUSED = "afgekeurd"
    CARRIED_OUT = "uitgevoerd"
    FAILED = "niet_uitgevoerd"
    CANCELLED = "vervallen"

    @property
    def words(self) -> str:
        return PLAN_WORDS[self]


class ObjectionState(StrEnum):
    """An objection, and the appeal after it (§7.10)."""

    NONE = "geen"
    RECEIVED = "ontvangen"
    IN_REPAIR = "herstel_gevraagd"
    UNREPAIRED = "niet_hersteld"
    ADMITTED = "in_behandeling"
    AT_COMMITTEE = "bij_commissie"
    HEARD = "gehoord"
    INADMISSIBLE = "niet_ontvankelijk"
    FOUNDED = "gegrond"
    PARTLY_FOUNDED = "deels_gegrond"
    UNFOUNDED = "ongegrond"
    WITHDRAWN = "ingetrokken"
    ON_APPEAL = "in_beroep"
    APPEAL_FOUNDED = "beroep_gegrond"
    APPEAL_UNFOUNDED = "beroep_ongegrond"
    APPEAL_WITHDRAWN = "beroep_ingetrokken"

    @property
    def words(self) -> str:
        return OBJECTION_WORDS[self]


_HELD = {
    State(mark.value if standing is Standing.GOOD else f"{mark.value}_{standing.value}"): (mark, standing)
    for mark in Mark
    for standing in Standing
}


def state_of(mark: Mark, standing: Standing) -> State:
    return next(state for state, held in _HELD.items() if held == (mark, standing))


def held_states(
    marks: Iterable[Mark] = tuple(Mark), standings: Iterable[Standing] = tuple(Standing)
) -> frozenset[State]:
    """The states in which a certificate is held in one of these marks and standings."""
    return frozenset(state_of(mark, standing) for mark in marks for standing in standings)


WORDS = {
    State.NONE: "nog geen overeenkomst",
    State.AGREEMENT: "overeenkomst gesloten",
    State.APPLICATION: "aanvraag in behandeling",
    State.LEFT_ASIDE: "aanvraag buiten behandeling gelaten",
    State.REJECTED: "aanvraag afgewezen",
    State.FIXED: "Keurmerk voor bepaalde tijd",
    State.FIXED_WARNED: "Keurmerk voor bepaalde tijd, gewaarschuwd",
    State.FIXED_INQUIRY: "Keurmerk voor bepaalde tijd, geschorst voor onderzoek",
    State.FIXED_SANCTION: "Keurmerk voor bepaalde tijd, geschorst als sanctie",
    State.EXTENDED: "Keurmerk voor bepaalde tijd, verlengd",
    State.EXTENDED_WARNED: "Keurmerk voor bepaalde tijd, verlengd en gewaarschuwd",
    State.EXTENDED_INQUIRY: "Keurmerk voor bepaalde tijd, verlengd en geschorst voor onderzoek",
    State.EXTENDED_SANCTION: "Keurmerk voor bepaalde tijd, verlengd en geschorst als sanctie",
    State.INDEFINITE: "Keurmerk voor onbepaalde tijd",
    State.INDEFINITE_WARNED: "Keurmerk voor onbepaalde tijd, gewaarschuwd",
    State.INDEFINITE_INQUIRY: "Keurmerk voor onbepaalde tijd, geschorst voor onderzoek",
    State.INDEFINITE_SANCTION: "Keurmerk voor onbepaalde tijd, geschorst als sanctie",
    State.NOT_GRANTED: "Keurmerk niet toegekend",
    State.LAPSED: "Keurmerk voor bepaalde tijd afgelopen",
    State.WITHDRAWN: "Keurmerk ingetrokken",
    State.WITHDRAWN_FOR_A_TIME: "Keurmerk tijdelijk ingetrokken",
    State.WITHDRAWN_AT_REQUEST: "Keurmerk ingetrokken op verzoek",
}
PLAN_WORDS = {
    PlanState.NONE: "geen plan van aanpak",
    PlanState.ASKED: "plan van aanpak gevraagd",
    PlanState.MISSED: "plan van aanpak te laat",
    PlanState.FILED: "plan van aanpak ingediend",
    PlanState.AT_BODY: "plan van aanpak bij een certificerende instelling",
    PlanState.APPROVED: "plan van aanpak goedgekeurd",
    PlanState.REFUSED: "plan van aanpak afgekeurd",
    PlanState.CARRIED_OUT: "plan van aanpak uitgevoerd",
    PlanState.FAILED: "plan van aanpak niet uitgevoerd",
    PlanState.CANCELLED: "plan van aanpak niet meer nodig",
}
OBJECTION_WORDS = {
    ObjectionState.NONE: "geen bezwaar",
    ObjectionState.RECEIVED: "bezwaar ontvangen",
    ObjectionState.IN_REPAIR: "herstel van het bezwaar gevraagd",
    ObjectionState.UNREPAIRED: "bezwaar niet hersteld",
    ObjectionState.ADMITTED: "bezwaar in behandeling",
    ObjectionState.AT_COMMITTEE: "bezwaar bij de commissie",
    ObjectionState.HEARD: "hoorzitting gehouden of afgezien van horen",
    ObjectionState.INADMISSIBLE: "bezwaar niet-ontvankelijk",
    ObjectionState.FOUNDED: "bezwaar gegrond",
    ObjectionState.PARTLY_FOUNDED: "bezwaar deels gegrond",
    ObjectionState.UNFOUNDED: "bezwaar ongegrond",
    ObjectionState.WITHDRAWN: "bezwaar ingetrokken",
    ObjectionState.ON_APPEAL: "beroep bij de rechtbank",
    ObjectionState.APPEAL_FOUNDED: "beroep gegrond",
    ObjectionState.APPEAL_UNFOUNDED: "beroep ongegrond",
    ObjectionState.APPEAL_WITHDRAWN: "beroep ingetrokken",
}
