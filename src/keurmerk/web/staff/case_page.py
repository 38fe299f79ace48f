"""Everything that the page of a case shows, each part ready for its template."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from keurmerk.accounts.models import User
from keurmerk.applications.models import Application
from keurmerk.certification.enums import Body, CaseKind, DecisionState, Subject
from keurmerk.certification.models import Case, Certificate, Change, Decision, Finding, Paper, Task, Term
from keurmerk.certification.queries import known_now
from keurmerk.certification.queries.terms import split
from keurmerk.certification.queries.timeline import CaseFile, case_file
from keurmerk.certification.service.intending import PLAN_HEARING
from keurmerk.certification.service.tasks import TELLS
from keurmerk.journal.models import Entry
from keurmerk.results.models import Delivery
from keurmerk.web.components.event_words import DONE
from keurmerk.web.components.terms import ShownTerm, left, shown_term, tone_of
from keurmerk.web.staff.case_options import act_url, acts_of, href
from keurmerk.web.staff.case_timeline import case_timeline
from keurmerk.web.staff.forms.cases import AssignForm, NoteForm, PaperForm, TaskForm
from rulebook.lifecycle.conditions import Excess, excesses
from rulebook.lifecycle.pieces import Side
from rulebook.lifecycle.states import Mark, Standing

__all__ = ["act_url", "case_context", "status_of"]

LEARNERS = "cursisten"
STARTED_BY = {
    Subject.CERTIFICATE: "overname van de status",
    Subject.PLAN: "het plan van aanpak",
    Subject.OBJECTION: "het bezwaar",
    Subject.INTENTION: "verzending van het voornemen",
    Subject.REQUEST: "het verzoek van de school",
}
"""What made a term run that no change of the status started."""
STARTED_BY_ASKING = {"aanpassen": "de vraag om de plannen aan te passen"}
DECISION_TONES = {
    DecisionState.DRAFT: "warn",
    DecisionState.SUBMITTED: "accent",
    DecisionState.SIGNED: "good",
    DecisionState.CANCELLED: "quiet",
}


@dataclass(frozen=True, slots=True)
class Status:
    words: str
    tone: str
    since: date | None
    ends: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class TaskLine:
    task: Task
    words: str
    tone: str
    form: TaskForm | None
    tell: str
    hearing: str = ""
    """The page where a hearing that is asked gets its day; that is how this task is done."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    paper: Paper
    openings: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    decision: Decision
    href: str
    tone: str
    object_href: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The conditions of a fixed term beside the newest delivery."""

    learners: int | None
    delivery: Delivery | None
    over: tuple[Excess, ...]


def case_context(case: Case, user: User, today: date) -> dict[str, Any]:
    file, applications = case_file(case), applications_of(case)
    certificate = case.certificate
    known = known_now(certificate, today)
    return {
        "case": case,
        "school": case.school,
        "certificate": certificate,
        "status": status_of(certificate, newest_change(certificate)),
        "assign_form": AssignForm(initial={"handler": case.handler_id}, auto_id="behandelaar-%s"),
        "is_mine": case.handler_id == user.pk,
        "today": today,
        **_terms(file, today),
        **_tasks(file, today),
        "acts": acts_of(case, known),
        "links": _links(case),
        "intentions": [(each, href("staff:intention", intention=each.public_id)) for each in file.intentions],
        "decisions": [_decision(each) for each in file.decisions],
        "plans": [(each, href("staff:plan", plan=each.public_id)) for each in file.plans],
        "objections": [(each, href("staff:objection", objection=each.public_id)) for each in file.objections],
        "court_cases": list(file.court_cases()),
        "timeline": case_timeline(file, applications),
        "applications": applications,
        "papers": [_paper(file, each) for each in file.papers],
        "paper_form": PaperForm(auto_id="document-%s"),
        "notes": file.notes,
        "note_form": NoteForm(auto_id="notitie-%s"),
        "members": list(case.school.memberships.select_related("user")),
        "auditors": list(case.school.assignments.filter(ended_on=None).select_related("auditor")),
        "findings": _newest_first(file.findings),
        "disclosures": [(each.body_name or Body(each.body).label, each) for each in file.disclosures],
        "measured": measured_of(certificate),
        "sent": file.messages,
    }


def applications_of(case: Case) -> list[Application]:
    """Of a case about applying; other cases have none."""
    if case.kind != CaseKind.APPLICATION:
        return []
    found = case.applications.select_related("school").prefetch_related("chances", "talks")
    return list(found.order_by("pk"))


def status_of(certificate: Certificate, change: Change | None) -> Status:
    held = certificate.state_.held
    standing = held[1] if held else None
    tones = {Standing.GOOD: "good", Standing.WARNED: "warn", None: "quiet"}
    days = (
        ("loopt tot en met", certificate.fixed_until),
        ("hersteltermijn tot en met", certificate.warned_until if standing is Standing.WARNED else None),
        ("geschorst tot en met", certificate.suspended_until),
        ("ingetrokken tot en met", certificate.withdrawn_until if held is None else None),
    )
    return Status(
        certificate.state_.words,
        tones.get(standing, "bad"),
        change.on if change else None,
        tuple((what, day) for what, day in days if day),
    )


def newest_change(certificate: Certificate) -> Change | None:
    """The one that brought the certificate to its state of now; none when that was taken over."""
    changes = certificate.changes.filter(after=certificate.state).exclude(before=certificate.state)
    return changes.order_by("-number").first()


def measured_of(certificate: Certificate) -> Measured | None:
    """Nothing to compare once the certificate is held for an indefinite time, or without conditions."""
    held = certificate.state_.held
    if held is None or held[0] is Mark.INDEFINITE or certificate.most_learners is None:
        return None
    newest = (
        Delivery.objects.filter(school_id=certificate.school_id)
        .select_related("upload")
        .order_by("-period_first", "-pk")
        .first()
    )
    learners = newest.upload.rows_by_table.get(LEARNERS) if newest else None
    over = excesses(certificate.conditions, learners=learners or 0, turnover=None)
    return Measured(learners, newest, over)


def term_line(term: Term, today: date) -> ShownTerm:
    started_by = (
        DONE[term.change.event_]
        if term.change
        else STARTED_BY_ASKING.get(term.code) or STARTED_BY[Subject(term.subject)]
    )
    return shown_term(term, today, started_by=started_by, ics_url=href("staff:term-ics", term=term.public_id))


def _terms(file: CaseFile, today: date) -> dict[str, Any]:
    terms = split(file.terms)
    return {
        "running_terms": [term_line(each, today) for each in terms.running],
        "ended_terms": [term_line(each, today) for each in terms.ended],
    }


def _tasks(file: CaseFile, today: date) -> dict[str, Any]:
    """Dated ones that are open, by side; those that hold as long as the status does; what is over."""
    open_ones = [each for each in file.tasks if each.done_on is None and each.ended_on is None]
    dated = [_task(file, each, today) for each in open_ones if each.due]
    return {
        "scheme_tasks": [line for line in dated if line.task.side == Side.SCHEME],
        "school_tasks": [line for line in dated if line.task.side == Side.SCHOOL],
        "standing_duties": [each for each in open_ones if each.due is None],
        "over_tasks": [each for each in file.tasks if each.done_on or each.ended_on],
    }


def _task(file: CaseFile, task: Task, today: date) -> TaskLine:
    days = (task.due - today).days if task.due else 0
    ours = task.side == Side.SCHEME
    tell = ""
    if ours and task.code in TELLS:
        tell = reverse("staff:case-task-disclose", args=[task.case.public_id, task.public_id])
    hearing = _hearing(file, task) if task.code == PLAN_HEARING else ""
    form = TaskForm(auto_id=f"taak-{task.pk}-%s") if ours and not tell and not hearing else None
    return TaskLine(task, left(days), tone_of(days), form, tell, hearing)


def _hearing(file: CaseFile, task: Task) -> str:
    asked = (each for each in file.intentions if each.hearing_asked_on and each.reference in task.text)
    return next((href("staff:intention", intention=each.public_id) for each in asked), "")


def _decision(decision: Decision) -> DecisionLine:
    """Objection only against what was sent, and only where the law and the handbook open it."""
    state = DecisionState(decision.state)
    objectionable = state is DecisionState.SIGNED and decision.open_to_objection
    return DecisionLine(
        decision,
        href("staff:decision", decision=decision.public_id),
        DECISION_TONES[state],
        href("staff:objection-new", decision=decision.public_id) if objectionable else "",
    )


def _paper(file: CaseFile, paper: Paper) -> PaperLine:
    opened = file.openings(paper.document.public_id)
    return PaperLine(paper, tuple((file.who(entry), entry) for entry in opened))


def _newest_first(findings: Iterable[Finding]) -> list[tuple[Finding, bool]]:
    """Each with whether a newer one of the same fact took its place."""
    seen: set[str] = set()
    told = []
    for finding in findings:
        told.append((finding, finding.fact in seen))
        seen.add(finding.fact)
    return told


def _links(case: Case) -> dict[str, str]:
    if case.closed_on:
        return {}
    names = {"fact": "staff:fact-new", "plan": "staff:plan-new"}
    return {key: href(name, case=case.public_id) for key, name in names.items()}
