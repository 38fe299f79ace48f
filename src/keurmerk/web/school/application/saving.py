"""Keeping a page: the same for a button, for what saves by itself and for what settles two versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.models import Answer, Application
from keurmerk.applications.queries import Filled, filled_in
from keurmerk.applications.service import evidence, filling
from keurmerk.web.school.forms.application.evidence import TypedEvidence, places, typed_evidence
from keurmerk.web.school.forms.application.typed import PENDING, Values
from rulebook.application.pieces import Page

REVISION, FORM = "revisie", "formulier"
LONGEST_FORM_ID = 36


@dataclass(frozen=True, slots=True)
class Saved:
    answer: Answer
    problems: Mapping[str, str]
    """Of evidence that cannot be stored yet, by the name of its box."""


def save(
    application: Application,
    page: Page,
    values: Values,
    data: QueryDict,
    *,
    by: User,
    now: datetime,
    settle: bool,
) -> Saved:
    """Raises NotOpenError, EditedMeanwhileError or NotPossibleError, all in Dutch."""
    found: TypedEvidence | None = None
    if page.evidence:
        before = filled_in(application, timezone.localdate(now))
        found = _typed(page, before, data, settle=settle)
        _store(application, found, now)
        if pending := _pending(values) | dict(found.pending):
            values = values | {PENDING: pending}
    answer = filling.save_page(
        application.pk,
        page.code,
        values,
        seen=seen_in(data),
        by=by,
        now=now,
        form=data.get(FORM, "")[:LONGEST_FORM_ID],
    )
    return Saved(answer, found.problems if found else {})


def _pending(values: Values) -> dict[str, str]:
    """What another typed about evidence, when two versions are settled."""
    found = values.get(PENDING)
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def seen_in(data: QueryDict) -> int:
    typed = data.get(REVISION, "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0  # noqa: PLR2004 - no number we gave


def _typed(page: Page, before: Filled, data: QueryDict, *, settle: bool) -> TypedEvidence:
    asked = list(places(page, before.answers))
    return typed_evidence(data, asked, before.references, before.attachments, settle=settle)


def _store(application: Application, found: TypedEvidence, now: datetime) -> None:
    for pointing in found.pointings:
        evidence.point_at(
            application.pk,
            pointing.place.demand.code,
            pointing.attachment,
            pages=pointing.pages,
            row=pointing.place.row,
            issued_on=pointing.issued_on,
            profile=pointing.profile,
            now=now,
        )
    for reason in found.reasons:
        evidence.does_not_apply(
            application.pk, reason.place.demand.code, reason.text, row=reason.place.row, now=now
        )
