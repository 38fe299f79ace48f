"""An intended decision: sent, answered, heard, or let pass (Awb 4:7-4:9; §7.4.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from keurmerk import letters
from keurmerk.accounts.models import User
from keurmerk.certification.enums import DecisionState, IntentionState, Subject
from keurmerk.certification.errors import refuse
from keurmerk.certification.letter_data import intention_letter
from keurmerk.certification.models import Case, Intention, Paper, Task
from keurmerk.certification.service import running, tasks
from keurmerk.certification.service.references import hold, next_reference
from keurmerk.certification.service.telling import tell_school
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.letters.letter import in_words
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import DecisionKind, Hearing, Side, TermRule
from rulebook.lifecycle.table import CERTIFICATE

RESPOND_WITHIN_WEEKS = 2
PLAN_HEARING = "hoorzitting_plannen"
IN_FILE = "Zie het bijgevoegde bestand."
RESPOND = TermRule(
    "zienswijze",
    "Zienswijze geven op het voornemen",
    "Awb 4:8, 4:9",
    "weken",
    RESPOND_WITHIN_WEEKS,
    side=Side.SCHOOL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an intended decision says."""

    event: Event
    grounds: tuple[str, ...] = ()
    facts_text: str
    motivations: tuple[Mapping[str, str], ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)
    weeks: int = RESPOND_WITHIN_WEEKS
    hearing_on: datetime | None = None
    hearing_place: str = ""


@journaled
def intend(case: Case, draft: Draft, *, sent_by: User, now: datetime) -> Intention:
    """Tell the school what the scheme means to decide and ask for its view, in writing or at a hearing."""
    today = timezone.localdate(now)
    case = hold(case)
    kind = _check(case, draft)
    facts = {"vanaf": today.isoformat(), "aantal": draft.weeks}
    intention = Intention(
        case=case,
        event=draft.event,
        kind=kind,
        reference=next_reference(case),
        grounds=list(draft.grounds),
        facts_text=draft.facts_text.strip(),
        motivations=[dict(each) for each in draft.motivations],
        details=dict(draft.details),
        sent_on=today,
        respond_by=running.compute("weken", facts, RESPOND.source).last_day,
        hearing_on=draft.hearing_on,
        hearing_place=draft.hearing_place,
        sent_by=sent_by,
    )
    _send(intention, facts, now)
    _tell(intention, "sent", sent_by)
    return intention


def _check(case: Case, draft: Draft) -> DecisionKind:
    row = CERTIFICATE.find(case.certificate.state_, draft.event)
    if row is None or row.decision is None or row.hearing is Hearing.NONE:
        raise refuse("geen_voornemen", "Voor dit besluit is vanuit de status van nu geen voornemen nodig.")
    waiting = case.intentions.filter(event=draft.event, state=IntentionState.SENT).first()
    if waiting is not None:
        text = f"Er loopt al een voornemen: {waiting.reference}. Trek dat eerst in."
        raise refuse("voornemen_loopt", text, "Awb 4:8")
    known = {ground.code for ground in row.grounds}
    if (row.grounds and not draft.grounds) or set(draft.grounds) - known:
        raise refuse("grond_ontbreekt", "Kies de gronden waarop het besluit zou rusten.", row.source)
    if not draft.facts_text.strip():
        raise refuse("feiten", "Beschrijf de feiten, zodat de school erop kan reageren.", "Awb 4:8")
    if draft.weeks < 1:
        raise refuse("termijn", "Geef ten minste een week om te reageren.", "Awb 4:8")
    return row.decision


def _send(intention: Intention, facts: running.Facts, now: datetime) -> None:
    """Seal and keep the letter, start the term, tell the school."""
    case, today = intention.case, intention.sent_on
    letter = intention_letter(intention, sender=intention.sent_by, today=today)
    pdf = letters.seal(letters.to_pdf(letter), reason=letter.title, at=now)
    intention.letter = documents.add(
        data=pdf,
        filename=f"{intention.reference}.pdf",
        title=f"Voornemen ({intention.reference})",
        kind=DocumentKind.LETTER,
        school=case.school,
        added_by=None,
        sealed=True,
    )
    intention.letter_html = letters.to_html(letter)
    intention.save()
    Paper.objects.create(case=case, document=intention.letter)
    running.start_term(
        RESPOND, facts, case=case, on=today, subject=Subject.INTENTION, subject_id=intention.pk
    )
    running.refresh_next_day([case.pk])
    tell_school(
        case,
        "school_intention",
        _told(intention) | {"respond_by": intention.respond_by},
        key=f"intention:{intention.public_id}",
        today=today,
        attachments=[intention.letter],
    )


@journaled
def give_view(
    intention_id: int, *, view: str, given_by: User, today: date, document: Document | None = None
) -> Intention:
    """The school's view. One that comes late is kept; whether it still counts is for the scheme.

    What comes after an earlier view adds to it; the same once more changes nothing.
    """
    intention = held(intention_id)
    if intention.state not in {IntentionState.SENT, IntentionState.PASSED, IntentionState.VIEW_GIVEN}:
        raise refuse("afgerond", "Op dit voornemen kan niet meer worden gereageerd.")
    if not view.strip() and document is None:
        raise refuse("leeg", "Schrijf uw zienswijze op of voeg een bestand toe.")
    intention.view = _with(intention.view, view.strip() or IN_FILE, today)
    intention.view_on = intention.view_on or today
    if document is not None:
        intention.view_document = intention.view_document or document
        Paper.objects.get_or_create(document=document, defaults={"case": intention.case})
    return _end(intention, IntentionState.VIEW_GIVEN, given_by, today)


def _with(earlier: str, text: str, today: date) -> str:
    if not earlier:
        return text
    return earlier if text in earlier else f"{earlier}\n\nAanvulling van {in_words(today)}:\n{text}"


@journaled
def ask_hearing(intention_id: int, *, asked_by: User, today: date) -> Intention:
    """The school rather speaks than writes: a task for the scheme to name a day. Asking twice asks once."""
    intention = held(intention_id)
    if intention.hearing_asked_on is not None or intention.hearing_on is not None:
        return intention
    if intention.state not in {IntentionState.SENT, IntentionState.VIEW_GIVEN}:
        raise refuse("afgerond", "Voor dit voornemen kunt u geen hoorzitting meer vragen.", "Awb 4:9")
    intention.hearing_asked_on = today
    intention.save(update_fields=["hearing_asked_on"])
    Task.objects.create(
        case=intention.case,
        code=PLAN_HEARING,
        side=Side.SCHEME,
        text=_to_plan(intention),
        source="Awb 4:9",
        due=max(today, intention.respond_by),
    )
    running.refresh_next_day([intention.case_id])
    _tell(intention, "hearing_asked", asked_by)
    return intention


@journaled
def plan_hearing(intention_id: int, *, on: datetime, place: str, by: User, now: datetime) -> Intention:
    """Invite the school, or move a hearing to another day or place. The same once more invites nobody."""
    intention, place = held(intention_id), place.strip()
    _check_hearing(intention, on, place, now)
    if (intention.hearing_on, intention.hearing_place) == (on, place):
        return intention
    earlier = intention.hearing_on
    intention.hearing_on, intention.hearing_place = on, place
    intention.save(update_fields=["hearing_on", "hearing_place"])
    _hearing_is_planned(intention, by, timezone.localdate(now))
    tell_school(
        intention.case,
        "school_hearing",
        _told(intention) | {"on": on, "place": place, "earlier": earlier},
        key=f"intention:{intention.public_id}:hearing:{now.isoformat()}",
        today=timezone.localdate(now),
    )
    _tell(intention, "hearing_planned", by)
    return intention


def _check_hearing(intention: Intention, on: datetime, place: str, now: datetime) -> None:
    if intention.state in {IntentionState.DROPPED, IntentionState.HEARD}:
        raise refuse("afgerond", "Bij dit voornemen kunt u geen hoorzitting meer plannen.", "Awb 4:9")
    if intention.decisions.filter(state=DecisionState.SIGNED).exists():
        raise refuse("besloten", "Op dit voornemen volgde al een besluit.", "Awb 4:9")
    if on <= now:
        raise refuse("dag", "Kies voor de hoorzitting een dag en een tijd die nog komen.")
    if not place:
        raise refuse("plaats", "Vul in waar de hoorzitting is.")


@journaled
def hold_hearing(intention_id: int, *, report: str, held_by: User, today: date) -> Intention:
    intention = held(intention_id)
    if intention.state == IntentionState.DROPPED:
        raise refuse("ingetrokken", "Dit voornemen is ingetrokken.")
    if not report.strip():
        raise refuse("verslag", "Schrijf een verslag van de hoorzitting.")
    intention.report = report.strip()
    _hearing_is_planned(intention, held_by, today)
    return _end(intention, IntentionState.HEARD, held_by, today)


@journaled
def let_pass(intention_id: int, *, by: User | None, today: date) -> Intention:
    """No view within the term: after its last day the scheme may decide without."""
    intention = held(intention_id)
    if intention.state != IntentionState.SENT:
        return intention
    if intention.respond_by >= today:
        raise refuse("termijn_loopt", "De school kan nog reageren.", "Awb 4:8")
    return _end(intention, IntentionState.PASSED, by, today)


@journaled
def drop(intention_id: int, *, by: User, today: date) -> Intention:
    """Withdraw it and tell the school. What was withdrawn already stays so, and is not told again."""
    intention = held(intention_id)
    if intention.state == IntentionState.DROPPED:
        return intention
    coming = intention.hearing_on if intention.state != IntentionState.HEARD else None
    _hearing_tasks(intention).update(ended_on=today)
    _end(intention, IntentionState.DROPPED, by, today)
    tell_school(
        intention.case,
        "school_intention_dropped",
        _told(intention) | {"hearing": coming},
        key=f"intention:{intention.public_id}:dropped",
        today=today,
    )
    return intention


def held(intention_id: int) -> Intention:
    return Intention.objects.select_for_update(no_key=True).get(pk=intention_id)


def _to_plan(intention: Intention) -> str:
    return f"Plan de hoorzitting die de school vraagt bij het voornemen {intention.reference}."


def _hearing_tasks(intention: Intention) -> QuerySet[Task]:
    """The scheme's task to plan what the school asked, while it is open."""
    mine = Task.objects.filter(case=intention.case_id, code=PLAN_HEARING, text=_to_plan(intention))
    return mine.filter(done_on=None, ended_on=None)


def _hearing_is_planned(intention: Intention, by: User, today: date) -> None:
    for task in _hearing_tasks(intention):
        tasks.do_task(task.pk, by=by, today=today)


def _told(intention: Intention) -> dict[str, object]:
    """What every mail about an intention tells."""
    return {
        "school": intention.case.school.name,
        "what": intention.kind_.words,
        "reference": intention.reference,
    }


def _end(intention: Intention, state: IntentionState, by: User | None, today: date) -> Intention:
    intention.state = state
    intention.save()
    mine = intention.case.terms.filter(subject=Subject.INTENTION, subject_id=intention.pk, ended_on=None)
    running.end_terms(mine, on=today)
    running.refresh_next_day([intention.case_id])
    _tell(intention, state.value, by)
    return intention


def _tell(intention: Intention, what: str, by: User | None) -> None:
    journal.record(
        actor=by or SYSTEM,
        kind=f"intention.{what}",
        subject=intention.case,
        payload={"what": intention.kind, "reference": intention.reference},
    )
