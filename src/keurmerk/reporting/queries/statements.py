"""Who gave its management statement, who has not, and when the next is due."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from keurmerk.certification.models import Certificate
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Statement
from rulebook.kernel.period import add_months
from rulebook.lifecycle.states import held_states

MONTHS_VALID = 12
"""Yearly (Norm 1.2.3): a statement is followed by the next within a year of its day."""
HOLDERS = sorted(state.value for state in held_states())


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A holder with its newest signed statement and the one that is asked, if any."""

    school: School
    signed: Statement | None
    asked: Statement | None

    @property
    def due(self) -> date | None:
        if self.asked is not None:
            return self.asked.due
        return None if self.signed is None else next_due(self.signed)


def next_due(signed: Statement) -> date:
    return add_months(signed.signed_on or signed.due, MONTHS_VALID)


def newest_signed(school: School) -> Statement | None:
    return Statement.objects.filter(school=school).signed().order_by("-signed_on", "-pk").first()


def asked_of(school: School) -> Statement | None:
    return Statement.objects.filter(school=school, signed_on=None).first()


def holders_with_statements() -> list[StatementLine]:
    """Every holder by name, in two queries."""
    statements = Prefetch("statements", Statement.objects.order_by("-signed_on", "-pk"))
    schools = School.objects.filter(certification__state__in=HOLDERS).order_by("name", "pk")
    return [_line(school) for school in schools.prefetch_related(statements)]


def _line(school: School) -> StatementLine:
    rows = list(school.statements.all())
    signed = max(
        (row for row in rows if row.signed_on), key=lambda row: (row.signed_on, row.pk), default=None
    )
    return StatementLine(school, signed, next((row for row in rows if row.signed_on is None), None))


def held_certificates() -> list[Certificate]:
    return list(Certificate.objects.filter(state__in=HOLDERS).select_related("school"))
