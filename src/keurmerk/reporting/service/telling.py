"""Mail to who acts for a school about what it reported."""

from collections.abc import Mapping, Sequence
from typing import Any

from keurmerk.certification.models import Case
from keurmerk.certification.service.telling import members_of
from keurmerk.documents.models import Document
from keurmerk.messaging import service as messaging
from keurmerk.messaging import texts

PACKAGE = "keurmerk.reporting"


def tell_school(
    case: Case, text: str, context: Mapping[str, Any], *, key: str, attachments: Sequence[Document] = ()
) -> None:
    """In the transaction of the act itself. `key` names the act: told once, however often it is asked."""
    subject, body = texts.render(PACKAGE, text, {"school": case.school.name, "case": case.number, **context})
    for user in members_of(case.school):
        messaging.queue(
            to=user,
            subject=subject,
            body=body,
            kind=f"reporting.{text}",
            key=f"{key}:{user.pk}",
            school=case.school,
            about=case.as_party(),
            attachments=attachments,
        )
