"""A school, and the people who bring a decision about it as far as a signature."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from keurmerk import letters
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Case, Certificate, Decision, Mandate
from keurmerk.certification.service import cases, deciding, intending, signing
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.certification.service.mandates import give_mandate
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.models import School
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.pieces import Heard, Hearing, Parameter
from rulebook.lifecycle.states import Mark, State
from rulebook.lifecycle.table import CERTIFICATE
from tests.factories.accounts import make_user
from tests.factories.letter_details import filled_in
from tests.factories.organisations import make_school, make_school_user

TODAY = date(2026, 2, 10)
NOW = timezone.make_aware(datetime.combine(TODAY, time(12)))
FACTS = (
    "De resultatenaudit over 2025 is uitgevoerd op 4 november 2025.\n\n"
    "Het auditrapport is op 18 november 2025 met de school besproken."
)
WEIGHING = (
    "Het belang van de Cursisten bij goed onderwijs weegt zwaar. Daartegenover staat het belang van de "
    "school om nieuwe Cursisten aan te nemen.\n\nWij vinden het eerste belang hier groter."
)
REASONING = (
    "De school wist sinds juni dat er te weinig docenten waren en bleef Cursisten aannemen.\n\n"
    "De vertraging trof vooral Cursisten van wie de inburgeringstermijn al liep."
)
VIEW = "Er is een tekort aan docenten in de hele regio. Wij hebben twee vacatures openstaan."
VALUES = {
    Parameter.EFFECTIVE_ON: "2026-02-16",
    Parameter.MONTHS: "4",
    Parameter.UNTIL: "2026-12-31",
    Parameter.PERIOD_START: "2026-04-01",
    Parameter.MOST_LEARNERS: "40",
    Parameter.MOST_TURNOVER: "150000.50",
}


@dataclass
class Stage:
    state: State
    today: date = TODAY
    school: School = field(init=False)
    school_user: User = field(init=False)
    preparer: User = field(init=False)
    signer: User = field(init=False)
    mandate: Mandate = field(init=False)
    case: Case = field(init=False)

    def __post_init__(self) -> None:
        self.school = make_school(name="Taalschool De Brug")
        self.school_user = make_school_user(self.school)
        self.preparer, self.signer = make_user(Role.STAFF), make_user(Role.STAFF)
        self.mandate = give_mandate(
            self.signer,
            valid_from=date(2020, 1, 1),
            source="Mandaatbesluit 2026, artikel 3",
            given_by=SYSTEM,
        )
        certificate = certificate_of(self.school)
        Certificate.objects.filter(pk=certificate.pk).update(state=self.state, **self._held())
        self.case = self.open_case()

    def open_case(self, kind: CaseKind = CaseKind.SUPERVISION) -> Case:
        self.case = cases.open_case(
            self.certificate, kind, title="Toezicht", opened_by=self.preparer, today=self.today
        )
        return self.case

    def _held(self) -> dict[str, Any]:
        if self.state.held is None:
            return {}
        if self.state.held[0] is Mark.INDEFINITE:
            return {"period_first": date(2022, 1, 1)}
        return {
            "period_first": date(2025, 1, 1),
            "fixed_until": date(2026, 4, 30),
            "most_learners": 20,
            "most_turnover": "90000",
        }

    @property
    def certificate(self) -> Certificate:
        return Certificate.objects.get(school=self.school)

    def establish(self, fact: Fact, holds: bool = True) -> None:
        cases.establish(
            self.case,
            fact,
            holds=holds,
            source="Auditrapport 2025, blz. 4",
            established_by=self.preparer,
            today=self.today,
        )

    def draft(
        self, event: Event, ground: str = "", *, values: dict[Parameter, str] | None = None, **given: Any
    ) -> Decision:
        """Ready to be submitted, unless `given` spoils it."""
        self.case = Case.objects.get(pk=self.case.pk)
        row = CERTIFICATE.cells[self.certificate.state_, event]
        grounds = [each for each in row.grounds if each.code == ground] if ground else list(row.grounds[:1])
        for need in (*row.needs, *(need for each in grounds for need in each.needs)):
            if need.fact not in DERIVED:
                self.establish(need.fact, need.wanted)
        if Fact.JUDGEABLE in {need.fact for need in row.needs}:
            self.establish(Fact.AUDIT_IN_TIME)
            self.establish(Fact.SURVEY_IN_TIME)
        heard, intention = self._hear(event, row.hearing, tuple(each.code for each in grounds))
        decision = deciding.prepare(self.case, event, prepared_by=self.preparer)
        texts = {"facts_text": FACTS, "weighing": WEIGHING, "heard_reason": ""}
        if heard not in {Heard.NO, Heard.YES}:
            texts["heard_reason"] = "Er waren aanwijzingen dat bewijsstukken zouden verdwijnen."
        parameters = {name: VALUES[name] for name in row.parameters if name in VALUES} | (values or {})
        decision = deciding.fill(
            decision.pk,
            by=self.preparer,
            grounds=[each.code for each in grounds],
            values=parameters,
            heard=heard,
            intention=intention,
            texts=texts | given.get("texts", {}),
        )
        details = filled_in(decision, self.today, optional=given.get("optional", False))
        return deciding.fill(decision.pk, by=self.preparer, details=details | given.get("details", {}))

    def _hear(self, event: Event, hearing: Hearing, grounds: tuple[str, ...]) -> tuple[Heard, Any]:
        if hearing is Hearing.UNLESS_URGENT:
            return Heard.URGENT, None
        if hearing is Hearing.UNLESS_OWN_DATA:
            return Heard.OWN_DATA, None
        if hearing is Hearing.NONE:
            return Heard.NO, None
        draft = intending.Draft(event=event, grounds=grounds, facts_text=FACTS)
        intention = intending.intend(self.case, draft, sent_by=self.preparer, now=NOW)
        intending.give_view(intention.pk, view=VIEW, given_by=self.school_user, today=self.today)
        intention.refresh_from_db()
        return Heard.YES, intention

    def motivate(self, decision: Decision, norm: str = "2.13", **given: str) -> None:
        reason = {"value": "72,5 procent", "limit": "80 procent", "rows": "29 van 40 Trajecten"}
        deciding.motivate(
            decision.pk,
            deciding.Reason(norm=norm, **{**reason, "facts": REASONING, **given}),
            by=self.preparer,
        )

    def sign(self, decision: Decision) -> Decision:
        deciding.submit(decision.pk, by=self.preparer, today=self.today)
        return signing.sign(decision.pk, by=self.signer, now=NOW)

    def decide(self, event: Event, ground: str = "", **given: Any) -> Decision:
        decision = self.draft(event, ground, **given)
        self.motivate(decision)
        return self.sign(decision)


def suspended() -> Stage:
    stage = Stage(State.INDEFINITE)
    stage.decide(Event.SUSPEND_FOR_INQUIRY, "onregelmatigheden")
    return stage


def moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def flat(letter: letters.Letter) -> str:
    """Its text on one line, so that a phrase is found wherever a line ends."""
    return " ".join(letters.to_text(letter).replace("| ", "").split())
