"""Mail to everybody who acts for a school, or a task to send the letter by post where nobody does."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from keurmerk.certification.models import Case, Task
from keurmerk.documents.models import Document
from keurmerk.messaging import service as messaging
from keurmerk.messaging import texts
from keurmerk.organisations.models import School
from rulebook.lifecycle.pieces import Side

PACKAGE = "keurmerk.certification"


def members_of(school: School) -> list[Any]:
    return [
        membership.user
        for membership in school.memberships.select_related("user").filter(user__is_active=True)
    ]


def tell_school(
    case: Case,
    text: str,
    context: Mapping[str, Any],
    *,
    key: str,
    today: date,
    attachments: Sequence[Document] = (),
) -> None:
    """In the transaction of the act itself. `key` names the act: told once, however often it is asked."""
    subject, body = texts.render(PACKAGE, text, context)
    members = members_of(case.school)
    for user in members:
        messaging.queue(
            to=user,
            subject=subject,
            body=body,
            kind=f"certification.{text}",
            key=f"{key}:{user.pk}",
            school=case.school,
            about=case.as_party(),
            attachments=attachments,
        )
    if not members:
        Task.objects.create(
            case=case,
            code="per_post",
            side=Side.SCHEME,
            text=f"Stuur per post: {subject}"[:300],
            source="Awb 3:41",
            due=today,
        )
