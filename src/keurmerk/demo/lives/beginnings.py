"""How a fictional school comes to hold the certificate: from agreement to grant, or taken over."""

from datetime import date, timedelta

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Decision
from keurmerk.certification.service.certificates import Holding, take_over
from keurmerk.demo.lives.days import working_day
from keurmerk.demo.lives.deciding import Said, decide
from keurmerk.demo.lives.life import Life
from keurmerk.documents.enums import DocumentKind
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, Parameter
from rulebook.lifecycle.states import Mark

REGISTER = "Overgenomen uit het register van Keurmerkhouders (verzonnen)"
APPLICATION = "Aanvraag Keurmerk voor bepaalde tijd"
INTAKE = "Intakegesprek en aanvraagformulier"


def hold(life: Life, first: date, mark: Mark = Mark.INDEFINITE) -> None:
    """A holder from before the system."""
    holding = Holding(mark=mark, period_first=first, source=REGISTER)
    take_over(life.school, holding, taken_by=life.people.staff, today=life.day)


def agree(life: Life) -> None:
    life.open(CaseKind.APPLICATION, APPLICATION)
    life.establish("Getekende overeenkomst in het dossier", Fact.AGREEMENT_SIGNED)
    life.paper("Overeenkomst", "Beide partijen tekenden de overeenkomst en de verwerkersovereenkomst.")
    life.step(Event.CONCLUDE_AGREEMENT)


def apply(life: Life) -> None:
    life.establish("Aanvraagformulier", Fact.DECLARED_TRUE, Fact.INVOICES_PAID)
    life.paper(
        "Aanvraagformulier",
        "De school vraagt het Keurmerk voor bepaalde tijd aan en verklaart dat alles juist en volledig is.",
        kind=DocumentKind.EVIDENCE,
    )
    life.step(Event.APPLY, Actor.SCHOOL)


def complete(life: Life) -> None:
    life.establish(INTAKE, Fact.INFORMATION_COMPLETE)
    life.step(Event.COMPLETE)


def grant_fixed(life: Life, first: date, *, learners: int = 60, turnover: int = 250_000) -> Decision:
    life.establish(INTAKE, Fact.REQUIREMENTS_MET, no=[Fact.ENDED_ON_MATERIAL_NORM])
    return decide(life, Event.GRANT_FIXED, granting(first, learners=learners, turnover=turnover))


def granting(first: date, *, learners: int = 60, turnover: int = 250_000) -> Said:
    return Said(
        facts="De aanvraag is volledig. In het intakegesprek lichtte uw school haar plannen en "
        "begroting toe.",
        weighing="De plannen geven vertrouwen in de kwaliteit. De grenzen passen bij het aantal docenten.",
        values={
            Parameter.PERIOD_START: first.isoformat(),
            Parameter.MOST_LEARNERS: str(learners),
            Parameter.MOST_TURNOVER: str(turnover),
        },
    )


def hold_fixed(life: Life, first: date) -> Decision:
    """From agreement to grant, in time for the measuring period that begins on this day."""

    def to(days: int) -> None:
        life.to(working_day(first - timedelta(days=days)))

    to(150)
    agree(life)
    to(140)
    apply(life)
    to(125)
    complete(life)
    to(88)
    return grant_fixed(life, first)


def judged_in_time(life: Life, source: str, *facts: Fact, no: tuple[Fact, ...] = ()) -> None:
    """The audit and the survey were in time, with what they found."""
    life.establish(source, Fact.AUDIT_IN_TIME, Fact.SURVEY_IN_TIME, Fact.INVOICES_PAID, *facts, no=no)


def extend(life: Life, first: date, *, months: int, tracks: str) -> Decision:
    """Too few tracks, the rest in order."""
    life.open(CaseKind.JUDGEMENT, f"Beoordeling van de Meetperiode vanaf {first:%d-%m-%Y}", period=first)
    life.paper(
        "Auditrapport",
        "De auditor bekeek dossiers, lessen en de tevredenheid. Er zijn te weinig afgeronde Trajecten.",
        kind=DocumentKind.AUDIT_REPORT,
    )
    judged_in_time(
        life,
        "Auditrapport",
        Fact.MAIN_NORM_1_MET,
        Fact.SURVEY_NORMS_MET,
        no=(Fact.ENOUGH_TRACKS, Fact.NORMS_MET),
    )
    return decide(
        life,
        Event.EXTEND,
        Said(
            facts="In de Meetperiode zijn te weinig Trajecten afgerond. De lessen zijn van goede kwaliteit.",
            weighing="Een langere termijn geeft uw school tijd om haar lopende Trajecten af te ronden.",
            values={Parameter.MONTHS: str(months)},
            details={"tracks": tracks},
        ),
    )
