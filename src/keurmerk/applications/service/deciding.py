"""From the file to a decision on it: facts established, grounds and their facts filled in, grant prepared."""

from datetime import date
from decimal import Decimal

from keurmerk.accounts.models import User
from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import Answer, Application
from keurmerk.applications.queries.outcome import choices, established, file_of, lacking
from keurmerk.applications.service.filling import held, not_now
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Decision
from keurmerk.certification.service import cases
from keurmerk.certification.service import deciding as decisions
from keurmerk.journal.unit import journaled
from rulebook.application.checking import day_of, money_of
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Parameter

OUTCOMES = (Event.GRANT_FIXED, Event.REJECT, Event.LEAVE_ASIDE)


@journaled
def prepare_decision(
    application_id: int, event: Event, *, grounds: list[str], by: User, today: date
) -> Decision:
    """A draft with everything that the file knows; who prepares it completes the text, another signs it.

    Refused while the school still uses a chance, and a grant while something of §2.2 is lacking.
    """
    application = held(application_id)
    if application.state != ApplicationState.SUBMITTED:
        raise not_now(application)
    if event not in OUTCOMES:
        raise refuse("onbekend", "Kies toekennen, afwijzen of buiten behandeling laten.")
    file = file_of(application, today)
    if event is Event.GRANT_FIXED and (open_ends := lacking(file)):
        raise refuse("nog_niet", " ".join(open_ends), "§2.2")
    establish_outcome(application, by=by, today=today)
    decision = decisions.prepare(application.case, event, prepared_by=by)
    chosen = [each for each in choices(file) if each.event is event and each.ground.code in grounds]
    return decisions.fill(
        decision.pk,
        by=by,
        grounds=[each.ground.code for each in chosen],
        texts={"facts_text": "\n\n".join(each.text for each in chosen if each.text)},
        values=_conditions(application) if event is Event.GRANT_FIXED else None,
    )


@journaled
def establish_outcome(application: Application, *, by: User, today: date) -> None:
    """Write down what the assessment shows, so that the table can be asked what is possible."""
    file = file_of(application, today)
    for each in established(file):
        cases.establish(
            application.case,
            each.fact,
            holds=each.holds,
            source=each.source or "Onderzoek naar de Persoon",
            established_by=by,
            today=today,
        )


def _conditions(application: Application) -> dict[Parameter, str]:
    """As the applicant expects them; the scheme sets what it finds right (§2.4)."""
    answer = Answer.objects.filter(application=application, page="meetperiode").first()
    given = answer.values if answer else {}
    start = day_of(given.get("start"))
    turnover = money_of(given.get("omzet")) or Decimal(0)
    return {
        Parameter.PERIOD_START: start.isoformat() if start else "",
        Parameter.MOST_LEARNERS: str(given.get("cursisten") or ""),
        Parameter.MOST_TURNOVER: str(turnover),
    }
