"""Who somebody is, as predicates to compose: a role counts only while the account is open."""

from typing import TYPE_CHECKING

import rules

from keurmerk.accounts.enums import Role

if TYPE_CHECKING:
    from keurmerk.accounts.models import User


def has_role(role: Role) -> rules.Predicate:
    def check(user: "User") -> bool:
        return bool(user and user.is_authenticated and user.is_active and user.role == role)

    return rules.Predicate(check, name=f"is_{role.value}")


is_school = has_role(Role.SCHOOL)
is_staff = has_role(Role.STAFF)
is_auditor = has_role(Role.AUDITOR)

rules.add_perm("accounts.view_user", is_staff)
