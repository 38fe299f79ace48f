"""What the assessment comes to: facts for the decision, and the grounds they bear out (§2.2-2.4, §7.7)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from keurmerk.applications.enums import Aspect, TalkState
from keurmerk.applications.models import Application, Chance, InquiryEntry, IntakeTalk, Invoice
from keurmerk.applications.queries.judging import Judged, judged
from keurmerk.applications.queries.ties import Tied, tied
from rulebook.application.pages import BY_CODE
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Ground
from rulebook.lifecycle.tables.application import LEFT_ASIDE_GROUNDS, REJECTION_GROUNDS

GROUNDS: Mapping[Event, tuple[Ground, ...]] = {
    Event.LEAVE_ASIDE: LEFT_ASIDE_GROUNDS,
    Event.REJECT: REJECTION_GROUNDS,
}


@dataclass(frozen=True, slots=True)
class Established:
    """A fact as the assessment shows it, with where that can be read."""

    fact: Fact
    holds: bool
    source: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A ground of refusal; `text` is what the file says about it, empty when nothing points at it."""

    event: Event
    ground: Ground
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """The file of an application, read once."""

    application: Application
    judged: Judged
    tied: Tied
    talks: tuple[IntakeTalk, ...]
    chances: tuple[Chance, ...]
    concerns: tuple[InquiryEntry, ...]
    invoices: tuple[Invoice, ...]

    def chance(self, aspect: Aspect) -> Chance | None:
        return next((each for each in self.chances if each.aspect == aspect), None)


def file_of(application: Application, today: date) -> File:
    return File(
        application=application,
        judged=judged(application),
        tied=tied(application.school, today),
        talks=tuple(application.talks.exclude(state=TalkState.CANCELLED)),
        chances=tuple(application.chances.all()),
        concerns=tuple(application.inquiry.filter(concern=True)),
        invoices=tuple(Invoice.objects.filter(school=application.school_id, paid_on=None)),
    )


def established(file: File) -> list[Established]:
    """The facts that a decision on the application rests on."""
    number = file.application.number
    source = f"Beoordeling van aanvraag {number}"
    missed = _missed(file, Aspect.COMPLETENESS)
    return [
        Established(Fact.INVOICES_PAID, not file.invoices, "Facturen van Blik op Werk"),
        Established(Fact.REQUIREMENTS_MET, not lacking(file), source),
        Established(Fact.COMPLETION_MISSED, bool(missed), missed or source),
        Established(Fact.RELATED_HELD_BEFORE, file.tied.held_before, file.tied.source),
        Established(Fact.ENDED_ON_MATERIAL_NORM, file.tied.ended_on_material_norm, file.tied.source),
    ]


def lacking(file: File) -> list[str]:
    """What stands between this application and the grant, each as a Dutch sentence (§2.2)."""
    found = [
        *(
            f"{BY_CODE[page].title} is nog niet volledig bevonden."
            for page in _open(file, Aspect.COMPLETENESS)
        ),
        *(f"{BY_CODE[page].title} geeft nog geen vertrouwen." for page in _open(file, Aspect.CONTENT)),
    ]
    if file.application.inquiry_clear is not True:
        found.append("Het onderzoek naar de Persoon is niet positief afgerond.")
    held = [talk for talk in file.talks if talk.state == TalkState.HELD]
    if not held:
        found.append("Het intakegesprek is nog niet gehouden.")
    elif held[-1].concern:
        found.append("Het intakegesprek geeft reden tot afwijzing.")
    if file.tied.unjudged:
        found.append(f"{file.tied.unjudged} mogelijke banden met houders zijn nog niet beoordeeld.")
    found.extend(text for text in (file.tied.material_text, file.tied.fixed_term_text) if text)
    if file.invoices:
        found.append("Er staan nog facturen open.")
    return found


def choices(file: File) -> list[Choice]:
    """Every ground of refusal with what the file says about it; those that the file bears out come first."""
    found = [
        Choice(event, ground, TEXTS[ground.code](file))
        for event, grounds in GROUNDS.items()
        for ground in grounds
    ]
    return sorted(found, key=lambda each: not each.text)


def _open(file: File, aspect: Aspect) -> list[str]:
    return file.judged.unjudged(aspect) + file.judged.failing(aspect)


def _missed(file: File, aspect: Aspect) -> str:
    """How a chance was not used, or not well enough."""
    chance = file.chance(aspect)
    if chance is None:
        return ""
    day, until = f"{chance.asked_on:%d-%m-%Y}", f"{chance.until:%d-%m-%Y}"
    what = "aan te vullen" if aspect is Aspect.COMPLETENESS else "de plannen aan te passen"
    asked = f"Op {day} vroegen wij de school om {what}, tot en met {until}."
    if chance.missed_on is not None:
        return f"{asked} De school deed dat niet op tijd."
    judged_since = _failing_since(file, chance, aspect)
    if not judged_since:
        return ""
    wrong = " ".join(f"{BY_CODE[page].title}: {file.judged.text(page, aspect)}" for page in judged_since)
    return f"{asked} Daarna voldeed nog niet: {wrong}"


def _failing_since(file: File, chance: Chance, aspect: Aspect) -> list[str]:
    """Pages that were found wanting again; what was asked about stays so until somebody judged the answer."""
    if chance.answered_at is None:
        return []
    before = {each["page"]: int(each["judgement"]) for each in chance.pages}
    found = {page: file.judged.of(page, aspect) for page in file.judged.failing(aspect)}
    return [page for page, newest in found.items() if newest and newest.pk > before.get(page, 0)]


def _talk(file: File) -> str:
    for talk in reversed(file.talks):
        if talk.state == TalkState.REFUSED:
            return f"De school weigerde het intakegesprek van {talk.at:%d-%m-%Y}. {talk.report}"
        if talk.concern:
            return f"Het intakegesprek van {talk.at:%d-%m-%Y} geeft aanleiding tot afwijzing. {talk.report}"
    return ""


def _wrong_information(file: File) -> str:
    wrong = list(file.application.references.filter(confirmed=False))
    parts = [f"{each.code}: {each.remark}" for each in wrong]
    if file.application.inquiry_clear is False:
        parts.append(file.application.inquiry_conclusion)
    return " ".join(parts)


def _requirements(file: File) -> str:
    failing = file.judged.failing(Aspect.COMPLETENESS)
    return " ".join(
        f"{BY_CODE[page].title}: {file.judged.text(page, Aspect.COMPLETENESS)}" for page in failing
    )


def _invoices(file: File) -> str:
    if not file.invoices:
        return ""
    return f"Niet betaald: {', '.join(each.told for each in file.invoices)}."


def _no_new_facts(file: File) -> str:
    return file.tied.held_before_text


TEXTS: Mapping[str, Callable[[File], str]] = {
    "onvolledig": lambda file: _missed(file, Aspect.COMPLETENESS),
    "blijvend_onjuist": lambda file: _missed(file, Aspect.COMPLETENESS),
    "eisen": _requirements,
    "betaling": _invoices,
    "geen_nieuwe_feiten": _no_new_facts,
    "materiele_norm": lambda file: file.tied.material_text,
    "onjuiste_informatie": _wrong_information,
    "intakegesprek": _talk,
    "plannen": lambda file: _missed(file, Aspect.CONTENT),
    "tweede_aanvraag": lambda file: file.tied.fixed_term_text,
    "aanvulling": lambda file: _missed(file, Aspect.COMPLETENESS),
}
