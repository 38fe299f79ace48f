"""Certificates, cases, deciders and signed decisions, made by the verbs that make them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind, Manner
from keurmerk.certification.models import Case, Certificate, Decision, Objection, Plan
from keurmerk.certification.service import cases, deciding, objections, signing
from keurmerk.certification.service.certificates import Holding, take_over
from keurmerk.certification.service.mandates import give_mandate
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.models import School
from rulebook.lifecycle.events import Event, ObjectionEvent, PlanEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Heard, Parameter
from rulebook.lifecycle.states import Mark
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school, make_school_user

FACTS = "Tijdens het bezoek op 3 maart lagen van elf Cursisten geen getekende lijsten in het dossier."
WEIGHING = "Het belang van Cursisten bij goed onderwijs weegt zwaarder dan dat van de school bij uitstel."


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def make_staff() -> User:
    return make_user(Role.STAFF)


def make_decider() -> User:
    """Somebody of the scheme who may sign every kind of decision."""
    decider = make_staff()
    give_mandate(decider, valid_from=date(2020, 1, 1), source="Mandaatbesluit 2020", given_by=SYSTEM)
    return decider


def make_certificate(
    school: School | None = None,
    *,
    mark: Mark = Mark.INDEFINITE,
    period_first: date = date(2025, 1, 1),
    extended_months: int = 0,
    today: date = date(2026, 1, 2),
) -> Certificate:
    """A certificate in good standing, taken over from before the system."""
    holding = Holding(
        mark=mark, period_first=period_first, extended_months=extended_months, source="Proefbestand"
    )
    return take_over(school or make_school(), holding, taken_by=SYSTEM, today=today)


def make_case(
    certificate: Certificate | None = None, *, kind: CaseKind = CaseKind.SUPERVISION, today: date
) -> Case:
    return cases.open_case(
        certificate or make_certificate(), kind, title="Toezicht", opened_by=make_staff(), today=today
    )


def establish(case: Case, *facts: Fact, holds: bool = True, today: date) -> None:
    """Write down that these facts are so, or are not."""
    for fact in facts:
        cases.establish(
            case, fact, holds=holds, source="Dossier, blad 3", established_by=make_staff(), today=today
        )


def submitted(
    case: Case,
    event: StrEnum,
    *,
    today: date,
    preparer: User | None = None,
    grounds: Sequence[str] = (),
    values: Mapping[Parameter, str] | None = None,
    details: Mapping[str, Any] | None = None,
    heard: Heard = Heard.NO,
    plan: Plan | None = None,
    objection: Objection | None = None,
) -> Decision:
    """A decision that only has to be signed."""
    preparer = preparer or make_staff()
    decision = deciding.prepare(case, event, prepared_by=preparer, plan=plan, objection=objection)
    deciding.fill(
        decision.pk,
        by=preparer,
        grounds=list(grounds),
        values=values,
        details=details,
        heard=heard,
        texts={"facts_text": FACTS, "weighing": WEIGHING, "heard_reason": "Uitstel schaadt de Cursisten."},
    )
    return deciding.submit(decision.pk, by=preparer, today=today)


def signed(case: Case, event: StrEnum, *, today: date, signer: User | None = None, **given: Any) -> Decision:
    """The same, signed and sent."""
    decision = submitted(case, event, today=today, **given)
    return signing.sign(decision.pk, by=signer or make_decider(), now=noon(today))


def suspended(case: Case, *, today: date, months: int = 3, signer: User | None = None) -> Decision:
    """Suspended for inquiry, at once."""
    return signed(
        case,
        Event.SUSPEND_FOR_INQUIRY,
        today=today,
        signer=signer,
        grounds=["onregelmatigheden"],
        values={Parameter.EFFECTIVE_ON: today.isoformat(), Parameter.MONTHS: str(months)},
        details={"inquiry": "Wij onderzoeken de presentielijsten van het laatste jaar."},
        heard=Heard.URGENT,
    )


def withdrawn(case: Case, *, today: date, signer: User | None = None) -> Decision:
    """Withdrawn for good, at once, because of wrong information."""
    return signed(
        case,
        Event.WITHDRAW,
        today=today,
        signer=signer,
        grounds=["onjuiste_informatie"],
        values={Parameter.EFFECTIVE_ON: today.isoformat()},
        heard=Heard.URGENT,
    )


def judged(plan: Plan, event: PlanEvent, *, today: date, until: date | None = None, **given: Any) -> Decision:
    """A signed judgement of a plan."""
    values = {Parameter.UNTIL: until.isoformat()} if until else {}
    return signed(plan.case, event, today=today, plan=plan, values=values, **given)


OBJECTIONS = [
    {
        "ground": "De lijsten zijn er wel",
        "said": "Zij lagen op de andere vestiging.",
        "answer": "Dat hebben wij nagegaan en het is zo.",
    }
]


def filed(decision: Decision, *, today: date, **given: Any) -> Objection:
    """An objection of the school in the portal, with all that it needs."""
    fields: dict[str, Any] = {
        "manner": Manner.PORTAL,
        "objector": decision.case.school.name,
        "address": "Stationsplein 1, 3511 AA Utrecht",
        "arguments": "De lijsten lagen op de andere vestiging.",
    }
    filing = objections.Filing(**(fields | given))
    by_school = filing.manner == Manner.PORTAL
    filed_by = make_school_user(decision.case.school) if by_school else make_staff()
    return objections.file(decision.pk, filing, filed_by=filed_by, now=noon(today))


def heard(objection: Objection, *, today: date) -> Objection:
    """Admitted and heard, so that it can be decided."""
    staff = make_staff()
    objections.admit(objection.pk, ground="op_tijd", by=staff, today=today)
    return objections.hear(
        objection.pk,
        heard_on=today,
        report="De school lichtte toe waar de lijsten lagen.",
        by=staff,
        today=today,
    )


def answer_ready(
    objection: Objection, event: ObjectionEvent, *, today: date, grounds: Sequence[str] = ()
) -> Decision:
    """A decision on an objection that only has to be signed."""
    details: dict[str, Any] = {"consequence": "Zie onze weging."}
    if event is ObjectionEvent.DECLARE_INADMISSIBLE:
        details["hearing"] = "Het bezwaar is duidelijk niet-ontvankelijk."
    else:
        details["objections"] = OBJECTIONS
    return submitted(
        objection.case, event, today=today, objection=objection, grounds=grounds, details=details
    )


def answered(
    objection: Objection,
    event: ObjectionEvent,
    *,
    today: date,
    signer: User | None = None,
    grounds: Sequence[str] = (),
) -> Decision:
    decision = answer_ready(objection, event, today=today, grounds=grounds)
    return signing.sign(decision.pk, by=signer or make_decider(), now=noon(today))
