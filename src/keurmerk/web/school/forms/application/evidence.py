"""Where each demand is met, as typed on a page: a chosen attachment, the pages in it, its day of issue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from keurmerk.applications.models import Attachment, Reference
from keurmerk.web.school.forms.application.typed import plain
from rulebook.application.checking import day_of
from rulebook.application.checklist import Answers, evidence_rows, key_of
from rulebook.application.conduct import PROFILES
from rulebook.application.pieces import Evidence, Page

NEW = "nieuw"
PARTS = ("bijlage", "pagina", "afgegeven", "profiel")
PREFIX = "bewijs"
NO_DAY = "Dit is geen datum. Typ bijvoorbeeld 31-3-2026."
CHOOSE = "Kies bij welk document dit hoort."
LONGEST_PLACE, LONGEST_REASON = 60, 2_000
MEANWHILE = "Een ander bewaarde hier intussen: {stored}. Bewaar opnieuw als uw tekst moet blijven staan."
TOO_LONG = "Dit is te lang: {size} tekens. Er passen er {most}."


@dataclass(frozen=True, slots=True)
class Place:
    """One demand on this page, for one row where it is asked of each."""

    demand: Evidence
    row: str
    whose: str

    @property
    def key(self) -> str:
        return key_of(self.demand.code, self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """Say that a demand is met in an attachment."""

    place: Place
    attachment: Attachment
    pages: str
    issued_on: date | None
    profile: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    place: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedEvidence:
    """What can be stored, and by the name of its box what cannot, with what is wrong."""

    pointings: tuple[Pointing, ...]
    reasons: tuple[Reason, ...]
    pending: Mapping[str, str]
    problems: Mapping[str, str]


def places(page: Page, answers: Mapping[str, Answers]) -> Iterator[Place]:
    for demand in page.evidence:
        for row, whose in evidence_rows(demand, answers):
            yield Place(demand, row, whose)


def box(key: str, which: object, part: str) -> str:
    """The name of a box. `which` is the number of an attachment, or `nieuw`."""
    return f"{PREFIX}.{key}.{which}.{part}"


def was_box(name: str) -> str:
    """Of the hidden box that tells what stood there when the page was opened."""
    return f"{name}.was"


def day_text(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""


def reason_box(key: str) -> str:
    return f"{PREFIX}.{key}.niet_nodig"


class _Reading:
    def __init__(self, data: QueryDict, *, settle: bool) -> None:
        self.data, self.settle = data, settle
        self.pending: dict[str, str] = {}
        self.problems: dict[str, str] = {}

    def text(self, name: str) -> str:
        return plain(self.data.get(name) or "").strip()

    def keep(self, name: str, problem: str = "") -> None:
        self.pending[name] = self.text(name)
        if problem:
            self.problems[name] = problem

    def mine(self, name: str, stored: str) -> str:
        """What is typed where this writer changed it; else what is stored, that another may have changed."""
        typed, was = self.text(name), self.data.get(was_box(name))
        if was is None or stored in {was, typed}:
            return typed
        if typed != was:
            self.keep(name, MEANWHILE.format(stored=stored or "niets"))
        return stored

    def day(self, name: str, otherwise: date | None) -> date | None:
        typed = self.mine(name, day_text(otherwise))
        found = day_of(typed)
        if typed and found is None:
            self.keep(name, NO_DAY)
            return otherwise
        return found

    def short(self, name: str, most: int, otherwise: str) -> str:
        typed = self.mine(name, otherwise)
        if len(typed) > most:
            self.keep(name, TOO_LONG.format(size=len(typed), most=most))
            return otherwise
        return typed


def typed_evidence(
    data: QueryDict,
    asked: list[Place],
    references: Mapping[str, tuple[Reference, ...]],
    attachments: tuple[Attachment, ...],
    *,
    settle: bool,
) -> TypedEvidence:
    """Only what differs from what is stored.

    Unless told to `settle`, an attachment that is chosen stays a choice: what saves by itself must not store
    what somebody passes by in a list.
    """
    reading = _Reading(data, settle=settle)
    by_number = {str(each.number): each for each in attachments}
    pointings: list[Pointing] = []
    reasons: list[Reason] = []
    for place in asked:
        stored = references.get(place.key, ())
        for reference in stored:
            if reference.attachment is not None:
                pointings.extend(_changed(reading, place, reference, reference.attachment))
        pointings.extend(_added(reading, place, by_number))
        reasons.extend(_reason(reading, place, stored))
    return TypedEvidence(
        pointings=tuple(pointings),
        reasons=tuple(reasons),
        pending=reading.pending,
        problems=reading.problems,
    )


def _changed(
    reading: _Reading, place: Place, stored: Reference, attachment: Attachment
) -> Iterator[Pointing]:
    if box(place.key, attachment.number, "pagina") not in reading.data:
        return
    typed = _pointing(reading, place, attachment, attachment.number, stored)
    if (typed.pages, typed.issued_on, typed.profile) != (stored.pages, stored.issued_on, stored.profile):
        yield typed


def _added(reading: _Reading, place: Place, by_number: Mapping[str, Attachment]) -> Iterator[Pointing]:
    chosen = by_number.get(reading.text(box(place.key, NEW, "bijlage")))
    if chosen is not None and reading.settle:
        yield _pointing(reading, place, chosen, NEW, None)
        return
    for part in PARTS:
        name = box(place.key, NEW, part)
        if reading.text(name):
            reading.keep(name, CHOOSE if chosen is None and reading.settle else "")


def _pointing(
    reading: _Reading, place: Place, attachment: Attachment, which: object, stored: Reference | None
) -> Pointing:
    demand = place.demand
    old_pages, old_day, old_profile = (
        (stored.pages, stored.issued_on, stored.profile) if stored else ("", None, "")
    )
    profile = reading.mine(box(place.key, which, "profiel"), old_profile)
    return Pointing(
        place=place,
        attachment=attachment,
        pages=reading.short(box(place.key, which, "pagina"), LONGEST_PLACE, old_pages),
        issued_on=reading.day(box(place.key, which, "afgegeven"), old_day) if demand.dated else old_day,
        profile=(profile if profile in dict(PROFILES) else "") if demand.profile else old_profile,
    )


def _reason(reading: _Reading, place: Place, stored: tuple[Reference, ...]) -> Iterator[Reason]:
    name = reason_box(place.key)
    if not place.demand.may_not_apply or name not in reading.data:
        return
    old = next((each.does_not_apply for each in stored if each.attachment is None), "")
    text = reading.short(name, LONGEST_REASON, old)
    if text != old:
        yield Reason(place=place, text=text)
