"""What is known of one objection, how its decision term is counted, and what stands in the way."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.enums import DecisionState
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Case, Decision, Objection
from keurmerk.certification.queries.objections import DECIDE, decision_term, missing_demands
from keurmerk.certification.service import changes, moving, running
from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import Actor, Parameter

ON_THE_MERITS = frozenset({ObjectionEvent.FOUND, ObjectionEvent.FOUND_PARTLY, ObjectionEvent.UNFOUND})


def held(objection_id: int) -> Objection:
    """The objection, the certificate and the case, held in the order in which everybody holds them."""
    objection = Objection.objects.select_related("case").get(pk=objection_id)
    changes.locked(objection.case.certificate_id)
    Case.objects.select_for_update(no_key=True).get(pk=objection.case_id)
    return Objection.objects.select_for_update(no_key=True).get(pk=objection_id)


def known_of(objection: Objection, today: date) -> dict[Fact, bool]:
    """What nobody judged yet (lateness, interest) is absent; so is who will sign."""
    contested, term = objection.decision, decision_term(objection)
    own = {
        Fact.DECISION_OBJECTIONABLE: contested.state == DecisionState.SIGNED and contested.open_to_objection,
        Fact.OBJECTION_IN_TIME: objection.in_time,
        Fact.DEMANDS_MET: not missing_demands(objection),
        Fact.REPAIR_ASKED: objection.repair_asked_on is not None,
        Fact.REPAIR_TERM_OVER: objection.repair_by is not None and objection.repair_by < today,
        Fact.COMMITTEE_REPORTED: objection.committee_reported,
        Fact.OBJECTION_POSTPONED: objection.postponed,
        Fact.OBJECTION_TERM_OVER: term is not None and term.last_day < today,
        Fact.HEARING_WAIVED: bool(objection.hearing_waived.strip()),
    }
    if objection.excused is not None:
        own[Fact.LATENESS_EXCUSED] = objection.excused
    if objection.interested_party is not None:
        own[Fact.INTERESTED_PARTY] = objection.interested_party
    return moving.known_with(objection, own, today)


def term_facts(objection: Objection) -> running.Facts:
    """Of the term to decide in, in the form of the contract."""
    suspensions = []
    if objection.repair_asked_on is not None and objection.repair_by is not None:
        suspensions.append(
            {
                "uitnodiging_op": objection.repair_asked_on.isoformat(),
                "aangevuld_op": objection.repaired_on.isoformat() if objection.repaired_on else None,
                "hersteltermijn_tot": objection.repair_by.isoformat(),
            }
        )
    return {
        "bezwaar_verzonden_op": objection.decision.sent_on.isoformat() if objection.decision.sent_on else "",
        "commissie": objection.committee,
        "commissie_gemeld": objection.committee_reported,
        "verdaagd": objection.postponed,
        "opschortingen": suspensions,
    }


def recount(objection: Objection) -> None:
    """Count the running term anew. One that a court fixed stays as it is."""
    for term in moving.terms_of(objection, DECIDE):
        if term.kind == DECIDE:
            running.change_facts(term, term_facts(objection))
    running.refresh_next_day([objection.case_id])


def obstacles_for(decision: Decision, today: date, *, signer: User | None = None) -> tuple[Obstacle, ...]:
    """What stands in the way of this decision on an objection.

    Before it lies with a signer, that this is another than who signed the contested decision cannot be
    known; it is looked at when it is signed.
    """
    objection = objection_of(decision)
    known = known_of(objection, today) | {Fact.OTHER_SIGNER: is_other_signer(objection, signer)}
    return (*moving.obstacles(objection, answer(decision, today), known), *_advice(decision, objection))


def is_other_signer(objection: Objection, signer: User | None) -> bool:
    return signer is None or objection.decision.signed_by_id != signer.pk


def answer(decision: Decision, today: date, by: User | None = None) -> moving.Move:
    return moving.Move(
        event=ObjectionEvent(decision.event),
        by=Actor.DECIDER,
        user=by,
        on=today,
        grounds=tuple(decision.grounds),
        values={Parameter(name): str(value) for name, value in decision.parameters.items()},
    )


def objection_of(decision: Decision) -> Objection:
    if decision.objection is None:
        raise refuse("geen_bezwaar", "Dit besluit gaat niet over een bezwaar.")
    return decision.objection


def _advice(decision: Decision, objection: Objection) -> tuple[Obstacle, ...]:
    on_the_merits = ObjectionEvent(decision.event) in ON_THE_MERITS
    if on_the_merits and objection.committee and not objection.committee_advice.strip():
        return (Obstacle("advies_commissie", "Leg eerst het advies van de commissie vast.", "Awb 7:13"),)
    return ()
