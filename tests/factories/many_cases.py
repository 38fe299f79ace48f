"""Thousands of open cases at once, for what must stay quick: rows straight into the tables, no journal."""

from datetime import date, timedelta

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Case, Certificate, Term
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School
from rulebook.lifecycle.pieces import Side
from rulebook.lifecycle.states import State

STATES = (State.APPLICATION, State.INDEFINITE, State.INDEFINITE_WARNED, State.WITHDRAWN, State.NONE)
FIRST_KVK = 70_000_000
WITHOUT_DATE = 9
"""One in so many has no date and nobody who handles it."""


def make_cases(number: int, *, handler: User, today: date, first: int = 0) -> list[Case]:
    """So many open cases, each of a school of its own, with a running term around today."""
    places = range(first, first + number)
    schools = School.objects.bulk_create(
        School(
            kvk_number=str(FIRST_KVK + place),
            name=f"Taalschool {place:05}",
            certificate=CertificateKind.INDEFINITE,
        )
        for place in places
    )
    certificates = Certificate.objects.bulk_create(
        Certificate(school=school, state=STATES[place % len(STATES)])
        for place, school in zip(places, schools, strict=True)
    )
    cases = Case.objects.bulk_create(
        _case(place, certificate, handler, today)
        for place, certificate in zip(places, certificates, strict=True)
    )
    Term.objects.bulk_create(_term(case, today) for case in cases if case.next_day)
    return cases


def _case(place: int, certificate: Certificate, handler: User, today: date) -> Case:
    dated = place % WITHOUT_DATE != 0
    return Case(
        number=place + 1,
        school=certificate.school,
        certificate=certificate,
        kind=CaseKind.values[place % len(CaseKind.values)],
        title="Beoordeling van de Meetperiode 2025",
        opened_on=today - timedelta(days=place % 90),
        handler=handler if dated else None,
        next_day=today + timedelta(days=place * 7919 % 200 - 20) if dated else None,
        next_what="Beslissen op de aanvraag (handleiding)" if dated else "",
    )


def _term(case: Case, today: date) -> Term:
    day = case.next_day or today
    return Term(
        case=case,
        code="proef",
        text=case.next_what,
        source="§2.4",
        side=Side.SCHEME,
        kind="tot_en_met",
        facts={"tot_en_met": day.isoformat()},
        last_day=day,
        before_moving=day,
        started_on=case.opened_on,
    )
