"""How far an application is filled in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from keurmerk.applications.enums import ApplicationState, Aspect
from keurmerk.applications.models import Answer, Application, Attachment, Chance, Reference
from rulebook.application.checklist import Answers, Held, Missing, key_of, missing
from rulebook.application.pages import BY_CODE, PAGES

CHANCE_OF = {
    ApplicationState.COMPLETING: Aspect.COMPLETENESS,
    ApplicationState.REPAIRING: Aspect.CONTENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Everything that was given, read once, and what is missing of it."""

    answers: Mapping[str, Answers]
    revisions: Mapping[str, int]
    references: Mapping[str, tuple[Reference, ...]]
    attachments: tuple[Attachment, ...]
    missing: tuple[Missing, ...]

    def missing_on(self, page: str) -> tuple[Missing, ...]:
        return tuple(each for each in self.missing if each.page == page)

    @property
    def complete(self) -> bool:
        return not self.missing


def filled_in(application: Application, today: date) -> Filled:
    answers = list(Answer.objects.filter(application=application))
    references = defaultdict(list)
    for each in Reference.objects.filter(application=application).select_related("attachment__document"):
        references[key_of(each.code, each.row)].append(each)
    values = {each.page: each.values for each in answers}
    held = {key: _held(found) for key, found in references.items()}
    attachments = Attachment.objects.filter(application=application).select_related("document")
    return Filled(
        answers=values,
        revisions={each.page: each.revision for each in answers},
        references={key: tuple(found) for key, found in references.items()},
        attachments=tuple(attachments),
        missing=missing(values, held, today),
    )


def _held(references: list[Reference]) -> Held:
    """Of several documents for one demand the newest certificate counts."""
    documents = [each for each in references if each.attachment_id]
    dates = [each.issued_on for each in documents if each.issued_on]
    newest = max(documents, key=lambda each: each.issued_on or date.min, default=None)
    return Held(
        pages=tuple(each.pages for each in documents),
        does_not_apply=next((each.does_not_apply for each in references if not each.attachment_id), ""),
        issued_on=max(dates, default=None),
        profile=newest.profile if newest else "",
    )


def running_chance(application: Application) -> Chance | None:
    """The opportunity that the applicant uses now."""
    aspect = CHANCE_OF.get(application.state_)
    return application.chances.filter(aspect=aspect).first() if aspect else None


def open_pages(application: Application) -> dict[str, str]:
    """The pages that can be changed now, each with what was asked about it."""
    if application.state == ApplicationState.DRAFT:
        return {page.code: "" for page in PAGES}
    chance = running_chance(application)
    asked = chance.pages if chance else []
    return {each["page"]: each["text"] for each in asked if each["page"] in BY_CODE}


def may_fill(application: Application, page: str) -> bool:
    return page in open_pages(application)
