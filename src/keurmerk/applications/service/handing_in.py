"""What was handed in is kept as it was, so that later changes can be told apart; who looked at it is told."""

from datetime import datetime

from keurmerk.accounts.models import User
from keurmerk.applications.models import Application, HandedIn
from keurmerk.applications.queries.filling import Filled
from keurmerk.applications.queries.handed_in import ANSWERS, EVIDENCE, evidence_in_words
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from rulebook.application.pages import BY_CODE


@journaled
def keep_handed_in(application: Application, filled: Filled, *, now: datetime) -> HandedIn:
    """The answers and where the evidence stands, as they are at this moment."""
    values = {ANSWERS: dict(filled.answers), EVIDENCE: evidence_in_words(filled.references)}
    return HandedIn.objects.create(application=application, at=now, values=values)


@journaled
def show_identity(application: Application, page: str, *, by: User) -> None:
    """Somebody asked to see the numbers of identity papers on a page: that stays in the journal."""
    journal.record(
        actor=by,
        kind="application.identity_seen",
        subject=application,
        payload={"page": page if page in BY_CODE else ""},
        ground="§2.4",
    )
