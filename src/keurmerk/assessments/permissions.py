"""Who may see and who may make an assessment."""

import rules

from keurmerk.accounts.permissions import is_staff
from keurmerk.results.permissions import may_view_school_of

rules.add_perm("assessments.view_assessment", may_view_school_of)
rules.add_perm("assessments.assess", is_staff)
"""Judge a delivery once more, when the survey outcome, a pass rate or the rulebook changed."""
