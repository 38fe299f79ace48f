"""An intended decision while it is written: nothing of it is kept until it is sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from keurmerk.accounts.models import User
from keurmerk.assessments.models import Assessment
from keurmerk.certification.details import intention_details
from keurmerk.certification.enums import DecisionState
from keurmerk.certification.figures import limit_of, measured, rows_behind
from keurmerk.certification.models import Case, Intention
from keurmerk.certification.service import running
from keurmerk.certification.service.intending import RESPOND, Draft
from keurmerk.web.staff.forms.decision import GroundsForm
from keurmerk.web.staff.forms.details import DetailsForm
from keurmerk.web.staff.forms.intention import IntentionForm, Reasons
from rulebook.kernel.verdict import Verdict
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Transition


@dataclass(frozen=True)
class IntentionDraft:
    case: Case
    row: Transition
    grounds: GroundsForm
    main: IntentionForm
    reasons: Reasons
    details: DetailsForm

    @classmethod
    def of(
        cls, case: Case, row: Transition, data: QueryDict | None = None, *, more: bool = False
    ) -> "IntentionDraft":
        known = known_already(case, row)
        return cls(
            case,
            row,
            GroundsForm(data, row=row, stored=known["grounds"]),
            IntentionForm(data, initial={"facts_text": known["facts_text"]}),
            Reasons(data, found=known["motivations"], more=int(more)),
            DetailsForm(data, details=intention_details(), stored={}),
        )

    @property
    def all(self) -> list[forms.Form]:
        return [self.grounds, self.main, *self.reasons, self.details]

    @property
    def valid(self) -> bool:
        return all([form.is_valid() for form in self.all])  # noqa: C419  every form must be looked at

    @property
    def errors(self) -> bool:
        return any(form.is_bound and form.errors for form in self.all)

    @property
    def non_field_errors(self) -> list[str]:
        return [str(error) for form in self.all for error in form.non_field_errors()]

    def __iter__(self) -> Iterator[forms.BoundField]:
        for form in self.all:
            yield from form

    @property
    def service_draft(self) -> Draft:
        given = self.main.cleaned_data
        return Draft(
            event=Event(self.row.event),
            grounds=tuple(self.grounds.cleaned_data["grounds"]),
            facts_text=given["facts_text"],
            motivations=self.reasons.given,
            details=self.details.values,
            weeks=given["weeks"],
            hearing_on=self.main.hearing_on,
            hearing_place=given["hearing_place"],
        )

    def respond_by(self, today: date) -> date:
        facts = {"vanaf": today.isoformat(), "aantal": self.main.cleaned_data["weeks"]}
        return running.compute("weken", facts, RESPOND.source).last_day

    def unsent(self, sender: User, today: date) -> Intention:
        """For the letter as it would be; never stored."""
        draft = self.service_draft
        return Intention(
            case=self.case,
            event=draft.event,
            kind=self.row.decision or "",
            reference="(nog geen kenmerk)",
            grounds=list(draft.grounds),
            facts_text=draft.facts_text,
            motivations=[dict(each) for each in draft.motivations],
            details=dict(draft.details),
            sent_on=today,
            respond_by=self.respond_by(today),
            hearing_on=draft.hearing_on,
            hearing_place=draft.hearing_place,
            sent_by=sender,
        )


def known_already(case: Case, row: Transition) -> dict[str, Any]:
    """From a concept of the same decision; else the norms that were not met."""
    concept = case.decisions.filter(event=row.event.value, state=DecisionState.DRAFT).first()
    if concept is not None:
        fields = ("norm", "group", "value", "limit", "rows", "facts")
        return {
            "grounds": concept.grounds,
            "facts_text": concept.facts_text,
            "motivations": list(concept.motivations.values(*fields)),
        }
    return {"grounds": [], "facts_text": "", "motivations": failed_norms(case)}


def failed_norms(case: Case) -> list[dict[str, str]]:
    newest = (
        Assessment.objects.filter(delivery__school_id=case.school_id)
        .defer("outcome_text", "receipt_text")
        .order_by("-delivery__period_first", "-delivery_id", "-number")
        .first()
    )
    if newest is None:
        return []
    return [
        {
            "norm": result.norm,
            "group": result.group,
            "value": measured(result),
            "limit": limit_of(result),
            "rows": rows_behind(result),
        }
        for result in newest.norms.filter(verdict=Verdict.NOT_MET)
    ]
