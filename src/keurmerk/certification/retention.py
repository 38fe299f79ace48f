"""What is kept of certificates, decisions and what leads to them.

As long as the documents (docs/decisions/0009): with the mark, and seven years after it. Then the texts go.
That there was a decision, of which kind and when, stays: who held the mark before counts at a new
application (§7.7).
"""

from datetime import date, timedelta

from keurmerk.certification.queries.ended_marks import ends_of_marks
from keurmerk.certification.service import feeds, forgetting, reminders
from keurmerk.documents.terms import KEPT_YEARS, tell_ends_with
from keurmerk.shared.retention import Retention, register

DIGEST_DAYS, FEED_DAYS = 365, 30
DECIDING = (
    "Verantwoording van besluiten, die jaren later nog te betwisten zijn (AVG art. 6 lid 1 onder b en f)"
)
SERVICE = "Uitvoering van de overeenkomst met de school (AVG art. 6 lid 1 onder b)"
HOLDER = "Blijvend: wie eerder het Keurmerk had, telt bij een nieuwe aanvraag (§7.7)"
WITH_MARK = f"Zolang de school het Keurmerk heeft en {KEPT_YEARS} jaar daarna"
TEXTS_GO = f"{WITH_MARK}; daarna gaan de teksten en namen weg, en blijft staan dat het er was en wanneer"


def purge_digests(today: date) -> int:
    return reminders.delete_digests(today - timedelta(days=DIGEST_DAYS))


def purge_feeds(today: date) -> int:
    return feeds.delete_revoked(today - timedelta(days=FEED_DAYS))


tell_ends_with(ends_of_marks)
register(
    Retention(
        "certification.Case",
        holds="Zaken: waarover, van welke school, wie behandelt",
        kept_for=f"De zaak zelf blijvend; wat erin geschreven is: {WITH_MARK[0].lower()}{WITH_MARK[1:]}",
        ground=DECIDING,
        purge=forgetting.forget_old,
    ),
    Retention("certification.Certificate", "Status van het Keurmerk met zijn datums", HOLDER, DECIDING),
    Retention("certification.Change", "Elke wijziging van de status, met grond", HOLDER, DECIDING),
    Retention(
        "certification.Decision", "Besluiten: feiten, gehoor, afweging, wie tekende", TEXTS_GO, DECIDING
    ),
    Retention("certification.Motivation", "Waarom een Norm een besluit draagt", TEXTS_GO, DECIDING),
    Retention("certification.Intention", "Voornemens en zienswijzen", TEXTS_GO, DECIDING),
    Retention("certification.Objection", "Bezwaren: wie bezwaar maakt en waarom", TEXTS_GO, DECIDING),
    Retention("certification.CourtCase", "Beroep en voorlopige voorziening", TEXTS_GO, DECIDING),
    Retention("certification.Plan", "Plannen van aanpak", TEXTS_GO, DECIDING),
    Retention("certification.Request", "Verzoeken van de school", TEXTS_GO, SERVICE),
    Retention("certification.Term", "Termijnen: feiten, stappen en laatste dag", HOLDER, DECIDING),
    Retention("certification.Task", "Taken en wie ze deed", TEXTS_GO, SERVICE),
    Retention("certification.Disclosure", "Wat aan een ander orgaan is gemeld", HOLDER, DECIDING),
    Retention("certification.Paper", "Welk document in welke zaak ligt", TEXTS_GO, DECIDING),
    Retention("certification.Finding", "Vastgestelde feiten en waar ze uit blijken", TEXTS_GO, DECIDING),
    Retention("certification.Note", "Notities van medewerkers in een zaak", WITH_MARK, DECIDING),
    Retention(
        "certification.Mandate",
        "Wie namens Blik op Werk mag besluiten, en sinds wanneer",
        "Zolang het account er is; een ondertekend besluit houdt account en mandaat vast",
        DECIDING,
    ),
    Retention("certification.EquatedDay", "Gelijkgestelde dagen", "Blijvend", "Geen persoonsgegevens"),
    Retention(
        "certification.CalendarFeed",
        holds="Agenda-adressen: van wie, en een vingerafdruk van het adres",
        kept_for=f"Tot {FEED_DAYS} dagen nadat het adres is ingetrokken",
        ground=SERVICE,
        purge=purge_feeds,
    ),
    Retention(
        "certification.Digest",
        holds="Op welke dag iemand een herinnering kreeg, en van hoeveel regels",
        kept_for="Een jaar",
        ground=SERVICE,
        purge=purge_digests,
    ),
)
