"""What staff decide: whether two records are one, and what a lead is worth."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.persons.declaration import SamePersonError
from keurmerk.persons.enums import Judgement
from keurmerk.persons.models import Entity, LeadFinding, SameAs
from keurmerk.persons.queries import Lead

REASON_MISSING = "Schrijf op waarom. Wie dit later leest, moet het kunnen volgen."
SOURCES_MISSING = "Schrijf op welke bronnen u hebt geraadpleegd."


@journaled
def say_same(one: Entity, other: Entity, *, same: bool, reason: str, by: User, today: date) -> SameAs:
    """Confirm or reject that two records are the same one; an earlier answer is withdrawn by this one.

    Raises SamePersonError when they cannot be the same, or without a reason.
    """
    if one.pk == other.pk:
        raise SamePersonError("Dit is twee keer hetzelfde gegeven. Kies een ander om mee te vergelijken.")
    if one.natural != other.natural:
        raise SamePersonError("Een natuurlijk persoon en een organisatie kunnen niet dezelfde zijn.")
    if not reason.strip():
        raise SamePersonError(REASON_MISSING)
    first, second = sorted((one, other), key=lambda each: each.pk)
    SameAs.objects.filter(one=first, other=second, undone_on=None).update(
        undone_on=today, undone_reason="Er is opnieuw naar gekeken."
    )
    made = SameAs.objects.create(one=first, other=second, same=same, reason=reason.strip()[:500], by=by)
    journal.record(
        actor=by,
        kind="persons.same" if same else "persons.different",
        subject=first,
        payload={"other": str(second.public_id)},
    )
    return made


@journaled
def undo_same(said: SameAs, *, reason: str, by: User, today: date) -> None:
    """Take back what was said of two records; undoing twice changes nothing.

    Raises SamePersonError without a reason.
    """
    if not reason.strip():
        raise SamePersonError(REASON_MISSING)
    changed = SameAs.objects.filter(pk=said.pk, undone_on=None).update(
        undone_on=today, undone_reason=reason.strip()[:500]
    )
    if changed:
        payload = {"other": str(said.other.public_id)}
        journal.record(actor=by, kind="persons.same_undone", subject=said.one, payload=payload)


@journaled
def judge_lead(
    school: School,
    lead: Lead,
    *,
    judgement: Judgement,
    reason: str,
    sources: str,
    by: User,
    today: date,
) -> LeadFinding:
    """Write down what somebody found of a lead, with the path as it is now. A later finding comes beside it.

    Raises SamePersonError without a reason or sources.
    """
    if not reason.strip():
        raise SamePersonError(REASON_MISSING)
    if not sources.strip():
        raise SamePersonError(SOURCES_MISSING)
    found = LeadFinding.objects.create(
        school=school,
        lead=lead.mark,
        holder=lead.holder.name,
        path="\n".join(step.text for step in lead.steps),
        judgement=judgement,
        reason=reason.strip(),
        sources=sources.strip(),
        by=by,
        on=today,
    )
    payload = {"judgement": judgement, "holder": str(lead.holder.public_id), "strength": lead.strength}
    journal.record(actor=by, kind="persons.lead_judged", subject=school, payload=payload, ground="§2.2, §7.7")
    return found
