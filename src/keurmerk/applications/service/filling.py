"""Filling in an application: everything typed is kept, right or wrong, until it is handed in."""

from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.errors import EditedMeanwhileError, NotOpenError
from keurmerk.applications.models import Answer, Application
from keurmerk.applications.models.application import OPEN
from keurmerk.applications.queries.filling import may_fill
from keurmerk.applications.terms import expires_on
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.models import Case
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School

HANDED_IN = "Deze aanvraag is ingediend. Wijzigt er iets, meld dat dan onder ‘Wijziging melden’."
OTHER_PAGES = "Alleen de onderdelen waar Blik op Werk om vroeg, kunnen nu nog veranderen."
TOO_LATE = "De termijn om aan te vullen is voorbij. Wat u typte, staat hieronder; neem contact op."
STANDS = {
    ApplicationState.DRAFT: "De aanvraag is nog niet ingediend.",
    ApplicationState.SUBMITTED: "De aanvraag is ingediend.",
    ApplicationState.COMPLETING: "De school is de aanvraag nog aan het aanvullen.",
    ApplicationState.REPAIRING: "De school is de plannen nog aan het aanpassen.",
    ApplicationState.DECIDED: "Over deze aanvraag is al beslist.",
    ApplicationState.EXPIRED: "Deze aanvraag is verlopen.",
}
LARGEST_PAGE = 500_000
"""Characters on one page, in all its answers together."""


@journaled
def start(school: School, case: Case, *, by: User | None, now: datetime) -> Application:
    """An empty application; the one that is open when there is one."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    running = Application.objects.filter(school=school, state__in=OPEN).first()
    if running is not None:
        return running
    last = Application.objects.filter(school=school).aggregate(last=Max("number"))["last"] or 0
    today = timezone.localdate(now)
    application = Application.objects.create(
        school=school,
        case=case,
        number=last + 1,
        started_on=today,
        edited_at=now,
        expires_on=expires_on(today),
    )
    Answer.objects.create(
        application=application,
        page="onderneming",
        values={"naam": school.name, "kvk_nummer": school.kvk_number},
        edited_at=now,
        edited_by=by,
    )
    journal.record(
        actor=by or application.school,
        kind="application.started",
        subject=application,
        payload={"number": application.number},
    )
    return application


@journaled
def save_page(
    application_id: int,
    page: str,
    values: dict[str, object],
    *,
    seen: int,
    by: User,
    now: datetime,
    form: str = "",
) -> Answer:
    """Keep what was typed on a page. `seen` is the revision that the writer had before him, 0 for none.

    `form` names the opened form: the same person in another window, or on another device, is somebody else.
    Raises NotOpenError, or EditedMeanwhileError when somebody else saved it since; the same text again is no
    change.
    """
    application = held(application_id)
    check_open(application, page, timezone.localdate(now))
    if sum(len(str(value)) for value in values.values()) > LARGEST_PAGE:
        raise refuse("te_groot", "Er staat te veel tekst op deze pagina. Zet het in een bijlage.")
    answer = Answer.objects.select_for_update().filter(application=application, page=page).first()
    if answer is None:
        answer = Answer(application=application, page=page, revision=0)
    elif answer.values == values:
        return answer
    elif answer.revision != seen and (answer.edited_by_id, answer.edited_in) != (by.pk, form):
        raise EditedMeanwhileError(answer.edited_by, answer.edited_at, answer.values, answer.revision)
    answer.values, answer.edited_at = values, now
    answer.edited_by, answer.edited_in = by, form
    answer.revision += 1
    answer.save()
    touch(application, now)
    return answer


def held(application_id: int) -> Application:
    """The application, held until the transaction ends: of two writers the second looks again."""
    found = Application.objects.select_for_update(no_key=True, of=("self",)).select_related("school", "case")
    return found.get(pk=application_id)


def not_now(application: Application) -> NotPossibleError:
    """Why nothing can be done with it in this state."""
    return refuse("niet_nu", STANDS[application.state_])


def check_open(application: Application, page: str, today: object) -> None:
    """Raises NotOpenError with the reason for who wants to change this page."""
    if not may_fill(application, page):
        chances = (ApplicationState.COMPLETING, ApplicationState.REPAIRING)
        raise NotOpenError(OTHER_PAGES if application.state in chances else HANDED_IN)
    late = application.chances.filter(answered_at=None, until__lt=today)
    if application.state != ApplicationState.DRAFT and late.exists():
        raise NotOpenError(TOO_LATE)


def touch(application: Application, now: datetime) -> None:
    """Somebody worked on it: a draft lives longer from here."""
    application.edited_at = now
    application.expires_on = expires_on(timezone.localdate(now))
    application.reminded_on = None
    application.save(update_fields=["edited_at", "expires_on", "reminded_on"])
