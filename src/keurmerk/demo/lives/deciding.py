"""Decisions and intended decisions of the fictional lives: prepared, motivated, put forward and signed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from keurmerk.accounts.models import User
from keurmerk.certification.models import Decision, Intention, Objection, Plan
from keurmerk.certification.service import deciding, intending, signing
from keurmerk.certification.service.deciding import Reason
from keurmerk.demo.lives.life import Life
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Heard, Parameter

NOT_RECORDED = "zie de presentie en dossiers die bij de Audit zijn bekeken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a decision says beside what the table makes of it."""

    facts: str = ""
    weighing: str = ""
    grounds: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """Norms with figures of their own, where no assessment has them."""
    own_words: Mapping[str, str] | None = None
    """By norm, for the figures of the newest assessment; norms that are not named do not bear it."""
    values: Mapping[Parameter, str] | None = None
    details: Mapping[str, object] | None = None
    heard: Heard = Heard.NO
    not_heard_because: str = ""


def prepare(
    life: Life,
    event: StrEnum,
    said: Said,
    *,
    by: User | None = None,
    intention: Intention | None = None,
    plan: Plan | None = None,
    objection: Objection | None = None,
) -> Decision:
    """A draft with everything in it."""
    by = by or life.people.staff
    decision = deciding.prepare(life.case, event, prepared_by=by, plan=plan, objection=objection)
    deciding.fill(
        decision.pk,
        by=by,
        texts={"facts_text": said.facts, "weighing": said.weighing, "heard_reason": said.not_heard_because},
        grounds=list(said.grounds),
        values=said.values or {},
        details=said.details or {},
        heard=Heard.YES if intention else said.heard,
        intention=intention,
    )
    if said.own_words is not None:
        _explain(decision, said.own_words, by)
    for reason in said.reasons:
        deciding.motivate(decision.pk, reason, by=by)
    return decision


def _explain(decision: Decision, own_words: Mapping[str, str], by: User) -> None:
    for each in list(decision.motivations.all()):
        if each.norm not in own_words:
            deciding.drop_motivation(decision.pk, each.pk, by=by)
            continue
        reason = Reason(
            norm=each.norm,
            group=each.group,
            value=each.value,
            limit=each.limit,
            rows=each.rows or NOT_RECORDED,
            facts=own_words[each.norm],
        )
        deciding.motivate(decision.pk, reason, by=by)


def put_forward(life: Life, decision: Decision) -> Decision:
    return deciding.submit(decision.pk, by=decision.prepared_by, today=life.day)


def decide(
    life: Life,
    event: StrEnum,
    said: Said,
    *,
    by: User | None = None,
    signer: User | None = None,
    intention: Intention | None = None,
    plan: Plan | None = None,
    objection: Objection | None = None,
) -> Decision:
    """Prepared and signed on the day of the story."""
    decision = prepare(life, event, said, by=by, intention=intention, plan=plan, objection=objection)
    put_forward(life, decision)
    return signing.sign(decision.pk, by=signer or life.people.director, now=life.now)


def intend(
    life: Life,
    event: Event,
    said: Said,
    *,
    weeks: int = intending.RESPOND_WITHIN_WEEKS,
    hearing_on: datetime | None = None,
    place: str = "",
) -> Intention:
    draft = intending.Draft(
        event=event,
        grounds=said.grounds,
        facts_text=said.facts,
        motivations=tuple(
            {
                "norm": each.norm,
                "group": each.group,
                "value": each.value,
                "limit": each.limit,
                "rows": each.rows,
                "facts": each.facts,
            }
            for each in said.reasons
        ),
        details={"weighing": said.weighing} if said.weighing else {},
        weeks=weeks,
        hearing_on=hearing_on,
        hearing_place=place,
    )
    return intending.intend(life.case, draft, sent_by=life.people.staff, now=life.now)


def give_view(life: Life, intention: Intention, view: str) -> None:
    intending.give_view(intention.pk, view=view, given_by=life.sender, today=life.day)


def let_pass(life: Life, intention: Intention) -> None:
    intending.let_pass(intention.pk, by=None, today=life.day)


def hold_hearing(life: Life, intention: Intention, report: str) -> None:
    intending.hold_hearing(intention.pk, report=report, held_by=life.people.lawyer, today=life.day)


def decide_after_view(
    life: Life, event: Event, said: Said, *, sent: int, view: str, viewed: int, decided: int
) -> Decision:
    """Intended, answered in writing, decided; each so many days ago."""
    life.to(sent)
    intention = intend(life, event, replace(said, values=None))
    life.to(viewed)
    give_view(life, intention, view)
    intention.refresh_from_db()
    life.to(decided)
    return decide(life, event, said, intention=intention)
