"""How the applicant uses a chance, and what happens when he does not."""

from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.enums import ApplicationState, Aspect
from keurmerk.applications.errors import IncompleteError, NotOpenError
from keurmerk.applications.models import Application, Chance
from keurmerk.applications.queries.filling import filled_in, running_chance
from keurmerk.applications.service.filling import HANDED_IN, TOO_LATE, held
from keurmerk.applications.service.handing_in import keep_handed_in
from keurmerk.applications.service.telling import named, tell_applicants
from keurmerk.certification.models import Term
from keurmerk.certification.service import fields, running, tasks
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.pieces import Side

JUDGE_AGAIN = "aanvulling_beoordelen"
JUDGE_WITHIN = 10
"""Working days that the scheme gives itself; the legal terms run beside it."""
TERM_OF = {Aspect.COMPLETENESS: "aanvullen", Aspect.CONTENT: "aanpassen"}


@journaled
def answer_chance(application_id: int, *, by: User, now: datetime) -> Application:
    """Hand in what was asked. From this day the term of the law runs again; the same button twice does once.

    Raises IncompleteError for the pages that were asked, and NotOpenError after the term.
    """
    application = held(application_id)
    chance = running_chance(application)
    if application.state == ApplicationState.SUBMITTED:
        return application
    if chance is None or chance.answered_at is not None:
        raise NotOpenError(HANDED_IN)
    today = timezone.localdate(now)
    if chance.until < today:
        raise NotOpenError(TOO_LATE)
    asked = {each["page"] for each in chance.pages}
    filled = filled_in(application, today)
    if missing := tuple(each for each in filled.missing if each.page in asked):
        raise IncompleteError(missing)
    keep_handed_in(application, filled, now=now)
    chance.answered_at = now
    chance.save(update_fields=["answered_at"])
    _end_term(application, chance, today)
    application.state = ApplicationState.SUBMITTED
    application.save(update_fields=["state"])
    _ask_judgement(application, today, "Beoordeel wat de school aanvulde of aanpaste.")
    tell_applicants(
        application.case,
        "school_application_answered",
        named(application),
        key=f"chance:{chance.public_id}:answered",
        today=today,
    )
    journal.record(
        actor=by,
        kind="application.answered",
        subject=application,
        payload={"aspect": chance.aspect, "on": today.isoformat()},
    )
    return application


def miss_due(today: date) -> int:
    """For the worker: chances whose last day has passed unused; returns how many."""
    waiting = Chance.objects.filter(answered_at=None, missed_on=None, until__lt=today)
    return sum(_miss(pk, today) for pk in list(waiting.values_list("pk", flat=True)))


@journaled
def _miss(chance_id: int, today: date) -> bool:
    chance = Chance.objects.select_related("application").get(pk=chance_id)
    application = held(chance.application_id)
    chance.refresh_from_db()
    if chance.answered_at is not None or chance.missed_on is not None or not application.is_open:
        return False
    chance.missed_on = today
    chance.save(update_fields=["missed_on"])
    _end_term(application, chance, today)
    application.state = ApplicationState.SUBMITTED
    application.save(update_fields=["state"])
    _ask_judgement(application, today, "De school vulde niet op tijd aan. Bereid een besluit voor.")
    tell_applicants(
        application.case,
        "school_application_missed",
        {**named(application), "until": chance.until},
        key=f"chance:{chance.public_id}:missed",
        today=today,
    )
    journal.record(
        actor=SYSTEM,
        kind="application.chance_missed",
        subject=application,
        payload={"aspect": chance.aspect, "until": chance.until.isoformat()},
    )
    return True


def _end_term(application: Application, chance: Chance, today: date) -> None:
    """A used chance lets the term of the law run on from that day; an unused one ran out by itself."""
    case, aspect = application.case, Aspect(chance.aspect)
    running.end_terms(Term.objects.filter(case=case, code=TERM_OF[aspect], ended_on=None), on=today)
    by_law = Term.objects.filter(case=case, code="aanvraag_awb", ended_on=None).first()
    if aspect is Aspect.COMPLETENESS and chance.answered_at is not None and by_law is not None:
        fields.completed(by_law, today)
    running.refresh_next_day([case.pk])


def _ask_judgement(application: Application, today: date, text: str) -> None:
    facts = {"vanaf": today.isoformat(), "aantal": JUDGE_WITHIN}
    tasks.ask(
        application.case,
        code=JUDGE_AGAIN,
        side=Side.SCHEME,
        text=text,
        source="§2.3, §2.4",
        due=running.compute("werkdagen", facts, "§2.4").last_day,
    )
