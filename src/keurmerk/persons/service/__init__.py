from keurmerk.persons.queries import investigate
from keurmerk.persons.service.declaring import Declared, declare
from keurmerk.persons.service.identity import identity_number, told_leads, told_read, told_search
from keurmerk.persons.service.indexing import index, know_schools, organisation_of
from keurmerk.persons.service.judging import judge_lead, say_same, undo_same
from keurmerk.persons.service.keeping import add_location, forget_old

__all__ = [
    "Declared",
    "add_location",
    "declare",
    "forget_old",
    "identity_number",
    "index",
    "investigate",
    "judge_lead",
    "know_schools",
    "organisation_of",
    "say_same",
    "told_leads",
    "told_read",
    "told_search",
    "undo_same",
]
