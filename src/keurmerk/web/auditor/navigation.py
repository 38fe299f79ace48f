from keurmerk.accounts.enums import Role
from keurmerk.web.components.navigation import Item

AUDITOR = frozenset({Role.AUDITOR})

ITEMS = (Item("Mijn scholen", "auditor:schools", AUDITOR), Item("Agenda", "auditor:calendar", AUDITOR))
