"""Mails of an application, in the words of `messages/`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from keurmerk.applications.models import Application
from keurmerk.certification.models import Case
from keurmerk.certification.service.telling import tell_school
from keurmerk.documents.models import Document
from keurmerk.journal.party import Party
from keurmerk.messaging import service as messaging
from keurmerk.messaging import texts

PACKAGE = "keurmerk.applications"


def tell_applicants(
    case: Case,
    text: str,
    context: Mapping[str, Any],
    *,
    key: str,
    today: date,
    attachments: Sequence[Document] = (),
) -> None:
    """To everybody who acts for the school, once per `key`."""
    tell_school(case, text, context, key=key, today=today, attachments=attachments, package=PACKAGE)


def mail_to(
    address: str, text: str, context: Mapping[str, Any], *, key: str, about: Party | None = None
) -> None:
    """To somebody who has no account yet."""
    subject, body = texts.render(PACKAGE, text, context)
    messaging.queue(to=address, subject=subject, body=body, kind=f"applications.{text}", key=key, about=about)


def named(application: Application) -> dict[str, Any]:
    """What every text may ask of an application."""
    return {"school": application.school.name, "number": application.number}
