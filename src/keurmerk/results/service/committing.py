"""From dry run to delivery: confirm warnings, commit, withdraw."""

from keurmerk.journal.party import Party, Recordable
from keurmerk.results.models import Delivery, Upload, WarningTick


def tick_warning(upload: Upload, *, place: int, ticked_by: Party | Recordable) -> WarningTick:
    """Confirm the warning at this place in `upload.warnings`; a second time changes nothing."""
    raise NotImplementedError


def commit(upload: Upload, *, committed_by: Party | Recordable, over_newer: bool = False) -> Delivery:
    """Deliver for good. From screens use assessments.service.commit_upload, which judges as well.

    Raises NotTickedError while a warning is open, WrongStateError, and NewerCommittedError when a newer
    upload of this period was committed already, unless `over_newer` says that this is meant.
    """
    raise NotImplementedError


def withdraw(upload: Upload, *, withdrawn_by: Party | Recordable) -> Upload:
    """Take back what was not committed: all its files go at once, its number stays used."""
    raise NotImplementedError
