"""A school's certificate as it enters the books: new, or taken over from before the system."""

from dataclasses import dataclass
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Certificate
from keurmerk.certification.service import cases, fields, running
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party
from keurmerk.journal.unit import journaled
from keurmerk.organisations import service as organisations
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School
from rulebook.kernel.period import MeasuringPeriod, PeriodError
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.states import Mark, Standing, State, state_of
from rulebook.lifecycle.table import CERTIFICATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What a school held when the scheme began to work with this system; taken over once, with its source."""

    mark: Mark
    period_first: date
    extended_months: int = 0
    source: str


@journaled
def certificate_of(school: School) -> Certificate:
    """The school's certificate; one without an agreement when there was none yet."""
    return Certificate.objects.get_or_create(school=school)[0]


def can_be_taken_over(certificate: Certificate) -> bool:
    return certificate.version == 0 and certificate.state == State.NONE


@journaled
def take_over(school: School, holding: Holding, *, taken_by: User | Party, today: date) -> Certificate:
    """Enter what a school already holds. Only while nothing happened to its certificate here."""
    certificate = Certificate.objects.select_for_update(no_key=True).get(pk=certificate_of(school).pk)
    if not can_be_taken_over(certificate):
        raise refuse("al_bekend", "Van deze school is al een status vastgelegd.")
    try:
        MeasuringPeriod.starting(holding.period_first)
    except PeriodError as error:
        raise refuse("meetperiode", str(error), "§1.5.3") from error
    certificate.state = state_of(holding.mark, Standing.GOOD)
    certificate.period_first = holding.period_first
    certificate.extended_months = holding.extended_months if holding.mark is Mark.EXTENDED else 0
    if holding.mark is not Mark.INDEFINITE:
        certificate.fixed_until = fields.fixed_term_end(holding.period_first, certificate.extended_months)
    certificate.save()
    _start_term(certificate, taken_by, today)
    kind = CertificateKind.INDEFINITE if holding.mark is Mark.INDEFINITE else CertificateKind.FIXED_TERM
    organisations.set_certificate_kind(school, kind)
    journal.record(
        actor=taken_by,
        kind="certificate.taken_over",
        subject=certificate,
        payload={"state": certificate.state, "period": holding.period_first.isoformat()},
        ground=holding.source[:300],
    )
    return certificate


def _start_term(certificate: Certificate, taken_by: User | Party, today: date) -> None:
    """A fixed term runs on; it is judged in a case of its own."""
    if certificate.fixed_until is None or certificate.period_first is None:
        return
    case = cases.open_case(
        certificate,
        CaseKind.JUDGEMENT,
        title="Beoordeling van het Keurmerk voor bepaalde tijd",
        opened_by=taken_by if isinstance(taken_by, User) else None,
        today=today,
        period_first=certificate.period_first,
    )
    (rule,) = CERTIFICATE.cells[State.APPLICATION, Event.GRANT_FIXED].starts
    facts: running.Facts = {
        "ingang": certificate.period_first.isoformat(),
        "verlengd_maanden": certificate.extended_months,
    }
    running.start_term(rule, facts, case=case, on=today)
    running.refresh_next_day([case.pk])
