from keurmerk.persons.queries.leads import Lead, Strength, Told, investigate
from keurmerk.persons.queries.searching import Found, Question, search

__all__ = ["Found", "Lead", "Question", "Strength", "Told", "investigate", "search"]
