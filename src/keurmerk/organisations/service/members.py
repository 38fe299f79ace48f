"""Who acts for a school, and as what. A school always keeps somebody who may sign for it."""

from typing import TYPE_CHECKING

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM, Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.enums import SIGNING, MembershipFunction
from keurmerk.organisations.models import Membership, School
from keurmerk.organisations.service.roles import WrongRoleError

if TYPE_CHECKING:
    from keurmerk.shared.canonical import Json


class LastSignerError(Exception):
    """Without this person nobody could sign for the school or invite anybody. Dutch, to be shown."""

    def __init__(self) -> None:
        super().__init__(
            "Dit is de laatste die namens de school mag tekenen. Geef eerst een collega de functie beheerder."
        )


@journaled
def add_member(
    school: School,
    user: User,
    *,
    added_by: Party | Recordable,
    function: MembershipFunction = MembershipFunction.MANAGER,
) -> Membership:
    """Adding somebody who already acts for the school changes nothing, also not the function."""
    if user.role != Role.SCHOOL:
        raise WrongRoleError("only an account of a school can act for a school")
    membership, created = Membership.objects.get_or_create(
        user=user, school=school, defaults={"function": function}
    )
    if created:
        payload: dict[str, Json] = {"user": user.pk, "function": function.value}
        journal.record(actor=added_by, kind="school.member_added", subject=school, payload=payload)
    return membership


@journaled
def change_function(
    school: School, user: User, function: MembershipFunction, *, changed_by: Party | Recordable
) -> None:
    """Raises LastSignerError when nobody would be left to sign. Nothing happens to who is no member."""
    held = _locked(school, user)
    if held is None or held.function == function:
        return
    if function not in SIGNING:
        _refuse_without_signer(held)
    before, held.function = held.function, function
    held.save(update_fields=["function"])
    payload: dict[str, Json] = {"user": user.pk, "from": str(before), "function": function.value}
    journal.record(actor=changed_by, kind="school.member_function_changed", subject=school, payload=payload)


@journaled
def remove_member(school: School, user: User, *, removed_by: Party | Recordable) -> None:
    """Raises LastSignerError when nobody would be left to sign. Removing a stranger changes nothing."""
    held = _locked(school, user)
    if held is None:
        return
    _refuse_without_signer(held)
    held.delete()
    journal.record(actor=removed_by, kind="school.member_removed", subject=school, payload={"user": user.pk})


@journaled
def applicants_become_managers(school: School, *, by: Party | Recordable = SYSTEM) -> int:
    """At the grant: who applied now keeps the certificate. Returns for how many that changed something."""
    applicants = Membership.objects.filter(school=school, function=MembershipFunction.APPLICANT)
    found = list(applicants.select_related("user"))
    for membership in found:
        change_function(school, membership.user, MembershipFunction.MANAGER, changed_by=by)
    return len(found)


def _locked(school: School, user: User) -> Membership | None:
    """The school is locked first, so that of two managers who remove each other one stays."""
    School.objects.select_for_update().get(pk=school.pk)
    return Membership.objects.filter(user=user, school=school).first()


def _refuse_without_signer(leaving: Membership) -> None:
    signers = Membership.objects.filter(school=leaving.school_id, function__in=SIGNING, user__is_active=True)
    if leaving.function in SIGNING and not signers.exclude(pk=leaving.pk).exists():
        raise LastSignerError
