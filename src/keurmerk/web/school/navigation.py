from keurmerk.accounts.enums import Role
from keurmerk.web.components.navigation import Item

SCHOOL = frozenset({Role.SCHOOL})

ITEMS = (Item("Mijn keurmerk", "school:home", SCHOOL), Item("Agenda", "school:calendar", SCHOOL))
