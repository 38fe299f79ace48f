"""What is kept of messages."""

from datetime import date, timedelta

from keurmerk.messaging.service import delete_contents
from keurmerk.shared.retention import Retention, register

CONTENT_DAYS = 365
GROUND = "Bewijs dat en wanneer een besluit bekend is gemaakt (Awb 3:41)"


def purge_contents(today: date) -> int:
    return delete_contents(today - timedelta(days=CONTENT_DAYS), today=today)


register(
    Retention(
        "messaging.Message",
        holds="E-mails van Keurmerk: aan wie, wat erin stond, of ze aankwamen",
        kept_for=(
            "Tekst, adres en bijlagen: een jaar. Dat er een bericht was, waarover en wanneer: "
            "zolang de school het keurmerk heeft of had"
        ),
        ground=GROUND,
        purge=purge_contents,
    ),
    Retention(
        "messaging.Attachment",
        holds="Welke documenten bij een e-mail gingen",
        kept_for="Een jaar, met de tekst van de e-mail",
        ground=GROUND,
    ),
)
