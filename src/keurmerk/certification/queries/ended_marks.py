"""How long what lies in a case is kept: with the mark, and as long after it as its documents are."""

from collections.abc import Collection
from datetime import date

from django.db.models import F

from keurmerk.certification.models import Case, Certificate, Change
from keurmerk.documents.terms import years_after
from rulebook.lifecycle.states import State

ON_ITS_WAY = frozenset({State.NONE, State.AGREEMENT, State.APPLICATION})
OVER = frozenset(state for state in State if state.held is None and state not in ON_ITS_WAY)


def ends_of_marks(schools: Collection[int]) -> dict[int, date]:
    """Of these schools (ids) the day since which they are without the mark.

    Not of those that hold it or are on their way to it, nor while a case runs: that is still in dispute.
    """
    over = Certificate.objects.filter(school__in=schools, state__in=[state.value for state in OVER])
    disputed = Case.objects.filter(school__in=schools, closed_on=None).values("school")
    rows = Change.objects.filter(certificate__in=over.exclude(school__in=disputed)).order_by("number")
    moved = rows.exclude(before=F("after")).values_list("certificate__school", "on")
    return dict(moved)  # the last of each school stays


def schools_to_forget(today: date) -> list[int]:
    every = Certificate.objects.values_list("school", flat=True)
    return [school for school, day in ends_of_marks(set(every)).items() if years_after(day) < today]
