"""Why no objection is open against a decision, and what a school can do instead."""

from rulebook.lifecycle.pieces import DecisionKind

WARNING = (
    "Een Waarschuwing verandert niets aan uw Keurmerk en is daarom geen besluit waartegen bezwaar openstaat. "
    "Bent u het er niet mee eens, schrijf dat dan aan Blik op Werk. Volgt er een Schorsing of Intrekking, "
    "dan kunt u daartegen wel bezwaar maken, en dan ook zeggen wat er aan de Waarschuwing niet klopt."
)
PLAN = (
    "Een oordeel over een plan van aanpak is een stap op weg naar een besluit. Daartegen staat geen bezwaar "
    "open. Volgt er een Schorsing of Intrekking, dan kunt u daartegen bezwaar maken."
)
ON_OBJECTION = (
    "Dit is een beslissing op bezwaar. Bent u het er niet mee eens, dan kunt u beroep instellen bij de "
    "rechtbank. Hoe dat gaat en tot wanneer, staat in de brief."
)
OTHER = (
    "De Handleiding noemt in §7.10.1 tegen welke besluiten bezwaar openstaat; dit hoort er niet bij. Heeft u "
    "vragen of klopt er iets niet, schrijf dat dan aan Blik op Werk en noem het kenmerk."
)
INSTEAD = {
    DecisionKind.WARNING: WARNING,
    DecisionKind.PLAN_JUDGEMENT: PLAN,
    DecisionKind.ON_OBJECTION: ON_OBJECTION,
}


def instead_of_objecting(kind: DecisionKind) -> str:
    return INSTEAD.get(kind, OTHER)
