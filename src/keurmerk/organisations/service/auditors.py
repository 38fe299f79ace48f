"""Which auditor may look into a school."""

from datetime import date

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import Assignment, School
from keurmerk.organisations.service.roles import WrongRoleError


@journaled
def assign_auditor(
    school: School, auditor: User, *, assigned_by: Party | Recordable, today: date
) -> Assignment:
    """Open the school to an auditor until `end_assignment`."""
    if auditor.role != Role.AUDITOR:
        raise WrongRoleError("only an auditor can be assigned to a school")
    assignment, created = Assignment.objects.get_or_create(
        auditor=auditor, school=school, ended_on=None, defaults={"started_on": today}
    )
    if created:
        journal.record(
            actor=assigned_by, kind="school.auditor_assigned", subject=school, payload={"user": auditor.pk}
        )
    return assignment


@journaled
def end_assignment(assignment: Assignment, *, ended_by: Party | Recordable, today: date) -> None:
    """The auditor no longer sees the school, from this moment."""
    assignment.ended_on = today
    assignment.save(update_fields=["ended_on"])
    journal.record(
        actor=ended_by,
        kind="school.assignment_ended",
        subject=assignment.school,
        payload={"user": assignment.auditor_id},
    )
