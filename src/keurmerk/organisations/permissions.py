"""Who may do what with a school. To find schools, start from School.objects.for_user."""

from typing import TYPE_CHECKING

import rules

from keurmerk.accounts.permissions import is_auditor, is_school, is_staff

if TYPE_CHECKING:
    from keurmerk.accounts.models import User
    from keurmerk.organisations.models import School


@rules.predicate
def acts_for(user: "User", school: "School") -> bool:
    return school.memberships.filter(user=user).exists()


@rules.predicate
def is_assigned_to(user: "User", school: "School") -> bool:
    return school.assignments.filter(auditor=user, ended_on=None).exists()


is_own_school = is_school & acts_for
may_view = is_staff | is_own_school | (is_auditor & is_assigned_to)

rules.add_perm("organisations.view_school", may_view)
rules.add_perm("organisations.change_school", is_staff)
rules.add_perm("organisations.deliver_for_school", is_own_school)
