"""What happened to the applications of a case, as moments of its timeline."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils import timezone

from keurmerk.applications.enums import Aspect, TalkState
from keurmerk.applications.models import Application, Chance, IntakeTalk
from keurmerk.web.components import dutch
from keurmerk.web.components.timeline import Moment, at_start_of
from keurmerk.web.staff.application_words import ASKED, TALKS


def application_moments(applications: Iterable[Application]) -> Iterator[Moment]:
    """Give them with chances and talks fetched: `with_parts`."""
    for application in applications:
        yield from _of_application(application)
        for chance in application.chances.all():
            yield from _of_chance(chance)
        for talk in application.talks.all():
            yield from _of_talk(talk)


def _of_application(application: Application) -> Iterator[Moment]:
    links = ((str(application), reverse("staff:application", args=[application.public_id])),)
    day = application.started_on
    yield Moment(on=day, at=at_start_of(day), what=f"Aanvraag {application.number} begonnen", links=links)
    if application.submitted_at:
        yield Moment(
            on=timezone.localdate(application.submitted_at),
            at=application.submitted_at,
            what=f"Aanvraag {application.number} ingediend",
            who=application.signer,
            ground="§2.3",
            links=links,
        )
    if application.inquiry_done_on:
        day = application.inquiry_done_on
        outcome = "positief" if application.inquiry_clear else "niet positief"
        what = f"Onderzoek naar de Persoon afgerond: {outcome}"
        yield Moment(on=day, at=at_start_of(day), what=what, ground="§2.4")


def _of_chance(chance: Chance) -> Iterator[Moment]:
    aspect = Aspect(chance.aspect)
    text = f"Tot en met {dutch.day(chance.until)}."
    yield Moment(on=chance.asked_on, at=chance.created_at, what=ASKED[aspect], text=text)
    if chance.answered_at:
        day = timezone.localdate(chance.answered_at)
        yield Moment(on=day, at=chance.answered_at, what="De school vulde de aanvraag aan of paste haar aan")
    if chance.missed_on:
        day = chance.missed_on
        yield Moment(on=day, at=at_start_of(day), what="De school vulde niet op tijd aan", tone="bad")


def _of_talk(talk: IntakeTalk) -> Iterator[Moment]:
    at = timezone.localtime(talk.at)
    yield Moment(
        on=talk.invited_on,
        at=talk.created_at,
        what="Uitgenodigd voor het intakegesprek",
        text=f"Op {dutch.day(at.date())} om {at:%H:%M} uur, {talk.place}.",
    )
    if talk.closed_on:
        day = talk.closed_on
        yield Moment(on=day, at=at_start_of(day), what=TALKS[TalkState(talk.state)], ground="§2.4")
