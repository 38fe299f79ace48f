"""Appeal and interim relief: what was asked of a court, what it said, what that did (§7.10.2, §7.10.3)."""

from dataclasses import dataclass
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CourtMatter, CourtOutcome
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import CourtCase, Objection
from keurmerk.certification.service import moving, undoing
from keurmerk.certification.service.objections.knowing import held, known_of
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.pieces import Actor, Parameter
from rulebook.lifecycle.states import ObjectionState
from rulebook.lifecycle.tables.objection import PENDING

SAID = {
    CourtOutcome.GRANTED: ObjectionEvent.APPEAL_FOUNDED,
    CourtOutcome.REFUSED: ObjectionEvent.APPEAL_UNFOUNDED,
    CourtOutcome.WITHDRAWN: ObjectionEvent.APPEAL_WITHDRAWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a court said. `annuls`: the contested decision itself, not only the answer to the objection."""

    outcome: CourtOutcome
    decided_on: date
    consequence: str
    annuls: bool = False


@journaled
def record_appeal(
    objection_id: int, *, court: str, number: str, filed_on: date, by: User, today: date
) -> CourtCase:
    objection = held(objection_id)
    answered = objection.answers.exclude(sent_on=None).first()
    if answered is not None and answered.sent_on is not None and filed_on < answered.sent_on:
        raise refuse("ingediend_op", "Het beroep ligt voor de beslissing op bezwaar.", "§7.10.2")
    _check(court, filed_on, today)
    move = moving.Move(event=ObjectionEvent.APPEAL, by=Actor.STAFF, user=by, on=today)
    moving.carry_out(objection, move, known_of(objection, today))
    return _open(objection, CourtMatter.APPEAL, court, number, filed_on)


@journaled
def record_relief(
    objection_id: int, *, court: str, number: str, filed_on: date, by: User, today: date
) -> CourtCase:
    """Interim relief is asked; possible only while an objection or an appeal runs (Awb 8:81)."""
    objection = held(objection_id)
    moving.demand_staff(by)
    if objection.state_ not in {*PENDING, ObjectionState.ON_APPEAL}:
        text = "Een voorlopige voorziening kan alleen zolang een bezwaar of beroep loopt."
        raise refuse("geen_procedure", text, "§7.10.3; Awb 8:81")
    _check(court, filed_on, today)
    if filed_on < objection.received_on:
        raise refuse("ingediend_op", "Het verzoek ligt voor het bezwaar.", "Awb 8:81")
    if objection.court_cases.filter(matter=CourtMatter.INTERIM_RELIEF, outcome=CourtOutcome.PENDING).exists():
        raise refuse("loopt_al", "Er loopt al een verzoek om een voorlopige voorziening.", "Awb 8:81")
    asked = _open(objection, CourtMatter.INTERIM_RELIEF, court, number, filed_on)
    moving.tell(objection, "relief_asked", by, payload={"on": filed_on.isoformat()})
    return asked


@journaled
def record_ruling(court_case_id: int, ruling: Ruling, *, by: User, today: date) -> CourtCase:
    """Write down what the court said, with what follows from it for the certificate."""
    court_case = _held(court_case_id)
    _check_ruling(court_case, ruling, today)
    court_case.outcome, court_case.decided_on = ruling.outcome, ruling.decided_on
    court_case.consequence, court_case.annuls = ruling.consequence.strip(), ruling.annuls
    court_case.save()
    if court_case.matter == CourtMatter.APPEAL:
        _appeal_decided(court_case, ruling, by, today)
    else:
        _relief_decided(court_case, ruling, by, today)
    return court_case


@journaled
def end_relief(court_case_id: int, *, ended_on: date, by: User, today: date) -> CourtCase:
    """The interim relief has ended: what it held up works again, unless it was annulled meanwhile."""
    court_case = _held(court_case_id)
    moving.demand_staff(by)
    decided_on = court_case.decided_on
    granted = court_case.matter == CourtMatter.INTERIM_RELIEF and court_case.outcome == CourtOutcome.GRANTED
    if not granted or decided_on is None or court_case.ended_on is not None:
        raise refuse("geen_voorziening", "Er is geen voorlopige voorziening die nu geldt.", "Awb 8:85")
    if not decided_on <= ended_on <= today:
        raise refuse("geeindigd_op", "Het einde ligt tussen de uitspraak en vandaag.", "Awb 8:85")
    court_case.ended_on = ended_on
    court_case.save(update_fields=["ended_on"])
    objection = court_case.objection
    undoing.revive(objection.decision, case=objection.case, by=by, today=today)
    moving.tell(objection, "relief_ended", by, payload={"on": ended_on.isoformat()})
    return court_case


@journaled
def decide_again(objection_id: int, *, until: date, by: User, today: date) -> Objection:
    """The court orders a new answer to the objection, before a day that it fixes (Awb 8:72)."""
    objection = held(objection_id)
    objection.ended_on = objection.default_notice_on = None
    move = moving.Move(
        event=ObjectionEvent.DECIDE_AGAIN,
        by=Actor.STAFF,
        user=by,
        on=today,
        values={Parameter.UNTIL: until.isoformat()},
    )
    moving.carry_out(objection, move, known_of(objection, today))
    return objection


def _held(court_case_id: int) -> CourtCase:
    court_case = CourtCase.objects.get(pk=court_case_id)
    held(court_case.objection_id)
    return CourtCase.objects.select_for_update(no_key=True).get(pk=court_case_id)


def _check(court: str, filed_on: date, today: date) -> None:
    if not court.strip():
        raise refuse("rechtbank", "Vul in welke rechtbank.", "§7.10.2")
    if filed_on > today:
        raise refuse("ingediend_op", "De dag van indienen ligt in de toekomst.", "§7.10.2")


def _check_ruling(court_case: CourtCase, ruling: Ruling, today: date) -> None:
    if court_case.outcome != CourtOutcome.PENDING:
        raise refuse("al_uitspraak", "De uitkomst van deze procedure is al vastgelegd.")
    if ruling.outcome == CourtOutcome.PENDING:
        raise refuse("uitkomst", "Kies de uitkomst.")
    if not court_case.filed_on <= ruling.decided_on <= today:
        raise refuse("uitspraak_op", "De dag van de uitspraak ligt tussen het indienen en vandaag.")
    if not ruling.consequence.strip():
        raise refuse("gevolg", "Schrijf op wat het gevolg van de uitspraak is.")
    if ruling.annuls and (court_case.matter, ruling.outcome) != (CourtMatter.APPEAL, CourtOutcome.GRANTED):
        raise refuse("vernietigt", "Alleen een gegrond beroep vernietigt het bestreden besluit.", "Awb 8:72")


def _open(objection: Objection, matter: CourtMatter, court: str, number: str, filed_on: date) -> CourtCase:
    return CourtCase.objects.create(
        objection=objection, matter=matter, court=court.strip(), number=number.strip(), filed_on=filed_on
    )


def _appeal_decided(court_case: CourtCase, ruling: Ruling, by: User, today: date) -> None:
    objection = court_case.objection
    move = moving.Move(event=SAID[ruling.outcome], by=Actor.STAFF, user=by, on=today)
    moving.carry_out(objection, move, known_of(objection, today))
    if ruling.annuls:
        undoing.annul(objection.decision, case=objection.case, by=by, today=today)


def _relief_decided(court_case: CourtCase, ruling: Ruling, by: User, today: date) -> None:
    objection = court_case.objection
    moving.demand_staff(by)
    moving.tell(
        objection,
        "relief_decided",
        by,
        payload={"outcome": ruling.outcome.value, "on": ruling.decided_on.isoformat()},
    )
    if ruling.outcome == CourtOutcome.GRANTED:
        undoing.stay(objection.decision, case=objection.case, by=by, today=today)
