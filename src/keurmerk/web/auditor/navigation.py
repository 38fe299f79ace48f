from keurmerk.accounts.enums import Role
from keurmerk.web.components.navigation import Item

ITEMS = (Item("Mijn scholen", "auditor:schools", frozenset({Role.AUDITOR})),)
