"""The inquiry into the persons, and the intake talk (§2.4)."""

from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.enums import ApplicationState, TalkState
from keurmerk.applications.letter_data import invitation_letter
from keurmerk.applications.models import Application, InquiryEntry, IntakeTalk
from keurmerk.applications.service.filling import held, not_now
from keurmerk.applications.service.telling import named, tell_applicants
from keurmerk.certification.errors import refuse
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled


@journaled
def note_source(
    application_id: int, *, about: str, source: str, finding: str, concern: bool, by: User, today: date
) -> InquiryEntry:
    """Somebody consulted a source about a person or a body: which, what stood there, does it worry."""
    application = _submitted(application_id)
    asked = {"over wie": about, "de bron": source, "wat u vond": finding}
    if missing := [label for label, value in asked.items() if not value.strip()]:
        raise refuse("ontbreekt", f"Vul in: {', '.join(missing)}.")
    entry = InquiryEntry.objects.create(
        application=application,
        about=about.strip(),
        source=source.strip(),
        finding=finding.strip(),
        concern=concern,
        looked_on=today,
        looked_by=by,
    )
    journal.record(
        actor=by,
        kind="application.source_consulted",
        subject=application,
        payload={"source": entry.source, "concern": concern},
        ground="§2.4",
    )
    return entry


@journaled
def close_inquiry(application_id: int, *, clear: bool, conclusion: str, by: User, today: date) -> Application:
    """The outcome of the inquiry; only after a positive one the applicant is invited to a talk."""
    application = _submitted(application_id)
    if not conclusion.strip():
        raise refuse("conclusie_ontbreekt", "Schrijf op wat het onderzoek heeft opgeleverd.")
    if not application.inquiry.exists():
        raise refuse("geen_bron", "Leg eerst vast welke bronnen zijn geraadpleegd.", "§2.4")
    application.inquiry_clear, application.inquiry_conclusion = clear, conclusion.strip()
    application.inquiry_done_on, application.inquiry_done_by = today, by
    application.save()
    journal.record(
        actor=by,
        kind="application.inquiry_closed",
        subject=application,
        payload={"clear": clear},
        ground="§2.4",
    )
    return application


@journaled
def invite_to_talk(
    application_id: int, *, at: datetime, place: str, interpreter: str = "", by: User, now: datetime
) -> IntakeTalk:
    """Invite in writing. A planned talk that is moved gets a new invitation, and the old one is void."""
    application = _submitted(application_id)
    today = timezone.localdate(now)
    if application.inquiry_clear is not True:
        raise refuse(
            "onderzoek_eerst",
            "Nodig pas uit nadat het onderzoek naar de Persoon positief is afgerond.",
            "§2.4",
        )
    if at <= now:
        raise refuse("moment", "Kies een dag en tijd in de toekomst.")
    if not place.strip():
        raise refuse("plaats", "Vul in waar het gesprek is, of de link.")
    application.talks.filter(state=TalkState.INVITED).update(
        state=TalkState.CANCELLED, closed_on=today, closed_by=by
    )
    talk = IntakeTalk.objects.create(
        application=application,
        invited_on=today,
        at=at,
        place=place.strip(),
        interpreter=interpreter.strip(),
    )
    mark = f"I{application.talks.count()}"
    letter = invitation_letter(
        application, talk, reference=letter_reference(application.case, mark), sender=by, today=today
    )
    document = keep_letter(letter, title="Uitnodiging voor het intakegesprek", case=application.case, now=now)
    tell_applicants(
        application.case,
        "school_application_talk",
        {
            **named(application),
            "at": timezone.localtime(at),
            "place": talk.place,
            "interpreter": talk.interpreter,
        },
        key=f"talk:{talk.public_id}",
        today=today,
        attachments=[document],
    )
    journal.record(
        actor=by,
        kind="application.talk_planned",
        subject=application,
        payload={"at": at.isoformat(), "interpreter": bool(talk.interpreter)},
    )
    return talk


@journaled
def report_talk(
    talk: IntakeTalk,
    state: TalkState,
    *,
    report: str,
    present: str = "",
    concern: bool,
    by: User,
    today: date,
) -> IntakeTalk:
    """How it went: held, with a report; or refused, with how that was said."""
    held(talk.application_id)
    talk.refresh_from_db()
    if talk.state != TalkState.INVITED:
        raise refuse("al_afgerond", f"Dit gesprek is al {talk.get_state_display()}.")
    if state not in (TalkState.HELD, TalkState.REFUSED, TalkState.CANCELLED):
        raise refuse("onbekend", "Kies hoe het gesprek is afgelopen.")
    if state is not TalkState.CANCELLED and not report.strip():
        raise refuse("verslag_ontbreekt", "Schrijf een verslag.")
    if state is TalkState.HELD and timezone.localdate(talk.at) > today:
        raise refuse("nog_niet_geweest", "Dit gesprek moet nog komen.")
    talk.state, talk.report, talk.present, talk.concern = state, report.strip(), present.strip(), concern
    talk.closed_on, talk.closed_by = today, by
    talk.save()
    journal.record(
        actor=by,
        kind=f"application.talk_{state.name.lower()}",
        subject=talk.application,
        payload={"concern": concern},
    )
    return talk


def _submitted(application_id: int) -> Application:
    application = held(application_id)
    if not application.is_open or application.state == ApplicationState.DRAFT:
        raise not_now(application)
    return application
