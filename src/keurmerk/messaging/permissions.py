"""Who sees messages and who may send one again."""

import rules

from keurmerk.accounts.permissions import is_staff

rules.add_perm("messaging.view_message", is_staff)
rules.add_perm("messaging.resend_message", is_staff)
