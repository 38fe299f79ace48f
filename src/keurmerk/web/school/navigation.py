from keurmerk.accounts.enums import Role
from keurmerk.web.components.navigation import Item

ITEMS = (Item("Mijn keurmerk", "school:home", frozenset({Role.SCHOOL})),)
