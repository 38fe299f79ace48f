"""Taking in a file: whole or not at all, numbered, never over an earlier one."""

from dataclasses import dataclass
from typing import IO

from keurmerk.journal.party import Party, Recordable
from keurmerk.organisations.models import School
from keurmerk.results.models import Upload
from rulebook.kernel.period import MeasuringPeriod


@dataclass(frozen=True, slots=True)
class Received:
    """`already_there`: the same file was delivered before for this period, and that upload is given."""

    upload: Upload
    already_there: bool


def receive(
    *,
    school: School,
    period: MeasuringPeriod,
    filename: str,
    content: IO[bytes],
    size: int,
    uploaded_by: Party | Recordable,
) -> Received:
    """Store a new upload, encrypted. Start its check with `assessments.tasks.start_check(upload)`.

    Raises NotReceivedError (Dutch) for a file that is too large, empty, cut off or of another kind than a
    workbook or zip; the size is looked at before anything is read.
    """
    raise NotImplementedError
