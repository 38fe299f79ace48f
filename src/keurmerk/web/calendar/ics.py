"""Calendar files (RFC 5545). They hold no names: whoever reads along sees what ends and which case it is."""

from collections.abc import Iterable
from datetime import timedelta

from django.http import HttpResponse
from icalendar import Alarm, Calendar, Event

from keurmerk.certification.queries.feeds import Appointment

MADE_BY = "-//Keurmerk//Termijnen//NL"
CONTENT_TYPE = "text/calendar; charset=utf-8"
FRESH_FOR = timedelta(hours=1)
DAY_BEFORE = timedelta(hours=-15)
"""From the start of the day itself: nine o'clock in the morning of the day before."""


def file_response(filename: str, appointment: Appointment, link: str) -> HttpResponse:
    """One term to take along."""
    answer = HttpResponse(_calendar([(appointment, link)]).to_ical(), content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{filename}.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def feed_text(appointments: Iterable[tuple[Appointment, str]]) -> bytes:
    """The same text as long as nothing moved, so that a reader can be told so."""
    calendar = _calendar(appointments)
    calendar.add("x-wr-calname", "Keurmerk: termijnen")
    calendar.add("refresh-interval", FRESH_FOR, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", FRESH_FOR, parameters={"VALUE": "DURATION"})
    return bytes(calendar.to_ical())


def _calendar(appointments: Iterable[tuple[Appointment, str]]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for appointment, link in appointments:
        calendar.add_component(_event(appointment, link))
    return calendar


def _event(appointment: Appointment, link: str) -> Event:
    event = Event()
    summary = f"{appointment.what} ({appointment.about})"
    event.add("uid", f"{appointment.uid}@keurmerk")
    event.add("sequence", appointment.revision)
    event.add("dtstamp", appointment.changed_at)
    event.add("last-modified", appointment.changed_at)
    event.add("dtstart", appointment.day)
    event.add("dtend", appointment.day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", "\n".join(filter(None, [appointment.explanation, appointment.source, link])))
    event.add("url", link)
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if not appointment.cancelled:
        event.add_component(_alarm(summary))
    return event


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", DAY_BEFORE)
    return alarm
