"""Rows of a case for the screens: a certificate put into any state, terms and tasks that run around today."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Case, Certificate, Task, Term
from keurmerk.certification.service import running
from keurmerk.certification.service.cases import open_case
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.organisations.models import School
from rulebook.lifecycle.pieces import Side, TermRule
from rulebook.lifecycle.states import Mark, Standing, State
from tests.factories.organisations import make_school

SUSPENDED = {Standing.INQUIRY, Standing.SANCTION}


def put_in(state: State, *, school: School | None = None, **given: Any) -> Certificate:
    """A certificate in this state, with the days that the state must have; without a history."""
    certificate = certificate_of(school or make_school())
    today = timezone.localdate()
    held = state.held
    days: dict[str, Any] = {"period_first": date(2026, 1, 1)}
    if held and held[0] is not Mark.INDEFINITE:
        days["fixed_until"] = today + timedelta(days=300)
    if held and held[1] in SUSPENDED:
        days |= {"suspended_from": today, "suspended_until": today + timedelta(days=90)}
    if held and held[1] is Standing.WARNED:
        days["warned_until"] = today + timedelta(days=60)
    for name, value in {"state": state, **days, **given}.items():
        setattr(certificate, name, value)
    certificate.save()
    return certificate


def make_open_case(
    state: State = State.INDEFINITE,
    *,
    school: School | None = None,
    opened_by: User | None = None,
    kind: CaseKind = CaseKind.SUPERVISION,
) -> Case:
    return open_case(
        put_in(state, school=school),
        kind,
        title="Toezicht na een signaal",
        opened_by=opened_by,
        today=timezone.localdate(),
    )


def make_term(case: Case, *, kind: str = "weken", on: date | None = None, **facts: Any) -> Term:
    """A running term of a case, counted by the rulebook; three weeks from today unless told otherwise."""
    start = on or timezone.localdate()
    rule = TermRule("proef", "Beslissen op de aanvraag", "§2.4", kind)
    term = running.start_term(rule, facts or {"vanaf": start.isoformat(), "aantal": 3}, case=case, on=start)
    running.refresh_next_day([case.pk])
    return term


def make_task(case: Case, **given: Any) -> Task:
    """An open task of the scheme that is due in a week."""
    fields: dict[str, Any] = {
        "code": "uit_register",
        "side": Side.SCHEME,
        "text": "Haal de school uit de openbare lijst.",
        "source": "§7.4.3",
        "due": timezone.localdate() + timedelta(days=7),
    }
    task = Task.objects.create(case=case, **(fields | given))
    running.refresh_next_day([case.pk])
    return task
