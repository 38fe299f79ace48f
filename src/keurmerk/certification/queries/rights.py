"""Terms to object that were used: the objection is there, so nobody needs to be told of its last day."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from keurmerk.certification.enums import Subject
from keurmerk.certification.models import Objection, Term
from rulebook.lifecycle.states import ObjectionState

TO_OBJECT = "bezwaar"


def unused(terms: QuerySet[Term]) -> QuerySet[Term]:
    """Without the terms to object against what the school objects against; taken back, they count again."""
    made = Objection.objects.filter(decision_id=OuterRef("subject_id"), by_school=True)
    objected = Exists(made.exclude(state=ObjectionState.WITHDRAWN))
    return terms.exclude(Q(code=TO_OBJECT, subject=Subject.OBJECTION) & objected)
