from keurmerk.accounts.models.kept_form import KeptForm
from keurmerk.accounts.models.user import User

__all__ = ["KeptForm", "User"]
