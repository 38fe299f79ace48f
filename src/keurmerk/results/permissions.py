"""Who may do what with deliveries. To find them, start from `for_user`: what is not yours is not there."""

from typing import TYPE_CHECKING, Protocol

import rules

from keurmerk.accounts.permissions import is_staff
from keurmerk.organisations.permissions import is_own_school, may_view

if TYPE_CHECKING:
    from keurmerk.accounts.models import User
    from keurmerk.organisations.models import School


class OfSchool(Protocol):
    @property
    def school(self) -> "School": ...


@rules.predicate
def is_of_own_school(user: "User", thing: OfSchool) -> bool:
    return bool(is_own_school.test(user, thing.school))


@rules.predicate
def may_view_school_of(user: "User", thing: OfSchool) -> bool:
    return bool(may_view.test(user, thing.school))


rules.add_perm("results.view_upload", may_view_school_of)
rules.add_perm("results.view_delivery", may_view_school_of)
rules.add_perm("results.change_upload", is_of_own_school)
"""Tick, commit, withdraw, check again."""
rules.add_perm("results.open_personal", may_view_school_of)
"""The original, the problems with their values, the names: every opening is told in the journal."""
rules.add_perm("results.announce_pass_rate", is_staff)
rules.add_perm("results.add_survey_outcome", is_staff)
