from keurmerk.certification.models.case import Case
from keurmerk.certification.models.certificate import Certificate
from keurmerk.certification.models.change import Change
from keurmerk.certification.models.decision import Decision, Motivation
from keurmerk.certification.models.intention import Intention
from keurmerk.certification.models.objection import CourtCase, Objection
from keurmerk.certification.models.papers import Finding, Note, Paper
from keurmerk.certification.models.people import CalendarFeed, Digest, Mandate
from keurmerk.certification.models.plan import Plan
from keurmerk.certification.models.request import Request
from keurmerk.certification.models.task import Disclosure, Task
from keurmerk.certification.models.term import EquatedDay, Term

__all__ = [
    "CalendarFeed",
    "Case",
    "Certificate",
    "Change",
    "CourtCase",
    "Decision",
    "Digest",
    "Disclosure",
    "EquatedDay",
    "Finding",
    "Intention",
    "Mandate",
    "Motivation",
    "Note",
    "Objection",
    "Paper",
    "Plan",
    "Request",
    "Task",
    "Term",
]
