"""Where a school stands with the scheme; one row per school, changed by service.changes only."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from keurmerk.journal.party import Party
from keurmerk.organisations.models import School
from keurmerk.shared.models import Record
from rulebook.lifecycle.conditions import Conditions
from rulebook.lifecycle.states import Mark, Standing, State, held_states

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from keurmerk.accounts.models import User

FIXED_TERM = held_states([Mark.FIXED, Mark.EXTENDED])
SUSPENDED = held_states(standings=[Standing.INQUIRY, Standing.SANCTION])


def _values(states: frozenset[State]) -> list[str]:
    return sorted(state.value for state in states)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def for_user(self, user: "User | AnonymousUser") -> "CertificateQuerySet":
        return self.filter(school__in=School.objects.for_user(user))


class Certificate(Record):
    school = models.OneToOneField(
        "organisations.School", on_delete=models.PROTECT, related_name="certification"
    )
    state = models.CharField(
        "status", max_length=50, choices=[(s.value, s.words) for s in State], default=State.NONE
    )
    period_first = models.DateField("begin van de eerste Meetperiode", null=True, blank=True)
    fixed_until = models.DateField("bepaalde tijd tot en met", null=True, blank=True)
    extended_months = models.PositiveSmallIntegerField("maanden verlengd", default=0)
    warned_until = models.DateField("hersteltermijn tot en met", null=True, blank=True)
    suspended_from = models.DateField("geschorst vanaf", null=True, blank=True)
    suspended_until = models.DateField("geschorst tot en met", null=True, blank=True)
    withdrawn_until = models.DateField("ingetrokken tot en met", null=True, blank=True)
    lift_after_plan = models.BooleanField("opheffen pas na uitvoering van het plan", default=False)
    most_learners = models.PositiveIntegerField("hoogste aantal Cursisten", null=True, blank=True)
    most_turnover = models.DecimalField(
        "hoogste omzet", max_digits=12, decimal_places=2, null=True, blank=True
    )
    version = models.PositiveIntegerField(default=0)
    """Counts the changes: what was prepared on an older version is looked at again."""

    objects: ClassVar[CertificateQuerySet] = CertificateQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "Keurmerk"
        verbose_name_plural = "Keurmerken"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[s.value for s in State]), name="certificate_state_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=_values(FIXED_TERM))
                | models.Q(fixed_until__isnull=False, period_first__isnull=False),
                name="certificate_fixed_term_ends",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=_values(SUSPENDED), suspended_until__isnull=False)
                | ~models.Q(state__in=_values(SUSPENDED)),
                name="certificate_suspension_ends",
            ),
            models.CheckConstraint(
                condition=models.Q(suspended_until=None)
                | models.Q(suspended_until__gte=models.F("suspended_from")),
                name="certificate_suspended_from_until",
            ),
            models.CheckConstraint(
                condition=models.Q(extended_months__lte=16), name="certificate_extended_at_most_16_months"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state_.words}: {self.school_id}"

    @property
    def state_(self) -> State:
        """The stored code as the state of the rulebook."""
        return State(self.state)

    @property
    def conditions(self) -> Conditions:
        return Conditions(self.most_learners, self.most_turnover)

    def as_party(self) -> Party:
        return Party("certificate", str(self.public_id), self.school.name)
