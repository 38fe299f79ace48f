"""Judging an application page by page, and the two chances that follow from it (§2.3, §2.4)."""

from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.enums import ApplicationState, Aspect
from keurmerk.applications.letter_data import completion_letter, extension_letter, improvement_letter
from keurmerk.applications.models import Application, Chance, PageJudgement
from keurmerk.applications.queries.judging import Judged, judged
from keurmerk.applications.service.filling import held, not_now
from keurmerk.applications.service.telling import named, tell_applicants
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Term
from keurmerk.certification.service import cases, changes, running
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from rulebook.application.pages import BY_CODE
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, Parameter, Side, TermRule

IMPROVE_BY = TermRule(
    "aanpassen", "De plannen of documenten aanpassen", "§2.4", "tot_en_met", side=Side.SCHOOL
)
STATE_OF = {
    Aspect.COMPLETENESS: ApplicationState.COMPLETING,
    Aspect.CONTENT: ApplicationState.REPAIRING,
}


@journaled
def judge_page(
    application_id: int, page: str, aspect: Aspect, *, holds: bool, text: str = "", by: User, today: date
) -> PageJudgement:
    """What staff find of one page. Refused while the applicant is changing it, and after the decision."""
    application = held(application_id)
    if application.state != ApplicationState.SUBMITTED:
        raise not_now(application)
    if page not in BY_CODE or (aspect is Aspect.CONTENT and not BY_CODE[page].content):
        raise refuse("onbekend", "Dit onderdeel wordt hierop niet beoordeeld.")
    if not holds and not text.strip():
        raise refuse("reden_ontbreekt", "Schrijf op wat er ontbreekt of beter moet.")
    judgement = PageJudgement.objects.create(
        application=application,
        page=page,
        aspect=aspect,
        holds=holds,
        text=text.strip(),
        judged_on=today,
        judged_by=by,
    )
    journal.record(
        actor=by,
        kind="application.judged",
        subject=application,
        payload={"page": page, "aspect": aspect.value, "holds": holds},
    )
    return judgement


@journaled
def ask_completion(application_id: int, *, until: date, by: User, now: datetime) -> Chance:
    """The one chance to complete: the term of the law stands still, the pages concerned open again."""
    application = held(application_id)
    today = timezone.localdate(now)
    lacking = _lacking(application, Aspect.COMPLETENESS)
    _check_day(until, today)
    _establish(application, Fact.INFORMATION_COMPLETE, holds=False, by=by, today=today)
    step = changes.Step(
        event=Event.ASK_COMPLETION, by=Actor.STAFF, user=by, values={Parameter.UNTIL: until.isoformat()}
    )
    changes.make(application.case.certificate_id, step, case=application.case, today=today)
    return _give_chance(application, Aspect.COMPLETENESS, lacking, until=until, by=by, now=now)


@journaled
def ask_improvement(application_id: int, *, until: date, by: User, now: datetime) -> Chance:
    """The one chance to improve the plans: a term of its own, which stops nothing (§2.4)."""
    application = held(application_id)
    lacking = _lacking(application, Aspect.CONTENT)
    _check_day(until, timezone.localdate(now))
    if application.chances.filter(aspect=Aspect.CONTENT).exists():
        raise refuse(
            "al_gegeven", "De school kreeg al eenmaal de gelegenheid om de plannen aan te passen.", "§2.4"
        )
    if application.chances.filter(answered_at=None, missed_on=None).exists():
        raise refuse("loopt", "De school is de aanvraag nog aan het aanvullen.")
    running.start_term(
        IMPROVE_BY, {"tot_en_met": until.isoformat()}, case=application.case, on=timezone.localdate(now)
    )
    running.refresh_next_day([application.case_id])
    return _give_chance(application, Aspect.CONTENT, lacking, until=until, by=by, now=now)


@journaled
def declare_complete(application_id: int, *, by: User, today: date) -> Application:
    """All pages are complete: from the day on which the last of them came in, eight weeks run (§2.4)."""
    application = held(application_id)
    found = judged(application)
    if open_ones := found.unjudged(Aspect.COMPLETENESS) + found.failing(Aspect.COMPLETENESS):
        titles = ", ".join(BY_CODE[code].title for code in open_ones)
        raise refuse("nog_niet", f"Nog niet volledig bevonden: {titles}.")
    _establish(application, Fact.INFORMATION_COMPLETE, holds=True, by=by, today=today)
    step = changes.Step(event=Event.COMPLETE, by=Actor.STAFF, user=by)
    changes.make(application.case.certificate_id, step, case=application.case, today=today)
    term = Term.objects.filter(case=application.case, code="aanvraag_handleiding", ended_on=None).first()
    tell_applicants(
        application.case,
        "school_application_complete",
        {**named(application), "decide_by": term.last_day if term else None},
        key=f"application:{application.public_id}:complete",
        today=today,
    )
    return application


@journaled
def extend_term(application_id: int, *, by: User, now: datetime) -> Application:
    """Eight weeks more, once, told in writing (§2.4)."""
    application, today = held(application_id), timezone.localdate(now)
    step = changes.Step(event=Event.EXTEND_DECISION_TERM, by=Actor.STAFF, user=by)
    changes.make(application.case.certificate_id, step, case=application.case, today=today)
    term = Term.objects.filter(case=application.case, code="aanvraag_handleiding", ended_on=None).first()
    if term is None:
        raise refuse("geen_termijn", "Er loopt geen beslistermijn om te verlengen.", "§2.4")
    letter = extension_letter(
        application,
        term,
        reference=letter_reference(application.case, f"V{application.number}"),
        sender=by,
        today=today,
    )
    title = "Verlenging van de beslistermijn"
    document = keep_letter(letter, title=title, case=application.case, now=now)
    tell_applicants(
        application.case,
        "school_application_extended",
        {**named(application), "decide_by": term.last_day},
        key=f"application:{application.public_id}:extended",
        today=today,
        attachments=[document],
    )
    return application


def _lacking(application: Application, aspect: Aspect) -> list[dict[str, str]]:
    if application.state != ApplicationState.SUBMITTED:
        raise not_now(application)
    found: Judged = judged(application)
    lacking = [
        {"page": code, "text": newest.text, "judgement": str(newest.pk)}
        for code in found.failing(aspect)
        if (newest := found.of(code, aspect)) is not None
    ]
    if not lacking:
        raise refuse("niets_te_vragen", "Geef eerst aan wat er ontbreekt of beter moet.")
    return lacking


def _check_day(until: date, today: date) -> None:
    if until <= today:
        raise refuse("termijn", "Kies een dag na vandaag.")


def _give_chance(
    application: Application,
    aspect: Aspect,
    lacking: list[dict[str, str]],
    *,
    until: date,
    by: User,
    now: datetime,
) -> Chance:
    today = timezone.localdate(now)
    chance = Chance.objects.create(
        application=application, aspect=aspect, asked_on=today, until=until, pages=lacking
    )
    application.state = STATE_OF[aspect]
    application.save(update_fields=["state"])
    completing = aspect is Aspect.COMPLETENESS
    make = completion_letter if completing else improvement_letter
    mark = f"{'C' if completing else 'P'}{application.number}"
    letter = make(
        application, chance, reference=letter_reference(application.case, mark), sender=by, today=today
    )
    title = "Vul uw aanvraag aan" if completing else "Pas uw plannen aan"
    chance.letter = keep_letter(letter, title=title, case=application.case, now=now)
    chance.save(update_fields=["letter"])
    tell_applicants(
        application.case,
        "school_application_completion" if completing else "school_application_improvement",
        {**named(application), "until": until, "pages": [BY_CODE[each["page"]].title for each in lacking]},
        key=f"chance:{chance.public_id}",
        today=today,
        attachments=[chance.letter],
    )
    journal.record(
        actor=by,
        kind=f"application.{aspect.name.lower()}_asked",
        subject=application,
        payload={"until": until.isoformat(), "pages": [each["page"] for each in lacking]},
        ground="§2.3; Awb 4:5" if completing else "§2.4",
    )
    return chance


def _establish(application: Application, fact: Fact, *, holds: bool, by: User, today: date) -> None:
    cases.establish(
        application.case,
        fact,
        holds=holds,
        source=f"Beoordeling van aanvraag {application.number}",
        established_by=by,
        today=today,
    )
