"""What was typed in a session that ended goes after two hours."""

from datetime import timedelta

from keurmerk.accounts.kept_forms import delete_old
from keurmerk.shared import chores

chores.register(chores.Chore("kept-forms", every=timedelta(minutes=10), run=delete_old))
