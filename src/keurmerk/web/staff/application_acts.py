"""What can be done with an application now, and what not and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.urls import reverse

from keurmerk.applications.enums import ApplicationState, Aspect
from keurmerk.applications.models import Application
from keurmerk.applications.queries.outcome import File
from keurmerk.applications.service import assessing
from keurmerk.applications.terms import COMPLETE_WEEKS, REPAIR_WEEKS
from keurmerk.web.components.obstacles import LinkOf, Missing, missing
from keurmerk.web.staff.act_list import Act, ActLine, Acts, Given, form_of, lacking
from keurmerk.web.staff.forms.application import UntilForm
from rulebook.application.pages import BY_CODE
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Known, options
from rulebook.lifecycle.table import CERTIFICATE

type Bound = tuple[str, forms.Form] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationAct:
    """`why_not` tells what the file lacks for it; what the table lacks comes on top."""

    act: Act
    why_not: Callable[[File], list[Missing]]
    weeks: int = 0
    """The term that is offered, counted from today."""


def page_address(application: Application, page: str) -> str:
    return reverse("staff:application-page", args=[application.public_id, page])


def acts_on(file: File, known: Known, today: date, *, link: LinkOf, bound: Bound = None) -> Acts:
    """Nothing while nothing was handed in, and after the decision."""
    application = file.application
    if application.state == ApplicationState.DRAFT or not application.is_open:
        return Acts()
    from_here = {each.transition.event: each for each in options(CERTIFICATE, _state(application), known)}
    found = Acts()
    for each in ACTS:
        rows = [from_here[event] for event in each.act.events if event in from_here]
        if each.act.events and not rows:
            continue
        table = missing(lacking(rows[0].obstacles, each.act.fills), link) if rows else []
        why_not = tuple(dict.fromkeys([*_busy(application), *each.why_not(file), *table]))
        form = form_of(each.act, bound)
        if form is not None and not form.is_bound and each.weeks:
            form.initial = {"until": today + timedelta(weeks=each.weeks)}
        text, source = (rows[0].transition.text, rows[0].transition.source) if rows else ("", "")
        line = ActLine(each.act, each.act.text or text, each.act.source or source, form, why_not)
        (found.not_now if why_not else found.now).append(line)
    return found


def _state(application: Application) -> Any:
    return application.case.certificate.state_


def _busy(application: Application) -> list[Missing]:
    if application.state == ApplicationState.SUBMITTED:
        return []
    return [Missing("De school is de aanvraag nog aan het aanvullen of aanpassen.")]


def _wrong_pages(file: File, aspect: Aspect) -> list[Missing]:
    if file.judged.failing(aspect):
        return []
    asked = "niet volledig of niet juist is" if aspect is Aspect.COMPLETENESS else "beter moet"
    return [Missing(f"Geef eerst bij een onderdeel aan wat {asked}.", href="#onderdelen")]


def _nothing_to_complete(file: File) -> list[Missing]:
    return _wrong_pages(file, Aspect.COMPLETENESS)


def _nothing_to_improve(file: File) -> list[Missing]:
    found = _wrong_pages(file, Aspect.CONTENT)
    if file.chance(Aspect.CONTENT):
        found.append(
            Missing("De school kreeg al eenmaal de gelegenheid om de plannen aan te passen.", "§2.4")
        )
    return found


def _not_complete(file: File) -> list[Missing]:
    judged = file.judged
    return [
        *_pages(file.application, judged.unjudged(Aspect.COMPLETENESS), "is nog niet beoordeeld"),
        *_pages(file.application, judged.failing(Aspect.COMPLETENESS), "is niet volledig"),
    ]


def _pages(application: Application, codes: Iterable[str], what: str) -> list[Missing]:
    return [Missing(f"{BY_CODE[code].title} {what}.", href=page_address(application, code)) for code in codes]


def _nothing(_file: File) -> list[Missing]:
    return []


def ask_completion(application: Application, given: Given) -> Any:
    return assessing.ask_completion(application.pk, until=given.values["until"], by=given.by, now=given.now)


def ask_improvement(application: Application, given: Given) -> Any:
    return assessing.ask_improvement(application.pk, until=given.values["until"], by=given.by, now=given.now)


def declare_complete(application: Application, given: Given) -> Any:
    return assessing.declare_complete(application.pk, by=given.by, today=given.today)


def extend_term(application: Application, given: Given) -> Any:
    return assessing.extend_term(application.pk, by=given.by, now=given.now)


ACTS = (
    ApplicationAct(
        act=Act(
            code="aanvulling",
            title="Vraag de school om aan te vullen",
            told="De school is gevraagd om aan te vullen. De wettelijke termijn staat stil.",
            do=ask_completion,
            events=(Event.ASK_COMPLETION,),
            form=UntilForm,
            fills=frozenset({Fact.INFORMATION_COMPLETE}),
        ),
        why_not=_nothing_to_complete,
        weeks=COMPLETE_WEEKS,
    ),
    ApplicationAct(
        act=Act(
            code="aanpassing",
            title="Vraag de school om de plannen aan te passen",
            told="De school is gevraagd om de plannen aan te passen.",
            do=ask_improvement,
            text="De school krijgt eenmaal de gelegenheid om de plannen aan te passen; termijnen lopen door.",
            source="§2.4",
            form=UntilForm,
        ),
        why_not=_nothing_to_improve,
        weeks=REPAIR_WEEKS,
    ),
    ApplicationAct(
        act=Act(
            code="volledig",
            title="Stel vast dat de aanvraag volledig is",
            told="Vastgesteld: de aanvraag is volledig. De acht weken lopen.",
            do=declare_complete,
            events=(Event.COMPLETE,),
            fills=frozenset({Fact.INFORMATION_COMPLETE}),
        ),
        why_not=_not_complete,
    ),
    ApplicationAct(
        act=Act(
            code="verlengen",
            title="Verleng de beslistermijn met acht weken",
            told="De beslistermijn is verlengd. De school heeft bericht gekregen.",
            do=extend_term,
            events=(Event.EXTEND_DECISION_TERM,),
        ),
        why_not=_nothing,
    ),
)
BY_CODE_OF_ACT = {each.act.code: each.act for each in ACTS}
