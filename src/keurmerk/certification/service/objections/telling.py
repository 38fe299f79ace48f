"""What an objector hears: a school by mail, somebody else by post."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from keurmerk.certification.models import Objection, Task
from keurmerk.certification.queries.objections import decision_term
from keurmerk.certification.service import running
from keurmerk.certification.service.telling import PACKAGE, tell_school
from keurmerk.documents.models import Document
from keurmerk.messaging import texts
from rulebook.lifecycle.pieces import Side


def tell_objector(
    objection: Objection, text: str, *, today: date, attachments: Sequence[Document] = (), **more: Any
) -> None:
    """In the transaction of the act; each text once for an objection."""
    case, term = objection.case, decision_term(objection)
    context = {
        "school": case.school.name,
        "contested": objection.decision.reference,
        "case": case.number,
        "decide_by": term.last_day if term else None,
        **more,
    }
    if objection.by_school:
        key = f"objection:{objection.public_id}:{text}"
        tell_school(case, text, context, key=key, today=today, attachments=attachments)
        return
    subject, _ = texts.render(PACKAGE, text, context)
    Task.objects.create(
        case=case,
        code="per_post",
        side=Side.SCHEME,
        text=f"Stuur de indiener per post: {subject}"[:300],
        source="Awb 3:41",
        due=today,
    )
    running.refresh_next_day([case.pk])
