"""Everything that lies in a case, each kind fetched once: for its page and for its timeline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from keurmerk.accounts.models import User
from keurmerk.certification.models import (
    Case,
    Change,
    CourtCase,
    Decision,
    Disclosure,
    Finding,
    Intention,
    Note,
    Objection,
    Paper,
    Plan,
    Task,
    Term,
)
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from keurmerk.messaging.queries import for_about

OPENED = "document.opened"
USER = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The rows of one case, the newest first unless a row has an order of its own."""

    case: Case
    changes: tuple[Change, ...]
    decisions: tuple[Decision, ...]
    intentions: tuple[Intention, ...]
    terms: tuple[Term, ...]
    tasks: tuple[Task, ...]
    disclosures: tuple[Disclosure, ...]
    plans: tuple[Plan, ...]
    objections: tuple[Objection, ...]
    """Those against a decision of this case, and the one this case is about."""
    papers: tuple[Paper, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    """Of the certificate, whichever case they were established in."""
    messages: tuple[Message, ...]
    entries: tuple[Entry, ...]
    """Lines of the journal about the case and its decisions, and every opening of its documents."""
    people: Mapping[int, User]
    """Who acted, by account, as far as the account is still there."""

    def court_cases(self) -> Iterable[CourtCase]:
        return (each for objection in self.objections for each in objection.court_cases.all())

    def openings(self, document: object) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind == OPENED and entry.subject_id == str(document)]

    def who(self, entry: Entry) -> str:
        """A name where there still is an account, else the role that the journal kept."""
        user = self.people.get(int(entry.actor_id)) if entry.actor_type == USER else None
        return user.name if user else entry.actor_label


def case_file(case: Case) -> CaseFile:
    """As many queries for a thick case as for an empty one."""
    decisions = tuple(case.decisions.select_related("prepared_by", "signed_by", "letter"))
    papers = tuple(case.papers.select_related("document", "document__added_by"))
    entries = _entries(case, decisions, papers)
    return CaseFile(
        case=case,
        changes=tuple(case.changes.select_related("user", "decision").order_by("-number")),
        decisions=decisions,
        intentions=tuple(case.intentions.select_related("letter", "view_document", "sent_by")),
        terms=tuple(case.terms.select_related("change")),
        tasks=tuple(case.tasks.select_related("done_by", "disclosure")),
        disclosures=tuple(case.disclosures.select_related("told_by")),
        plans=tuple(case.plans.select_related("document")),
        objections=_objections(case),
        papers=papers,
        notes=tuple(case.notes.select_related("written_by")),
        findings=tuple(
            Finding.objects.filter(certificate=case.certificate_id).select_related("established_by", "case")
        ),
        messages=tuple(for_about(case).select_related("recipient")),
        entries=entries,
        people=_people(entries),
    )


def _objections(case: Case) -> tuple[Objection, ...]:
    found = Objection.objects.filter(Q(case=case) | Q(decision__case=case)).select_related(
        "case", "decision__case"
    )
    return tuple(found.prefetch_related(Prefetch("court_cases")))


def _entries(case: Case, decisions: Iterable[Decision], papers: Iterable[Paper]) -> tuple[Entry, ...]:
    mine = case.as_party()
    about = Q(subject_type=mine.type, subject_id=mine.id)
    about |= Q(subject_type="decision", subject_id__in=[str(each.public_id) for each in decisions])
    documents = [str(each.document.public_id) for each in papers]
    about |= Q(subject_type="document", kind=OPENED, subject_id__in=documents)
    return tuple(Entry.objects.filter(about).order_by("-number"))


def _people(entries: Iterable[Entry]) -> dict[int, User]:
    ids = {int(entry.actor_id) for entry in entries if entry.actor_type == USER}
    return User.objects.in_bulk(ids)
