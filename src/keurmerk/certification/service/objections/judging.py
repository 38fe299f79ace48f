"""What staff find of an objection before it can be admitted or refused, and what the objector says to it."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Objection
from keurmerk.certification.queries.objections import decision_term
from keurmerk.certification.service import moving, running
from keurmerk.certification.service.objections.knowing import held
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.pieces import TermRule
from rulebook.lifecycle.tables.objection import PENDING

EXPLAINED = "te_laat_uitleggen"
PENALTY = TermRule(
    "ingebrekestelling",
    "Beslissen na een ingebrekestelling, zonder dwangsom",
    "Awb 4:17",
    "ingebrekestelling",
)


@journaled
def explain_lateness(objection_id: int, *, reason: str, by: User, today: date) -> Objection:
    """The objector says why it is late."""
    objection = _late(objection_id)
    moving.demand_party(objection, by)
    if not reason.strip():
        raise refuse("reden_ontbreekt", "Leg uit waarom het bezwaar later is.", "Awb 6:11")
    objection.late_reason = reason.strip()
    objection.save(update_fields=["late_reason"])
    moving.end_terms(objection, (EXPLAINED,), on=today)
    running.refresh_next_day([objection.case_id])
    moving.tell(objection, "lateness_explained", by)
    return objection


@journaled
def judge_lateness(objection_id: int, *, excused: bool, because: str, by: User, today: date) -> Objection:
    """Whether the objector can be blamed for being late, with why."""
    objection = _late(objection_id)
    moving.demand_staff(by)
    if not because.strip():
        raise refuse("reden_ontbreekt", "Schrijf op waarom dit wel of niet te verwijten is.", "Awb 6:11")
    objection.excused, objection.excused_because = excused, because.strip()
    objection.save(update_fields=["excused", "excused_because"])
    moving.end_terms(objection, (EXPLAINED,), on=today)
    running.refresh_next_day([objection.case_id])
    moving.tell(objection, "lateness_judged", by, payload={"excused": excused})
    return objection


@journaled
def judge_interest(objection_id: int, *, interested: bool, because: str, by: User) -> Objection:
    """Whether the objector is an interested party (Awb 1:2)."""
    objection = held(objection_id)
    moving.demand_staff(by)
    if objection.state_ not in PENDING:
        raise refuse("afgerond", "Over dit bezwaar is al beslist.")
    if not because.strip():
        raise refuse("reden_ontbreekt", "Schrijf op waarom de indiener wel of geen belang heeft.", "Awb 1:2")
    objection.interested_party, objection.interest_because = interested, because.strip()
    objection.save(update_fields=["interested_party", "interest_because"])
    moving.tell(objection, "interest_judged", by, payload={"interested": interested})
    return objection


@journaled
def give_notice_of_default(objection_id: int, *, received_on: date, by: User, today: date) -> Objection:
    """A notice that the decision is late: two weeks are left before a penalty runs. It blocks nothing."""
    objection = held(objection_id)
    moving.demand_party(objection, by)
    term = decision_term(objection)
    if objection.state_ not in PENDING or term is None:
        raise refuse("afgerond", "Op dit bezwaar is al beslist.")
    if objection.default_notice_on is not None:
        raise refuse("al_vastgelegd", "Er is al een ingebrekestelling ontvangen.", "Awb 4:17")
    if received_on > today:
        raise refuse("ontvangen_op", "De dag van ontvangst ligt in de toekomst.", "Awb 4:17")
    if received_on <= term.last_day:
        text = f"Wij kunnen nog op tijd beslissen, tot en met {term.last_day:%d-%m-%Y}."
        raise refuse("te_vroeg", text, "Awb 4:17")
    objection.default_notice_on = received_on
    objection.save(update_fields=["default_notice_on"])
    moving.start_term(objection, PENALTY, {"ontvangen_op": received_on.isoformat()}, on=received_on)
    running.refresh_next_day([objection.case_id])
    moving.tell(objection, "default_notice", by, payload={"on": received_on.isoformat()})
    return objection


def _late(objection_id: int) -> Objection:
    objection = held(objection_id)
    if objection.in_time:
        raise refuse("op_tijd", "Dit bezwaar is op tijd.", "Awb 6:9")
    if objection.state_ not in PENDING:
        raise refuse("afgerond", "Over dit bezwaar is al beslist.")
    return objection
