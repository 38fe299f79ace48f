from keurmerk.shared.retention import Retention, register

GROUND = "Uitvoering van de overeenkomst met de school (AVG art. 6 lid 1 onder b)"

register(
    Retention(
        "organisations.School",
        holds="Naam, KvK-nummer en soort keurmerk van de school",
        kept_for="Zolang de school het keurmerk heeft of had",
        ground="Openbaar register en verantwoording van besluiten",
    ),
    Retention(
        "organisations.Membership", "Welk account voor welke school werkt", "Zolang het account er is", GROUND
    ),
    Retention(
        "organisations.Assignment",
        "Welke auditor welke school mag inzien",
        "Zolang het account er is",
        GROUND,
    ),
)
