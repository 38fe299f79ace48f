"""What is kept of dispensations: as long as the cases they lie in."""

from keurmerk.dispensations.service.forgetting import forget_old
from keurmerk.documents.terms import KEPT_YEARS
from keurmerk.shared.retention import Retention, register

WITH_MARK = f"Zolang de school het Keurmerk heeft en {KEPT_YEARS} jaar daarna"
DECIDING = (
    "Verantwoording van besluiten, die jaren later nog te betwisten zijn (AVG art. 6 lid 1 onder b en f)"
)
TEXTS_GO = f"{WITH_MARK}; daarna gaan namen en teksten weg, en blijft staan dat het er was en wanneer"

register(
    Retention(
        "dispensations.Dispensation",
        holds="Uitzonderingen en ontheffingen: voor welke docent, cursus of toets, waarom en wie besliste",
        kept_for=TEXTS_GO,
        ground=DECIDING,
        purge=forget_old,
    ),
    Retention("dispensations.DispensationNorm", "Welke Norm, en wat er geldt", TEXTS_GO, DECIDING),
    Retention("dispensations.Evidence", "Welk stuk waarvoor is ingeleverd", TEXTS_GO, DECIDING),
    Retention("dispensations.Point", "Beoordeelde punten, en waaruit het oordeel blijkt", TEXTS_GO, DECIDING),
    Retention(
        "dispensations.Establishment",
        "Of een Norm over een Meetperiode toegestaan niet is gehaald",
        TEXTS_GO,
        DECIDING,
    ),
)
