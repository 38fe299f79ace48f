"""Finding what a school asks for among its own; what is another's looks as if it were not there."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from keurmerk.certification.enums import DecisionState
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Case, Decision, Intention, Objection, Plan, Request, Task
from rulebook.lifecycle.pieces import Side


def _mine(request: HttpRequest, found: Any, public_id: UUID) -> Any:
    cases = Case.objects.for_user(request.user)
    joined = found.filter(case__in=cases).select_related("case__school", "case__certificate")
    return get_object_or_404(joined, public_id=public_id)


def decision_or_404(request: HttpRequest, public_id: UUID) -> Decision:
    """Only what was signed: a draft does not exist for a school."""
    signed = Decision.objects.filter(state=DecisionState.SIGNED)
    found: Decision = _mine(request, signed.select_related("letter", "change", "objection"), public_id)
    return found


def intention_or_404(request: HttpRequest, public_id: UUID) -> Intention:
    found: Intention = _mine(request, Intention.objects.select_related("letter", "view_document"), public_id)
    return found


def plan_or_404(request: HttpRequest, public_id: UUID) -> Plan:
    found: Plan = _mine(request, Plan.objects.select_related("letter", "document"), public_id)
    return found


def objection_or_404(request: HttpRequest, public_id: UUID) -> Objection:
    """The school's own; what somebody else objects, the school does not read here."""
    found: Objection = _mine(
        request, Objection.objects.filter(by_school=True).select_related("decision"), public_id
    )
    return found


def request_or_404(request: HttpRequest, public_id: UUID) -> Request:
    found: Request = _mine(request, Request.objects.select_related("document"), public_id)
    return found


def task_or_404(request: HttpRequest, public_id: UUID) -> Task:
    found: Task = _mine(request, Task.objects.filter(side=Side.SCHOOL), public_id)
    return found


def attempt(form: forms.Form, act: Callable[[], Any]) -> Any:
    """What the act gives, or nothing: then the form says why, with everything that was typed still in it."""
    try:
        return act()
    except NotPossibleError as error:
        for obstacle in error.obstacles:
            form.add_error(None, obstacle.text)
        return None
