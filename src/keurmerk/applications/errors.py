"""What can go wrong while somebody fills in an application."""

from datetime import datetime

from keurmerk.accounts.models import User
from rulebook.application.checklist import Missing


class NotOpenError(Exception):
    """A page that cannot be changed now; the message says why, in words for who tried."""


class EditedMeanwhileError(Exception):
    """Somebody else saved the page after it was opened. Both texts are at hand, and nothing was lost."""

    def __init__(self, by: User | None, at: datetime, values: dict[str, object], revision: int) -> None:
        super().__init__(f"{by or 'Iemand'} heeft deze pagina intussen gewijzigd.")
        self.by, self.at, self.values, self.revision = by, at, values, revision


class IncompleteError(Exception):
    """Not everything that must be handed in is there."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(f"Er ontbreekt nog iets: {len(missing)} punten.")
        self.missing = missing
