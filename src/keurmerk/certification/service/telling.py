"""Mail to everybody who acts for a school, or a task to send the letter by post where nobody does."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Q

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.models import Case, Decision, Mandate, Task
from keurmerk.documents.models import Document
from keurmerk.messaging import service as messaging
from keurmerk.messaging import texts
from keurmerk.organisations.models import School
from rulebook.lifecycle.pieces import DecisionKind, Side

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
    package: str = PACKAGE,
) -> None:
    """In the transaction of the act itself. `key` names the act: told once, however often it is asked.

    `package` is whose text it is, where an app above this one tells.
    """
    subject, body = texts.render(package, text, context)
    members = members_of(case.school)
    for user in members:
        messaging.queue(
            to=user,
            subject=subject,
            body=body,
            kind=f"{package.rpartition('.')[2]}.{text}",
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


def tell_signers(decision: Decision, *, today: date) -> None:
    """To all who may sign it: nobody signs what he wrote, or answers an objection to what he signed."""
    case, barred = decision.case, set(decision.authors)
    if decision.objection is not None and decision.objection.decision.signed_by_id is not None:
        barred.add(decision.objection.decision.signed_by_id)
    context = {
        "school": case.school.name,
        "what": decision.title,
        "reference": decision.reference,
        "case": case.number,
    }
    subject, body = texts.render(PACKAGE, "staff_sign_waiting", context)
    for user in signers_of(decision.kind_, today):
        if user.pk not in barred:
            messaging.queue(
                to=user,
                subject=subject,
                body=body,
                kind="certification.staff_sign_waiting",
                key=f"signing:{decision.public_id}:{decision.submitted_at}:{user.pk}",
                school=case.school,
                about=case.as_party(),
            )


def signers_of(kind: DecisionKind, today: date) -> list[User]:
    """Staff with a mandate for this kind that runs."""
    mandates = Mandate.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today),
        valid_from__lte=today,
        user__is_active=True,
        user__role=Role.STAFF,
    ).select_related("user")
    found = {each.user.pk: each.user for each in mandates if not each.kinds or kind.value in each.kinds}
    return list(found.values())
