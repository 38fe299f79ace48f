"""What happened to an application, for its timeline."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from keurmerk.applications.enums import Aspect, TalkState
from keurmerk.applications.models import Application
from keurmerk.certification.enums import DecisionState
from keurmerk.web.components.event_words import DONE
from keurmerk.web.components.timeline import Moment, Timeline, at_start_of, timeline_of
from rulebook.lifecycle.events import Event

SHOWN = {Event.COMPLETE, Event.EXTEND_DECISION_TERM}
ASKED = {
    Aspect.COMPLETENESS: "Blik op Werk vroeg om aanvulling",
    Aspect.CONTENT: "Blik op Werk vroeg om aanpassing van de plannen",
}


def timeline(application: Application) -> Timeline:
    return timeline_of(_moments(application))


def _moments(application: Application) -> Iterator[Moment]:
    begun, at = application.started_on, application.created_at
    yield Moment(on=begun, at=at, what="Begonnen met invullen")
    if application.submitted_at is not None:
        yield Moment(
            on=application.submitted_at.date(), at=application.submitted_at, what="Aanvraag ontvangen"
        )
    yield from _chances(application)
    for change in application.case.changes.all():
        if change.event_ in SHOWN:
            yield Moment(on=change.on, at=change.created_at, what=DONE[change.event_])
    if application.inquiry_done_on is not None:
        yield _on_day(application.inquiry_done_on, "Onderzoek afgerond")
    for talk in application.talks.all():
        yield _on_day(talk.invited_on, "Uitgenodigd voor het intakegesprek")
        if talk.closed_on is not None and talk.state == TalkState.HELD:
            yield _on_day(talk.closed_on, "Intakegesprek gehouden")
    for decision in application.case.decisions.filter(state=DecisionState.SIGNED):
        links = ((decision.reference, reverse("school:decision", args=[decision.public_id])),)
        day = decision.sent_on or application.started_on
        yield Moment(on=day, at=at_start_of(day), what=decision.title, links=links)


def _chances(application: Application) -> Iterator[Moment]:
    for chance in application.chances.select_related("letter"):
        letter = chance.letter
        links = (("De brief", reverse("school:document", args=[letter.public_id])),) if letter else ()
        until = f"Dat kan tot en met {chance.until:%d-%m-%Y}."
        what = ASKED[Aspect(chance.aspect)]
        yield Moment(on=chance.asked_on, at=chance.created_at, what=what, text=until, links=links)
        if chance.answered_at is not None:
            yield Moment(on=chance.answered_at.date(), at=chance.answered_at, what="U vulde aan")
        if chance.missed_on is not None:
            yield _on_day(chance.missed_on, "De termijn om aan te vullen verstreek")


def _on_day(day: date, what: str) -> Moment:
    return Moment(on=day, at=at_start_of(day), what=what)
