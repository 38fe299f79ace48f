"""Who may do what with a school. To find schools, start from School.objects.for_user.

What the functions within a school may do:

| | applicant | manager | administration |
| --- | --- | --- | --- |
| read status, terms, decisions, outcomes; deliver data | yes | yes | yes |
| sign: applications, statements, objections, requests, plans | yes | yes | no |
| invite and remove colleagues, give them a function | yes | yes | no |
| see data of persons: owners, identity papers, certificates of conduct | yes | yes | no |

An applicant is who asks for the certificate; at the grant applicants become managers.
"""

from typing import TYPE_CHECKING

import rules

from keurmerk.accounts.permissions import is_auditor, is_school, is_staff
from keurmerk.organisations.enums import SIGNING

if TYPE_CHECKING:
    from keurmerk.accounts.models import User
    from keurmerk.organisations.models import School


@rules.predicate
def acts_for(user: "User", school: "School") -> bool:
    return school.memberships.filter(user=user).exists()


@rules.predicate
def signs_for(user: "User", school: "School") -> bool:
    return school.memberships.filter(user=user, function__in=SIGNING).exists()


@rules.predicate
def is_assigned_to(user: "User", school: "School") -> bool:
    return school.assignments.filter(auditor=user, ended_on=None).exists()


is_own_school = is_school & acts_for
is_signer = is_school & signs_for
may_view_persons = is_staff | is_signer
may_view = is_staff | is_own_school | (is_auditor & is_assigned_to)

rules.add_perm("organisations.view_school", may_view)
rules.add_perm("organisations.change_school", is_staff)
rules.add_perm("organisations.deliver_for_school", is_own_school)
rules.add_perm("organisations.sign_for_school", is_signer)
rules.add_perm("organisations.manage_members", is_staff | is_signer)
rules.add_perm("organisations.view_persons_of_school", may_view_persons)
