"""The main navigation: what each audience offers, in this order. A new audience adds its ITEMS here."""

from keurmerk.web.components.navigation import Item
from keurmerk.web.public.navigation import ITEMS as PUBLIC

ITEMS: tuple[Item, ...] = (*PUBLIC,)
