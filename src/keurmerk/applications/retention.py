from datetime import date, timedelta

from keurmerk.applications.enums import InterestState
from keurmerk.applications.models import Interest
from keurmerk.applications.terms import DRAFT_DAYS, INTEREST_DAYS, UNCONFIRMED_DAYS
from keurmerk.shared.retention import Retention, register

GROUND = "Uitvoering van de overeenkomst met de school (AVG art. 6 lid 1 onder b)"
PUBLIC_TASK = "Taak van algemeen belang: het Keurmerk toekennen (AVG art. 6 lid 1 onder e)"
WITH_FILE = "Zolang het dossier van de aanvraag er is"


def forget_interests(today: date) -> int:
    """Addresses that nobody confirmed, and interests that led to nothing or are long ago."""
    unconfirmed = Interest.objects.filter(
        state=InterestState.ASKED, asked_on__lt=today - timedelta(days=UNCONFIRMED_DAYS)
    )
    old = Interest.objects.filter(asked_on__lt=today - timedelta(days=INTEREST_DAYS))
    return unconfirmed.delete()[0] + old.delete()[0]


register(
    Retention(
        "applications.Interest",
        "Naam, e-mailadres en telefoonnummer van wie belangstelling toont",
        f"{UNCONFIRMED_DAYS} dagen zonder bevestiging, anders {INTEREST_DAYS} dagen",
        "Stappen op verzoek voordat er een overeenkomst is (AVG art. 6 lid 1 onder b)",
        forget_interests,
    ),
    Retention(
        "applications.Agreement",
        "Wie namens de school tekende, en wie bericht krijgt van een datalek",
        "Zolang de overeenkomst geldt, en zeven jaar daarna",
        GROUND,
    ),
    Retention(
        "applications.Application",
        "Wie de aanvraag ondertekende en wat het onderzoek opleverde",
        "Een concept verdwijnt met zijn inhoud; een aanvraag blijft zolang het dossier er is",
        PUBLIC_TASK,
    ),
    Retention(
        "applications.Answer",
        "Wat in het aanvraagformulier is ingevuld, versleuteld",
        f"Een concept {DRAFT_DAYS} dagen na de laatste wijziging; anders zolang het dossier er is",
        PUBLIC_TASK,
    ),
    Retention(
        "applications.HandedIn",
        "Wat is ingediend, zoals het toen was, versleuteld",
        WITH_FILE,
        PUBLIC_TASK,
    ),
    Retention(
        "applications.Attachment",
        "Welke documenten bij een aanvraag horen",
        f"Een concept {DRAFT_DAYS} dagen na de laatste wijziging; anders zolang het dossier er is",
        PUBLIC_TASK,
    ),
    Retention("applications.Reference", "Waar in welk document iets staat", WITH_FILE, PUBLIC_TASK),
    Retention("applications.PageJudgement", "Wie welk onderdeel beoordeelde", WITH_FILE, PUBLIC_TASK),
    Retention("applications.Chance", "Wanneer om aanvulling is gevraagd", WITH_FILE, PUBLIC_TASK),
    Retention(
        "applications.InquiryEntry",
        "Wat in welke bron over een persoon is gevonden, versleuteld",
        WITH_FILE,
        PUBLIC_TASK,
    ),
    Retention(
        "applications.IntakeTalk", "Wie bij het intakegesprek was, en het verslag", WITH_FILE, PUBLIC_TASK
    ),
    Retention("applications.Invoice", "Welke facturen van Blik op Werk open staan", "Zeven jaar", GROUND),
)
