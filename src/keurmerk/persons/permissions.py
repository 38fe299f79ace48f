"""Who may look into the register of persons, and judge what it shows."""

import rules

from keurmerk.accounts.permissions import is_staff

rules.add_perm("persons.view_register", is_staff)
rules.add_perm("persons.judge", is_staff)
