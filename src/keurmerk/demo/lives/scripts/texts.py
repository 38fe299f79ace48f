"""Reasons that more than one fictional school is given, with figures of their own."""

from keurmerk.certification.service.deciding import Reason
from keurmerk.demo.lives.deciding import Said
from rulebook.lifecycle.pieces import Heard, Parameter

INCOMPLETE_LISTS = Reason(
    norm="2.9.1",
    value="14 van 20 lijsten volledig",
    limit="alle lijsten volledig",
    rows="20 lijsten van de weken 36 tot en met 39",
    facts="Op zes lijsten stonden alleen aantallen. Wie er in die lessen waren, is niet na te gaan.",
)
ATTENDANCE = Reason(
    norm="2.9.2",
    value="58 procent",
    limit="90 procent",
    rows="116 van 200 lessen",
    facts="Van 84 lessen zijn de handtekeningen van dezelfde hand, of tekende iemand die ziek gemeld was.",
)
LATE_PLANNING = Reason(
    norm="2.10.1",
    value="2 van 5 planningen te laat",
    limit="elke planning voor de eerste les",
    rows="5 cursussen die dit kwartaal begonnen",
    facts="De planning van de avondgroep en van de Z-route kwam acht en elf dagen na de eerste les.",
)


def inquiry(effective: str, *, months: int) -> Said:
    """At once: files could disappear."""
    return Said(
        facts="Een oud-docent stuurde foto's waarop te zien is dat lijsten van een hele week in één "
        "keer zijn "
        "ingevuld.",
        weighing="Het signaal is concreet. Zolang niet vaststaat wat er is gebeurd, horen er geen nieuwe "
        "Cursisten bij te komen.",
        grounds=("normen_vermoed", "onregelmatigheden"),
        values={Parameter.EFFECTIVE_ON: effective, Parameter.MONTHS: str(months)},
        details={
            "inquiry": "Wij vergelijken de presentielijsten met de urenverklaringen en spreken Cursisten.",
            "instructions": ["Bewaar alle originele presentielijsten en geef ze op verzoek af."],
        },
        heard=Heard.URGENT,
        not_heard_because="Bij uitstel kunnen originele lijsten verdwijnen; daarom is niet eerst gehoord.",
    )
