from keurmerk.organisations.models.assignment import Assignment
from keurmerk.organisations.models.membership import Membership
from keurmerk.organisations.models.school import School, SchoolQuerySet

__all__ = ["Assignment", "Membership", "School", "SchoolQuerySet"]
