"""A draft decision as a set of small forms on one page: read, shown again with what was typed, kept."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.http import QueryDict

from keurmerk.accounts.models import User
from keurmerk.certification.details import details_for
from keurmerk.certification.enums import IntentionState
from keurmerk.certification.known_details import known_details
from keurmerk.certification.models import Decision, Intention, Motivation
from keurmerk.certification.service import deciding
from keurmerk.journal.unit import journaled
from keurmerk.web.staff.forms.decision import (
    GroundsForm,
    HearingForm,
    MotivationForm,
    NewMotivationForm,
    TextsForm,
)
from keurmerk.web.staff.forms.details import DetailsForm
from keurmerk.web.staff.forms.values import ValuesForm
from rulebook.lifecycle.pieces import Heard, Transition
from rulebook.lifecycle.table import CERTIFICATE, OBJECTION, PLAN

SEEN = "gezien"
DROP = "weg"


def row_of(decision: Decision) -> Transition | None:
    """The row that the table has from here; None when the status has moved on."""
    event = deciding.type_of(decision)(decision.event)
    return deciding.row_for(decision.case, event, plan=decision.plan, objection=decision.objection)


def any_row_of(decision: Decision) -> Transition:
    """For words only: from here, or from wherever this event is possible."""
    rows = (*CERTIFICATE.rows, *PLAN.rows, *OBJECTION.rows)
    kinds = type(next(iter(deciding.type_of(decision))))
    return row_of(decision) or next(
        row for row in rows if isinstance(row.event, kinds) and row.event == decision.event
    )


def motivations_of(decision: Decision) -> QuerySet[Motivation]:
    return decision.motivations.annotate(assessment_address=F("assessment__public_id"))


def intention_for(decision: Decision) -> Intention | None:
    """What the school was told about this: the newest one that was not withdrawn."""
    told = decision.case.intentions.filter(event=decision.event).exclude(state=IntentionState.DROPPED)
    return told.order_by("-pk").first()


@dataclass(frozen=True)
class DraftForms:
    grounds: GroundsForm
    values: ValuesForm
    hearing: HearingForm
    texts: TextsForm
    details: DetailsForm
    motivations: list[MotivationForm]
    added: NewMotivationForm

    @classmethod
    def of(cls, decision: Decision, today: date, data: QueryDict | None = None) -> "DraftForms":
        row = any_row_of(decision)
        certificate = decision.case.certificate
        motivations = list(motivations_of(decision))
        return cls(
            GroundsForm(data, row=row, stored=decision.grounds),
            ValuesForm(data, row=row, certificate=certificate, today=today, stored=decision.parameters),
            HearingForm(data, row=row, decision=decision),
            TextsForm(data, decision=decision),
            DetailsForm(
                data,
                details=details_for(decision.kind_, row.event),
                stored=decision.details,
                known=known_details(decision, today),
            ),
            [MotivationForm(data, motivation=each) for each in motivations],
            NewMotivationForm(data, known={(each.norm, each.group) for each in motivations}),
        )

    def with_mistakes_of(self, sent: "DraftForms") -> "DraftForms":
        """What was kept as it is now, with what could not be kept as it was typed."""
        wrong = {form.motivation.pk: form for form in sent.motivations if form.errors}
        return DraftForms(
            sent.grounds if sent.grounds.errors else self.grounds,
            sent.values if sent.values.errors else self.values,
            sent.hearing if sent.hearing.errors else self.hearing,
            sent.texts if sent.texts.errors else self.texts,
            sent.details if sent.details.errors else self.details,
            [wrong.get(form.motivation.pk, form) for form in self.motivations],
            sent.added if sent.added.errors else self.added,
        )

    @property
    def all(self) -> list[forms.Form]:
        single = (self.grounds, self.values, self.hearing, self.texts, self.details)
        return [*single, *self.motivations, self.added]

    @property
    def errors(self) -> bool:
        """Called so that the page and its title find it where they look for a form's."""
        return any(form.is_bound and form.errors for form in self.all)

    @property
    def non_field_errors(self) -> list[str]:
        return [str(error) for form in self.all for error in form.non_field_errors()]

    def __iter__(self) -> Iterator[forms.BoundField]:
        for form in self.all:
            yield from form


def seen(decision: Decision) -> str:
    """A mark of what the draft holds, so that nobody writes over what another wrote in between."""
    held = [
        decision.grounds,
        decision.parameters,
        decision.heard,
        decision.heard_reason,
        decision.details,
        decision.facts_text,
        decision.weighing,
        list(decision.motivations.values_list("norm", "group", "value", "limit", "rows", "facts")),
    ]
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:16]


@journaled
def keep(decision: Decision, draft: DraftForms, *, by: User, opened: str, drop: str = "") -> bool:
    """Keep every part that is right; what is not stays on the page with its message.

    `opened` is the mark of the draft as its page showed it: when it holds something else by now, nothing is
    kept and the answer is no.
    """
    if opened != seen(deciding.held_draft(decision.pk)):
        return False
    given: dict[str, Any] = {}
    if draft.grounds.is_valid() and draft.grounds.had_choice:
        given["grounds"] = draft.grounds.cleaned_data["grounds"]
    if draft.values.is_valid():
        given["values"] = draft.values.values
    if draft.details.is_valid():
        given["details"] = draft.details.values
    texts = _right(draft.texts) | _right(draft.hearing)
    heard = texts.pop("heard", "")
    if heard:
        given["heard"] = Heard(heard)
    if heard == Heard.YES:
        given["intention"] = intention_for(decision)
    deciding.fill(decision.pk, by=by, texts=texts, **given)
    _keep_motivations(decision, draft, by, drop)
    return True


def _keep_motivations(decision: Decision, draft: DraftForms, by: User, drop: str) -> None:
    for form in draft.motivations:
        if str(form.motivation.pk) == drop:
            deciding.drop_motivation(decision.pk, form.motivation.pk, by=by)
        elif form.has_changed() and form.is_valid():
            deciding.motivate(decision.pk, _reason(form.cleaned_data, form.motivation), by=by)
    if draft.added.is_valid() and draft.added.cleaned_data.get("norm"):
        deciding.motivate(decision.pk, _reason(draft.added.cleaned_data), by=by)


def _right(form: forms.Form) -> dict[str, str]:
    form.is_valid()
    return dict(form.cleaned_data)


def _reason(given: dict[str, str], motivation: Motivation | None = None) -> deciding.Reason:
    return deciding.Reason(
        norm=motivation.norm if motivation else given["norm"],
        group=motivation.group if motivation else given["group"],
        value=given["value"],
        limit=given["limit"],
        rows=given["rows"],
        facts=given["facts"],
    )
