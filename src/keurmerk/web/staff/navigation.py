from keurmerk.accounts.enums import Role
from keurmerk.web.components.navigation import Item

STAFF = frozenset({Role.STAFF})

ITEMS = (
    Item("Werklijst", "staff:worklist", STAFF),
    Item("Aanvragen", "staff:applications", STAFF),
    Item("Agenda", "staff:calendar", STAFF),
    Item("Meldingen", "staff:report-list", STAFF),
    Item("Scholen", "staff:schools", STAFF),
    Item("Personen", "staff:persons", STAFF),
    Item("Slagingsnormen", "staff:pass-rates", STAFF),
    Item("Berichten", "staff:messages", STAFF),
    Item("Journaal", "staff:journal", STAFF),
)
