"""Who manages a school: entered with a report, by the school or from its application; ended on leaving."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Manager
from rulebook.application.reports import EARLIEST
from rulebook.application.vog import same_name


@journaled
def enter_manager(
    school: School,
    *,
    name: str,
    function: str,
    since: date | None,
    entered_by: User | None,
    leads_centre: bool = False,
) -> Manager:
    """Somebody of whom a certificate is asked. The same name once more is the member that is known."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    name, function = " ".join(name.split()), " ".join(function.split())
    if not name or not function:
        raise refuse("leeg", "Vul de naam en de functie in.", "Norm 1.2.4")
    if since is not None and since < EARLIEST:
        raise refuse("sinds", "Deze dag ligt voor 2000. Controleer het jaar.", "Norm 1.2.4")
    now = Manager.objects.filter(school=school, until=None)
    if (known := next((each for each in now if same_name(each.name, name)), None)) is not None:
        return known
    manager = Manager.objects.create(
        school=school,
        name=name,
        function=function,
        since=since,
        leads_centre=leads_centre,
        entered_by=entered_by,
    )
    journal.record(actor=entered_by or SYSTEM, kind="manager.entered", subject=manager, payload={})
    return manager


@journaled
def end_manager(manager: Manager, *, until: date, by: User, today: date) -> Manager:
    """No certificate is asked of somebody who left; an open task for it ends with the next look (chores)."""
    held = Manager.objects.select_for_update(no_key=True).get(pk=manager.pk)
    if held.until is not None:
        return held
    if held.since is not None and until < held.since:
        raise refuse("tot_en_met", f"Deze dag ligt voor de eerste dag: {held.since:%d-%m-%Y}.", "Norm 1.2.4")
    held.until = until
    held.save(update_fields=["until"])
    payload = {"until": until.isoformat(), "on": today.isoformat()}
    journal.record(actor=by, kind="manager.ended", subject=held, payload=payload)
    return held
