from datetime import date, timedelta

from keurmerk.invitations.service import delete_ended
from keurmerk.shared.retention import Retention, register

KEPT_DAYS = 90


def purge_invitations(today: date) -> int:
    return delete_ended(today - timedelta(days=KEPT_DAYS))


register(
    Retention(
        "invitations.Invitation",
        holds="E-mailadres van wie is uitgenodigd om namens een school te werken, en de functie",
        kept_for="Drie maanden nadat de link verliep",
        ground="Toegang en beveiliging van de dienst (AVG art. 6 lid 1 onder f)",
        purge=purge_invitations,
    ),
)
