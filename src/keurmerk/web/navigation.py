"""The main navigation: what each audience offers, in this order. A new audience adds its ITEMS here."""

from keurmerk.web.auditor.navigation import ITEMS as AUDITOR
from keurmerk.web.components.navigation import Item
from keurmerk.web.public.navigation import ITEMS as PUBLIC
from keurmerk.web.school.navigation import ITEMS as SCHOOL
from keurmerk.web.staff.navigation import ITEMS as STAFF

ITEMS: tuple[Item, ...] = (*SCHOOL, *AUDITOR, *STAFF, *PUBLIC)
