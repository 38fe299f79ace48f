"""Every write to schools and to who may act for or look into them."""

from datetime import date

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import Assignment, Membership, School


class WrongRoleError(ValueError):
    """An account of this role cannot be tied to a school in this way."""


@journaled
def register_school(
    *,
    kvk_number: str,
    name: str,
    certificate: CertificateKind,
    registered_by: Party | Recordable,
    self_employed: bool = False,
    oval_member: bool = False,
    fictional: bool = False,
) -> School:
    """Raises ValidationError for a number that is not eight digits or is already known."""
    school = School(
        kvk_number=kvk_number,
        name=name,
        certificate=certificate,
        self_employed=self_employed,
        oval_member=oval_member,
        fictional=fictional,
    )
    school.full_clean()
    school.save()
    journal.record(
        actor=registered_by,
        kind="school.registered",
        subject=school,
        payload={"kvk_number": kvk_number, "certificate": certificate.value},
    )
    return school


@journaled
def set_certificate_kind(school: School, kind: CertificateKind) -> None:
    """Follows the certificate's own change, which has its line in the journal."""
    if school.certificate != kind:
        school.certificate = kind
        school.save(update_fields=["certificate"])


@journaled
def add_member(school: School, user: User, *, added_by: Party | Recordable) -> Membership:
    """Adding somebody who already acts for the school changes nothing."""
    if user.role != Role.SCHOOL:
        raise WrongRoleError("only an account of a school can act for a school")
    membership, created = Membership.objects.get_or_create(user=user, school=school)
    if created:
        journal.record(actor=added_by, kind="school.member_added", subject=school, payload={"user": user.pk})
    return membership


@journaled
def remove_member(school: School, user: User, *, removed_by: Party | Recordable) -> None:
    deleted, _ = Membership.objects.filter(user=user, school=school).delete()
    if deleted:
        journal.record(
            actor=removed_by, kind="school.member_removed", subject=school, payload={"user": user.pk}
        )


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
