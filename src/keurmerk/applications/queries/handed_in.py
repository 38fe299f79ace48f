"""What was handed in, and what changed since the time before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from keurmerk.applications.models import Application, HandedIn, Reference
from rulebook.application.checklist import Answers
from rulebook.application.differences import Difference, differences
from rulebook.application.pages import PAGES
from rulebook.application.pieces import Evidence, Page

ANSWERS, EVIDENCE = "antwoorden", "bewijs"
DEMANDS: Mapping[str, tuple[Page, Evidence]] = {
    demand.code: (page, demand) for page in PAGES for demand in page.evidence
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Evidence that changed: in words as it was and as it is."""

    page: Page
    demand: Evidence
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Between two submissions."""

    since: datetime
    at: datetime
    answers: tuple[Difference, ...]
    evidence: tuple[Moved, ...]

    @property
    def pages(self) -> frozenset[str]:
        answered = {each.page.code for each in self.answers}
        return frozenset(answered | {each.page.code for each in self.evidence})


@dataclass(frozen=True, slots=True)
class Kept:
    """All submissions of an application, the oldest first."""

    submissions: tuple[HandedIn, ...]

    @property
    def answers(self) -> Mapping[str, Answers]:
        """Of the newest; nothing while nothing was handed in."""
        return self.submissions[-1].values[ANSWERS] if self.submissions else {}

    @property
    def at(self) -> datetime | None:
        return self.submissions[-1].at if self.submissions else None

    @property
    def changes(self) -> tuple[Changed, ...]:
        """Between every two that follow each other, the newest first."""
        pairs = zip(self.submissions, self.submissions[1:], strict=False)
        return tuple(_changed(before, after) for before, after in pairs)[::-1]


def kept(application: Application) -> Kept:
    return Kept(tuple(HandedIn.objects.filter(application=application).order_by("pk")))


def evidence_in_words(references: Mapping[str, Sequence[Reference]]) -> dict[str, list[str]]:
    """By the key of the demand: every document with its number and place, or why there is none."""
    return {key: [_in_words(each) for each in found] for key, found in references.items()}


def _in_words(reference: Reference) -> str:
    if reference.attachment is None:
        return f"Niet nodig: {reference.does_not_apply}"
    parts = [f"Bijlage {reference.attachment.number}, {reference.attachment.document}"]
    if reference.pages:
        parts.append(f"pagina {reference.pages}")
    if reference.issued_on:
        parts.append(f"afgegeven op {reference.issued_on:%d-%m-%Y}")
    if reference.profile:
        parts.append(f"profiel {reference.profile}")
    return "; ".join(parts)


def _changed(before: HandedIn, after: HandedIn) -> Changed:
    old, new = before.values, after.values
    return Changed(
        since=before.at,
        at=after.at,
        answers=differences(old[ANSWERS], new[ANSWERS]),
        evidence=tuple(_moved(old[EVIDENCE], new[EVIDENCE])),
    )


def _moved(old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> list[Moved]:
    keys = dict.fromkeys((*old, *new))
    return [
        Moved(page=page, demand=demand, old=tuple(old.get(key, ())), new=tuple(new.get(key, ())))
        for key in keys
        if sorted(old.get(key, ())) != sorted(new.get(key, ()))
        for page, demand in (DEMANDS[key.partition(":")[0]],)
    ]
