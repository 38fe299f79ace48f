"""The demands for documents on a page, ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from keurmerk.applications.models import Application, Attachment, Reference
from keurmerk.applications.queries import Filled
from keurmerk.web.components import dutch
from keurmerk.web.school.application.shown import Problems
from keurmerk.web.school.application.words import anchor
from keurmerk.web.school.forms.application.evidence import NEW, Place, box, day_text, places, reason_box
from keurmerk.web.school.forms.application.typed import PENDING
from rulebook.application.checking import applies
from rulebook.application.checklist import Answers
from rulebook.application.conduct import PROFILES
from rulebook.application.pieces import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    name: str
    value: str
    stored: str
    problem: str = ""

    @property
    def ident(self) -> str:
        """For the id of the box: no points or colons, which style sheets read as something else."""
        return self.name.replace(".", "-").replace(":", "-")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed and is not stored as evidence yet, and what is wrong with it; by the name of the box."""

    pending: Mapping[str, str]
    wrong: Mapping[str, str]

    def box(self, name: str, stored: str) -> Box:
        return Box(
            name=name,
            value=self.pending.get(name, stored),
            stored=stored,
            problem=self.wrong.get(name, ""),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReference:
    """One document at a demand, or the boxes for one more."""

    pages: Box
    issued_on: Box
    profile: Box
    profiles: tuple[tuple[str, str, bool], ...]
    attachment: Attachment | None = None
    confirmed: bool | None = None
    remark: str = ""

    @property
    def about(self) -> str:
        """Number and name; how long it is, when that is known."""
        if self.attachment is None:
            return ""
        return title_of(self.attachment)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvidence:
    place: Place
    ident: str
    references: tuple[ShownReference, ...]
    new: ShownReference
    choose: Box
    reason: Box
    problems: tuple[str, ...]
    upload_act: str
    depends_on: str = ""
    answers: str = ""
    asked: bool = True

    @property
    def key(self) -> str:
        return self.place.key


def title_of(attachment: Attachment) -> str:
    if attachment.pages is None:
        return f"Bijlage {attachment.number}: {attachment.document}"
    length = dutch.plural(attachment.pages, "pagina", "pagina’s")
    return f"Bijlage {attachment.number}: {attachment.document} ({length})"


def shown_evidence(
    page: Page,
    given: Answers,
    answers: Mapping[str, Answers],
    filled: Filled,
    problems: Problems,
    wrong: Mapping[str, str] | None = None,
) -> tuple[ShownEvidence, ...]:
    """`wrong`: what was just typed and cannot be stored, by the name of its box."""
    stored = given.get(PENDING)
    pending = {str(key): str(value) for key, value in stored.items()} if isinstance(stored, dict) else {}
    typed = Typed(pending, wrong or {})
    return tuple(
        _demand(place, given, filled.references.get(place.key, ()), typed, problems)
        for place in places(page, answers)
    )


def _demand(
    place: Place,
    given: Answers,
    stored: tuple[Reference, ...],
    typed: Typed,
    problems: Problems,
) -> ShownEvidence:
    demand, when = place.demand, place.demand.rests_on
    old_reason = next((each.does_not_apply for each in stored if each.attachment is None), "")
    name, choose = reason_box(place.key), box(place.key, NEW, "bijlage")
    return ShownEvidence(
        place=place,
        ident=anchor(demand.code, place.row),
        references=tuple(_reference(place, each, typed) for each in stored if each.attachment is not None),
        new=_reference(place, None, typed),
        choose=typed.box(choose, ""),
        reason=typed.box(name, old_reason),
        problems=problems.get((demand.code, place.row), ()),
        upload_act=f"document:{place.key}",
        depends_on=when.name if when else "",
        answers=" ".join(sorted(when.answers)) if when else "",
        asked=applies(when, given),
    )


def _reference(place: Place, stored: Reference | None, typed: Typed) -> ShownReference:
    which = stored.attachment.number if stored is not None and stored.attachment is not None else NEW
    values = {
        "pagina": stored.pages if stored else "",
        "afgegeven": day_text(stored.issued_on) if stored else "",
        "profiel": stored.profile if stored else "",
    }
    boxes = {part: typed.box(box(place.key, which, part), value) for part, value in values.items()}
    return ShownReference(
        pages=boxes["pagina"],
        issued_on=boxes["afgegeven"],
        profile=boxes["profiel"],
        profiles=tuple((code, label, code == boxes["profiel"].value) for code, label in PROFILES),
        attachment=stored.attachment if stored else None,
        confirmed=stored.confirmed if stored else None,
        remark=stored.remark if stored else "",
    )


def upload_url(application: Application, page: str, key: str) -> str:
    return reverse("school:application-document", args=[application.public_id, page, key])
