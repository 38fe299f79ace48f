"""What happened in a case, in words, from its rows and from the journal where no row tells it."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.models import Application
from keurmerk.certification.enums import Body, CourtMatter, CourtOutcome, DecisionState, IntentionState
from keurmerk.certification.models import Change, CourtCase, Decision, Intention, Objection, Plan
from keurmerk.certification.queries.timeline import OPENED, CaseFile
from keurmerk.documents.models import Document
from keurmerk.journal.models import Entry
from keurmerk.messaging.enums import NOT_DELIVERED
from keurmerk.web.components import dutch
from keurmerk.web.components.event_words import DONE
from keurmerk.web.components.timeline import Moment, Timeline, at_start_of, timeline_of
from keurmerk.web.staff.application_timeline import application_moments
from keurmerk.web.staff.journal_words import in_words
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Actor
from rulebook.lifecycle.table import CERTIFICATE

TOLD_BY_ROWS = frozenset(
    {
        "case.opened",
        "case.closed",
        "case.note",
        "case.paper",
        "case.fact",
        "disclosure.made",
        "task.done",
        "decision.prepared",
        "decision.signed",
    }
)
"""Kinds of the journal that a row of the case tells better; those of intentions too."""
GROUNDS = {(row.event, ground.code): ground for row in CERTIFICATE.rows for ground in row.grounds}


def case_timeline(file: CaseFile, applications: Iterable[Application] = ()) -> Timeline:
    return timeline_of([*_moments(file), *application_moments(applications)])


def _moments(file: CaseFile) -> Iterator[Moment]:
    yield from _of_case(file)
    yield from map(_change, file.changes)
    for decision in file.decisions:
        yield from _decision(decision)
    for intention in file.intentions:
        yield from _intention(intention)
    for plan in file.plans:
        yield from _plan(plan)
    for objection in file.objections:
        yield from _objection(objection)
    for court_case in file.court_cases():
        yield from _court(court_case)
    yield from _papers(file)
    yield from _work(file)
    yield from _messages(file)
    yield from _journal(file)


def _of_case(file: CaseFile) -> Iterator[Moment]:
    case = file.case
    yield Moment(on=case.opened_on, at=case.created_at, what="Zaak geopend", text=case.title)
    if case.closed_on:
        closed = next((entry for entry in file.entries if entry.kind == "case.closed"), None)
        yield Moment(
            on=case.closed_on,
            at=closed.happened_at if closed else at_start_of(case.closed_on),
            what="Zaak gesloten",
            who=file.who(closed) if closed else "",
        )


def grounds_in_words(event: str, codes: list[str]) -> str:
    """The text of each ground with its paragraph; a code that is no longer in the table as it stands."""
    told = []
    for code in codes:
        ground = GROUNDS.get((Event(event), code)) if event in Event else None
        told.append(f"{ground.text} ({ground.source})" if ground else code)
    return " ".join(told)


def _change(change: Change) -> Moment:
    moved = change.before != change.after
    told = [f"Status: {change.before_.words} → {change.after_.words}."] if moved else []
    if change.undone_by_id:
        told.append("Dit is later ongedaan gemaakt.")
    return Moment(
        on=change.on,
        at=change.created_at,
        what=DONE[change.event_],
        who="" if change.actor == Actor.LAW else name_of(change.user),
        ground=grounds_in_words(change.event, change.grounds),
        text=" ".join(told),
        tone="accent",
    )


def _decision(decision: Decision) -> Iterator[Moment]:
    yield Moment(
        on=timezone.localdate(decision.created_at),
        at=decision.created_at,
        what=f"Besluit in voorbereiding: {decision.title} ({decision.reference})",
        who=name_of(decision.prepared_by),
    )
    if decision.state == DecisionState.SIGNED and decision.sent_on and decision.signed_at:
        yield Moment(
            on=decision.sent_on,
            at=decision.signed_at,
            what=f"Besluit ondertekend en verzonden: {decision.title} ({decision.reference})",
            who=name_of(decision.signed_by),
            ground=grounds_in_words(decision.event, decision.grounds),
            links=document_links(decision.letter),
            tone="accent",
        )


def _intention(intention: Intention) -> Iterator[Moment]:
    title = f"{intention.kind_.words} ({intention.reference})"
    yield Moment(
        on=intention.sent_on,
        at=intention.created_at,
        what=f"Voornemen verzonden: {title}",
        who=name_of(intention.sent_by),
        ground=grounds_in_words(intention.event, intention.grounds),
        text=f"De school kan reageren tot en met {dutch.day(intention.respond_by)}.",
        links=document_links(intention.letter),
    )
    if intention.view_on:
        yield Moment(
            on=intention.view_on,
            at=at_start_of(intention.view_on),
            what="Zienswijze van de school ontvangen",
            text=intention.view,
            links=document_links(intention.view_document),
        )
    if intention.report and intention.hearing_on:
        held = intention.hearing_on
        yield Moment(
            on=timezone.localdate(held), at=held, what="Hoorzitting gehouden", text=intention.hearing_place
        )
    if intention.state == IntentionState.PASSED:
        day = intention.respond_by
        yield Moment(on=day, at=at_start_of(day), what="Geen zienswijze binnen de termijn")


def _plan(plan: Plan) -> Iterator[Moment]:
    until = f"Indienen tot en met {dutch.day(plan.file_by)}."
    days = (
        (plan.asked_on, "Plan van aanpak gevraagd", until),
        (
            plan.filed_on,
            "Plan van aanpak te laat ingediend" if plan.late else "Plan van aanpak ingediend",
            "",
        ),
        (plan.judged_on, "Plan van aanpak beoordeeld", plan.state_.words),
        (plan.ended_on, "Plan van aanpak afgesloten", plan.end_reason or plan.state_.words),
    )
    for day, what, text in days:
        if day:
            links = document_links(plan.document) if day == plan.filed_on else ()
            yield Moment(on=day, at=at_start_of(day), what=what, text=text, links=links)


def _objection(objection: Objection) -> Iterator[Moment]:
    against = f"Tegen besluit {objection.decision.reference}, {objection.get_manner_display()}."
    days = (
        (objection.received_on, "Bezwaar ontvangen", against),
        (objection.repair_asked_on, "Herstel van het bezwaar gevraagd", ""),
        (objection.repaired_on, "Bezwaar hersteld", ""),
        (objection.heard_on, "Indiener van het bezwaar gehoord", ""),
        (objection.ended_on, "Bezwaar afgesloten", objection.state_.words),
    )
    for day, what, text in days:
        if day:
            yield Moment(on=day, at=at_start_of(day), what=what, text=text)


def _court(court_case: CourtCase) -> Iterator[Moment]:
    matter = CourtMatter(court_case.matter).label.capitalize()
    filed, decided = court_case.filed_on, court_case.decided_on
    told = f"{court_case.court} {court_case.number}".strip()
    yield Moment(on=filed, at=court_case.created_at, what=f"{matter} ingesteld", text=told)
    if decided:
        outcome = CourtOutcome(court_case.outcome).label
        text = court_case.consequence
        yield Moment(on=decided, at=at_start_of(decided), what=f"{matter}: {outcome}", text=text)


def _papers(file: CaseFile) -> Iterator[Moment]:
    letters = {each.letter_id for each in file.decisions} | {each.letter_id for each in file.intentions}
    for paper in file.papers:
        document = paper.document
        if document.pk not in letters:
            yield Moment(
                on=timezone.localdate(paper.created_at),
                at=paper.created_at,
                what=f"Document toegevoegd: {document}",
                who=name_of(document.added_by),
                text="" if document.for_school else "Intern: de school ziet dit niet.",
                links=document_links(document),
            )


def _work(file: CaseFile) -> Iterator[Moment]:
    for note in file.notes:
        yield Moment(
            on=timezone.localdate(note.created_at),
            at=note.created_at,
            what="Notitie",
            who=name_of(note.written_by),
            text=note.text,
        )
    for task in file.tasks:
        if task.done_on:
            what, at = f"Gedaan: {task.text}", at_start_of(task.done_on)
            yield Moment(
                on=task.done_on,
                at=at,
                what=what,
                who=name_of(task.done_by),
                ground=task.source,
                text=task.note,
            )
    for told in file.disclosures:
        whom = told.body_name or Body(told.body).label
        yield Moment(
            on=told.told_on,
            at=told.created_at,
            what=f"Gemeld aan {whom}",
            who=name_of(told.told_by),
            ground=told.ground,
            text=told.what,
        )
    for finding in file.findings:
        if finding.case_id == file.case.pk:
            said = "Feit vastgesteld" if finding.holds else "Feit vastgesteld: niet waar"
            yield Moment(
                on=finding.on,
                at=finding.created_at,
                what=f"{said}: {finding.get_fact_display()}",
                who=name_of(finding.established_by),
                ground=finding.source,
            )


def _messages(file: CaseFile) -> Iterator[Moment]:
    for message in file.messages:
        at = message.sent_at or message.created_at
        missed = message.state in NOT_DELIVERED
        yield Moment(
            on=timezone.localdate(at),
            at=at,
            what=f"E-mail {message.get_state_display()}: {message.subject or '(verwijderd)'}",
            text=f"Aan {message.address}" if message.address else "",
            tone="bad" if missed else "quiet",
            links=(("Bekijk het bericht", reverse("staff:message", args=[message.public_id])),),
        )


def _journal(file: CaseFile) -> Iterator[Moment]:
    for entry in file.entries:
        if entry.kind not in TOLD_BY_ROWS and not entry.kind.startswith("intention."):
            yield Moment(
                on=timezone.localdate(entry.happened_at),
                at=entry.happened_at,
                what=_told(file, entry),
                who=file.who(entry),
                ground=entry.ground,
            )


def _told(file: CaseFile, entry: Entry) -> str:
    if entry.kind != OPENED:
        return in_words(entry.kind)
    titles = {str(paper.document.public_id): str(paper.document) for paper in file.papers}
    return f"Document geopend: {titles[entry.subject_id]}"


def document_links(document: Document | None) -> tuple[tuple[str, str], ...]:
    if document is None or document.is_removed:
        return ()
    return ((str(document), reverse("staff:document", args=[document.public_id])),)


def name_of(user: User | None) -> str:
    return user.name if user else ""
