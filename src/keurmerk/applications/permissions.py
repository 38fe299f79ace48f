"""Who may do what with an application. To find them, start from Application.objects.for_user."""

import rules

from keurmerk.accounts.permissions import is_staff

rules.add_perm("applications.assess", is_staff)
