"""A driver of random lives of a certificate, and what must be true after every step of one."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.details import Detail, details_for, event_of
from keurmerk.certification.enums import CaseKind, DecisionState, Subject
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Case, Certificate, Change, Decision, Task, Term
from keurmerk.certification.queries import known_now
from keurmerk.certification.service import (
    cases,
    changes,
    deciding,
    intending,
    law,
    signing,
)
from keurmerk.certification.service.certificates import Holding, certificate_of, take_over
from keurmerk.certification.service.mandates import give_mandate
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School
from rulebook.lifecycle.duties import SUSPENSION_CODES
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.machine import due_by_law
from rulebook.lifecycle.pieces import Actor, Heard, Hearing, Parameter
from rulebook.lifecycle.states import Mark, Standing, State
from rulebook.lifecycle.table import CERTIFICATE
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school, make_school_user
from tests.factories.quick_letters import sealed_pdf

__all__ = ["Life", "check_lawful", "check_moment", "check_told", "deciders", "sealed_pdf"]
FIRST_DAY = date(2025, 3, 3)
FACTS_TEXT = "Tijdens het bezoek op 3 maart lagen van elf Cursisten geen getekende lijsten in het dossier."
WEIGHING = "Het belang van Cursisten bij goed onderwijs weegt zwaarder dan dat van de school bij uitstel."
SUSPENDED = (Standing.INQUIRY, Standing.SANCTION)


def deciders() -> tuple[User, User]:
    """One who prepares decisions, and one with a mandate to sign them."""
    preparer, signer = make_user(Role.STAFF), make_user(Role.STAFF)
    give_mandate(signer, valid_from=date(2020, 1, 1), source="Mandaatbesluit 2020", given_by=SYSTEM)
    return preparer, signer


@dataclass
class Life:
    """One school and the people around it, on a day of its own."""

    school: School
    school_user: User
    preparer: User
    signer: User
    initial: State = State.NONE
    today: date = FIRST_DAY
    done: list[Event] = field(default_factory=list)

    @classmethod
    def begin(cls, mark: Mark | None = None, people: tuple[User, User] | None = None) -> "Life":
        """Without a certificate, or with one of this form that was held before the system."""
        school = make_school()
        certificate = certificate_of(school)
        if mark is not None:
            holding = Holding(mark=mark, period_first=date(2025, 1, 1), extended_months=8, source="Proef")
            certificate = take_over(school, holding, taken_by=SYSTEM, today=FIRST_DAY)
        return cls(school, make_school_user(school), *(people or deciders()), initial=certificate.state_)

    @property
    def certificate(self) -> Certificate:
        return Certificate.objects.get(school=self.school)

    @property
    def now(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.today, time(12)))

    def case(self) -> Case:
        running = self.school.cases.filter(closed_on=None).exclude(kind=CaseKind.OBJECTION)
        return running.select_related("certificate").first() or cases.open_case(
            self.certificate,
            CaseKind.SUPERVISION,
            title="Toezicht",
            opened_by=self.preparer,
            today=self.today,
        )

    def wait(self, days: int) -> None:
        """Let days pass, or none; then the law is carried out, as the worker does every five minutes."""
        self.today += timedelta(days=days)
        law.carry_out_law(self.now)

    def establish(self, fact: Fact, holds: bool, case: Case | None = None) -> None:
        cases.establish(
            case or self.case(),
            fact,
            holds=holds,
            source="Proef",
            established_by=self.preparer,
            today=self.today,
        )

    def possible_events(self) -> list[Event]:
        return [Event(event) for event in CERTIFICATE.events_from(self.certificate.state_)]

    def try_event(self, event: Event, ground: int, months: int) -> bool:
        """Bring about what the event needs as far as people can, then ask for it; False when refused."""
        certificate = self.certificate
        row = CERTIFICATE.find(certificate.state_, event)
        if row is None or row.by is Actor.LAW:
            return False
        case = self.case()
        chosen = row.grounds[ground % len(row.grounds)] if row.grounds else None
        for need in (*row.needs, *(chosen.needs if chosen else ())):
            if need.fact not in DERIVED:
                self.establish(need.fact, need.wanted, case)
        if Fact.JUDGEABLE in {need.fact for need in row.needs}:
            self.establish(Fact.AUDIT_IN_TIME, holds=True, case=case)
            self.establish(Fact.SURVEY_IN_TIME, holds=True, case=case)
        grounds = (chosen.code,) if chosen else ()
        values = self.values_for(row.parameters, months)
        try:
            if row.decision is None:
                user = self.school_user if row.by is Actor.SCHOOL else self.preparer
                step = changes.Step(event=event, by=row.by, user=user, grounds=grounds, values=values)
                changes.make(certificate.pk, step, case=case, today=self.today)
            else:
                self.decide(event, grounds, values, row.hearing)
        except NotPossibleError:
            return False
        self.done.append(event)
        return True

    def values_for(self, parameters: tuple[Parameter, ...], months: int) -> dict[Parameter, str]:
        given = {
            Parameter.EFFECTIVE_ON: self.today.isoformat(),
            Parameter.MONTHS: str(months),
            Parameter.UNTIL: (self.today + timedelta(days=30 * months)).isoformat(),
            Parameter.PERIOD_START: date(self.today.year + 1, 1, 1).isoformat(),
            Parameter.PERIOD_END: date(self.today.year + 1, 3, 31).isoformat(),
            Parameter.MOST_LEARNERS: "40",
            Parameter.MOST_TURNOVER: "200000",
            Parameter.LIFT_AFTER_PLAN: "ja" if months % 2 else "nee",
        }
        return {name: given[name] for name in parameters}

    def decide(
        self, event: Event, grounds: tuple[str, ...], values: dict[Parameter, str], hearing: Hearing
    ) -> Decision:
        decision = self.draft(event, grounds, values, hearing)
        deciding.submit(decision.pk, by=self.preparer, today=self.today)
        return signing.sign(decision.pk, by=self.signer, now=self.now)

    def draft(
        self, event: Event, grounds: tuple[str, ...], values: dict[Parameter, str], hearing: Hearing
    ) -> Decision:
        case, heard, intention = self.case(), Heard.NO, None
        if hearing is Hearing.REQUIRED:
            intended = intending.Draft(event=event, grounds=grounds, facts_text=FACTS_TEXT)
            intention = intending.intend(case, intended, sent_by=self.preparer, now=self.now)
            intending.give_view(
                intention.pk,
                view="Wij zijn het er niet mee eens.",
                given_by=self.school_user,
                today=self.today,
            )
            intention.refresh_from_db()
            heard = Heard.YES
        elif hearing is not Hearing.NONE:
            heard = Heard.URGENT if hearing is Hearing.UNLESS_URGENT else Heard.OWN_DATA
        decision = deciding.prepare(case, event, prepared_by=self.preparer)
        deciding.fill(
            decision.pk,
            by=self.preparer,
            grounds=list(grounds),
            values=values,
            heard=heard,
            intention=intention,
            texts={
                "facts_text": FACTS_TEXT,
                "weighing": WEIGHING,
                "heard_reason": "Uitstel schaadt Cursisten.",
            },
            details=details(decision),
        )
        reason = deciding.Reason(
            norm="2.9.2", value="61 procent", limit="80 procent", rows="61 van 100 lessen", facts=FACTS_TEXT
        )
        deciding.motivate(decision.pk, reason, by=self.preparer)
        return decision


def details(decision: Decision) -> dict[str, object]:
    """Whatever the letter asks beside the rest, with something in it."""
    asked = details_for(decision.kind_, event_of(decision))
    return {detail.name: something(detail) for detail in asked if detail.required}


def something(detail: Detail) -> object:
    match detail.kind:
        case "date":
            return FIRST_DAY.isoformat()
        case "choice":
            return detail.choices[0][0]
        case "lines":
            return [WEIGHING]
        case "rows":
            return [{field.name: WEIGHING for field in detail.fields}]
        case _:
            return WEIGHING


def check_lawful(life: Life) -> None:
    """What holds of every certificate, said without the engine's own code."""
    check_moment(life)
    check_told(life)


def check_moment(life: Life) -> None:
    """What holds at every moment."""
    certificate = Certificate.objects.select_related("school").get(school=life.school)
    state = State(certificate.state)
    _dates_fit(certificate, state)
    _terms_fit(certificate, state)
    _nothing_by_law_is_waiting(certificate, life.today)
    _school_follows(certificate, state)


def check_told(life: Life) -> None:
    """What holds of all that was told of it: nothing of that is ever rewritten."""
    certificate, told = life.certificate, list(life.certificate.changes.all())
    assert certificate.version == len(told)
    _chain_is_whole(told, life.initial, State(certificate.state))
    _every_decision_is_signed_by_another(certificate, told)


def _chain_is_whole(told: list[Change], initial: State, state: State) -> None:
    here = initial.value
    for number, change in enumerate(told, start=1):
        assert change.number == number
        assert change.before == here
        here = change.after
    assert here == state.value


def _every_decision_is_signed_by_another(certificate: Certificate, told: list[Change]) -> None:
    signed = Decision.objects.filter(change__certificate=certificate).select_related("intention")
    decisions = {decision.change_id: decision for decision in signed}
    assert len(decisions) == len(signed)
    for change in told:
        row = CERTIFICATE.cells[State(change.before), Event(change.event)]
        if row.decision is None:
            assert change.pk not in decisions
            continue
        decision = decisions[change.pk]
        assert decision.state == DecisionState.SIGNED
        assert decision.signed_by_id not in {None, *decision.authors}
        assert decision.letter_id is not None
        if row.hearing is Hearing.REQUIRED:
            assert decision.intention is not None
            assert decision.intention.view_on is not None


def _dates_fit(certificate: Certificate, state: State) -> None:
    held = state.held
    suspended = held is not None and held[1] in SUSPENDED
    assert (certificate.suspended_until is not None) == suspended
    if suspended:
        assert certificate.suspended_from is not None
        months = 9 if held[1] is Standing.SANCTION else 18
        assert certificate.suspended_until < certificate.suspended_from + timedelta(days=31 * months)
    if held is not None and held[0] is not Mark.INDEFINITE:
        assert certificate.period_first < certificate.fixed_until
        assert certificate.fixed_until <= certificate.period_first + timedelta(days=32 * 31)
    if held is not None and held[1] is Standing.WARNED:
        assert certificate.warned_until is not None


def _terms_fit(certificate: Certificate, state: State) -> None:
    mine = Q(case__certificate=certificate, subject=Subject.CERTIFICATE, ended_on=None)
    running = list(Term.objects.filter(mine).values_list("code", flat=True))
    assert len(running) - running.count("hersteltermijn") == len({*running} - {"hersteltermijn"})
    held = state.held
    suspended = held is not None and held[1] in SUSPENDED
    assert ("schorsing" in running) == suspended
    assert ("bepaalde_tijd" in running) == (held is not None and held[0] is not Mark.INDEFINITE)
    assert ("aanvraag_awb" in running) == (state is State.APPLICATION)
    assert ("hersteltermijn" in running) == (held is not None and held[1] is Standing.WARNED)
    standing = Task.objects.filter(
        case__certificate=certificate, code="geen_nieuwe_cursisten", ended_on=None, done_on=None
    )
    assert standing.exists() == suspended
    assert "geen_nieuwe_cursisten" in SUSPENSION_CODES


def _nothing_by_law_is_waiting(certificate: Certificate, today: date) -> None:
    known = known_now(certificate, today)
    assert due_by_law(CERTIFICATE, certificate.state_, known) is None


def _school_follows(certificate: Certificate, state: State) -> None:
    if state.held is not None:
        kind = CertificateKind.INDEFINITE if state.held[0] is Mark.INDEFINITE else CertificateKind.FIXED_TERM
        assert certificate.school.certificate == kind
