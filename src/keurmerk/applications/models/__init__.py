from keurmerk.applications.models.agreement import Agreement
from keurmerk.applications.models.answer import Answer
from keurmerk.applications.models.application import Application, ApplicationQuerySet
from keurmerk.applications.models.assessment import Chance, PageJudgement
from keurmerk.applications.models.evidence import Attachment, Reference
from keurmerk.applications.models.handed_in import HandedIn
from keurmerk.applications.models.inquiry import InquiryEntry, IntakeTalk
from keurmerk.applications.models.interest import Interest
from keurmerk.applications.models.invoice import Invoice

__all__ = [
    "Agreement",
    "Answer",
    "Application",
    "ApplicationQuerySet",
    "Attachment",
    "Chance",
    "HandedIn",
    "InquiryEntry",
    "IntakeTalk",
    "Interest",
    "Invoice",
    "PageJudgement",
    "Reference",
]
