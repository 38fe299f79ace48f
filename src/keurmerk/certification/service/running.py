"""Terms and duties that run: started and ended by a change, computed again when the calendar moves."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q
from django.db.models.functions import Now

from keurmerk.certification.counting import CHOSEN_DAY, Facts, compute, due_day, equated_days
from keurmerk.certification.enums import Subject
from keurmerk.certification.models import Case, Change, Task, Term
from rulebook import terms
from rulebook.lifecycle.pieces import Duty, Side, TermRule

__all__ = [
    "CHOSEN_DAY",
    "EVERYTHING",
    "TOLD_ANYWAY",
    "Facts",
    "change_facts",
    "compute",
    "days_of",
    "due_day",
    "end_for_certificate",
    "end_started_by",
    "end_terms",
    "equated_days",
    "refresh_next_day",
    "reopen",
    "reopen_terms",
    "running_terms",
    "start_duties",
    "start_term",
]

EVERYTHING = "alle"
TOLD_ANYWAY = (
    "duo_informeren",
    "crkbo_informeren",
    "uit_register",
    "in_register",
    "aflopen_melden",
)
"""Duties of the scheme that a next change does not take away."""


def start_term(
    rule: TermRule,
    facts: Facts,
    *,
    case: Case,
    on: date,
    change: Change | None = None,
    subject: Subject = Subject.CERTIFICATE,
    subject_id: int = 0,
) -> Term:
    computed = compute(rule.kind, facts, rule.source)
    return Term.objects.create(
        case=case,
        subject=subject,
        subject_id=subject_id,
        code=rule.code,
        text=rule.text,
        source=rule.source,
        side=rule.side,
        kind=rule.kind,
        facts=facts,
        started_on=on,
        change=change,
        **days_of(computed),
    )


def days_of(computed: terms.Term) -> dict[str, object]:
    return {
        "last_day": computed.last_day,
        "before_moving": computed.before_moving,
        "steps": [{"text": step.text, "source": step.source} for step in computed.steps],
        "explanation": computed.explanation,
    }


def change_facts(term: Term, facts: Facts) -> Term:
    """Count a running term anew because its own facts changed: a suspension, an extension."""
    computed = compute(term.kind, facts, term.source)
    for name, value in {"facts": facts, **days_of(computed)}.items():
        setattr(term, name, value)
    term.revision += 1
    term.save()
    return term


def end_terms(terms_: Iterable[Term], *, on: date, by: Change | None = None) -> None:
    for term in terms_:
        term.ended_on, term.ended_by = max(on, term.started_on), by
        term.revision += 1
        term.save(update_fields=["ended_on", "ended_by", "revision", "changed_at"])


def running_terms(case_or_certificate: Q, subject: Subject, subject_id: int = 0) -> Iterable[Term]:
    return Term.objects.filter(case_or_certificate, subject=subject, subject_id=subject_id, ended_on=None)


def start_duties(duties: Iterable[Duty], *, case: Case, on: date, change: Change | None) -> list[Task]:
    equated = equated_days()
    return [
        Task.objects.create(
            case=case,
            change=change,
            code=duty.code,
            side=duty.side,
            text=duty.text,
            source=duty.source,
            due=due_day(duty, on, equated),
        )
        for duty in duties
    ]


def end_for_certificate(certificate_id: int, codes: tuple[str, ...], *, on: date, by: Change) -> None:
    """End the terms and duties that a row names; `alle` leaves only what must be told anyway."""
    ours = Q(case__certificate_id=certificate_id)
    found = Term.objects.filter(ours, subject=Subject.CERTIFICATE, ended_on=None).exclude(change=by)
    tasks = Task.objects.filter(ours, done_on=None, ended_on=None, change__isnull=False).exclude(change=by)
    if EVERYTHING in codes:
        tasks = tasks.exclude(code__in=TOLD_ANYWAY)
    else:
        found, tasks = found.filter(code__in=codes), tasks.filter(code__in=codes)
    end_terms(found, on=on, by=by)
    tasks.update(ended_on=on, ended_by=by)


def reopen(undone: Change) -> None:
    """What this change ended runs again."""
    reopen_terms(undone)
    undone.ended_tasks.update(ended_on=None, ended_by=None)


def reopen_terms(undone: Change) -> None:
    """Its terms only: the duties are asked anew."""
    undone.ended_terms.update(ended_on=None, ended_by=None, revision=F("revision") + 1, changed_at=Now())


def end_started_by(change: Change, *, on: date, by: Change | None = None) -> None:
    """What a change asked that counts no more: its terms and open duties end. To object stays possible."""
    end_terms(change.started_terms.filter(ended_on=None, subject=Subject.CERTIFICATE), on=on, by=by)
    change.tasks.filter(done_on=None, ended_on=None).update(ended_on=on, ended_by=by)


def refresh_next_day(cases: Iterable[int]) -> None:
    """Keep the nearest last day beside each case, for the worklist."""
    for case in Case.objects.filter(pk__in=list(cases)):
        nearest = _next_of(case)
        if nearest != (case.next_day, case.next_what):
            case.next_day, case.next_what = nearest
            case.save(update_fields=["next_day", "next_what"])


def _next_of(case: Case) -> tuple[date | None, str]:
    """Of the terms that run and the duties of the scheme."""
    terms_ = case.terms.filter(ended_on=None).order_by("last_day", "pk").values_list("last_day", "text")
    open_tasks = case.tasks.filter(done_on=None, ended_on=None, due__isnull=False, side=Side.SCHEME)
    tasks = open_tasks.order_by("due", "pk").values_list("due", "text")
    found = [(day, text) for row in (terms_.first(), tasks.first()) if row for day, text in [row] if day]
    return min(found, default=(None, ""))
