"""Dispensations as lists: of one school, and for staff."""

from django.db.models import Q, QuerySet

from keurmerk.dispensations.enums import OPEN, State
from keurmerk.dispensations.models import Dispensation
from keurmerk.organisations.models import School


def of_school(school: School) -> QuerySet[Dispensation]:
    """The newest first, each with its norms."""
    found = Dispensation.objects.filter(school=school).defer("letter_html").select_related("case")
    return found.prefetch_related("norms").order_by("-pk")


def queue(state: str = "", kind: str = "", search: str = "") -> QuerySet[Dispensation]:
    """What staff look for; without a state what still waits for a decision. Unknown values find nothing."""
    found = Dispensation.objects.defer("letter_html").select_related("school", "case", "advised_by")
    if state == "":
        found = found.filter(state__in=sorted(OPEN))
    elif state != "alle":
        found = found.filter(state=state) if state in State.values else found.none()
    if kind:
        found = found.filter(kind=kind)
    if search:
        found = found.filter(Q(school__name__icontains=search) | Q(reference__icontains=search))
    return found.prefetch_related("norms").order_by("case__next_day", "-pk")
