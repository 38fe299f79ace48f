"""Reads of documents that need a name."""

from dataclasses import dataclass
from datetime import date, datetime

from keurmerk.accounts.models import User
from keurmerk.documents.models import Document
from keurmerk.documents.terms import ends_of_marks, years_after
from keurmerk.journal.models import Entry


@dataclass(frozen=True, slots=True)
class Opening:
    """One time that a document was opened; `who` tells the role, also when the account is gone."""

    at: datetime
    who: str
    user: User | None
    ground: str


def openings(document: Document) -> tuple[Opening, ...]:
    """Who opened it, the latest first, as the journal tells."""
    party = document.as_party()
    lines = list(
        Entry.objects.filter(subject_type=party.type, subject_id=party.id, kind="document.opened").order_by(
            "-number"
        )
    )
    users = User.objects.in_bulk([int(line.actor_id) for line in lines if line.actor_type == "user"])
    return tuple(
        Opening(
            line.happened_at,
            line.actor_label,
            users.get(int(line.actor_id)) if line.actor_type == "user" else None,
            line.ground,
        )
        for line in lines
    )


def due(today: date) -> list[Document]:
    """Whose own term is over and, when of a school, whose school has been without the mark as long."""
    over = list(Document.objects.present().filter(keep_until__lt=today).order_by("pk"))
    ended = ends_of_marks({found.school_id for found in over if found.school_id is not None})
    return [
        found
        for found in over
        if found.school_id is None
        or (found.school_id in ended and years_after(ended[found.school_id]) < today)
    ]
