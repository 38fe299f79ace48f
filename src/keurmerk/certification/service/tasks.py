"""Duties done, and other bodies told."""

from datetime import date

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.enums import Body
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Case, Disclosure, Task
from keurmerk.certification.service import running
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.pieces import Side

TELLS = {"duo_informeren": Body.DUO, "crkbo_informeren": Body.CRKBO}
"""Tasks that are done by telling another body, never by a tick alone."""


@journaled
def ask(case: Case, *, code: str, text: str, side: Side, source: str, due: date) -> Task:
    """A dated duty of one side in a case, asked by an app above this one."""
    task = Task.objects.create(case=case, code=code, side=side, text=text[:300], source=source, due=due)
    running.refresh_next_day([case.pk])
    return task


@journaled
def do_task(task_id: int, *, by: User, today: date, note: str = "") -> Task:
    """Tick a dated duty of one's own side. Ticking it twice changes nothing."""
    task = Task.objects.select_for_update(no_key=True).get(pk=task_id)
    if task.done_on is not None:
        return task
    if task.ended_on is not None or task.due is None:
        raise refuse("geen_taak", "Deze taak staat niet (meer) open.")
    if (task.side == Side.SCHOOL) != (by.role == Role.SCHOOL):
        raise refuse("andere_kant", "Deze taak is van de andere partij.")
    if task.code in TELLS and not hasattr(task, "disclosure"):
        raise refuse("verstrekking", "Leg vast wat u hebt gemeld, aan wie en op welke grond.", "§7.8")
    return _done(task, by, today, note)


@journaled
def disclose(
    case: Case,
    *,
    body: Body,
    what: str,
    ground: str,
    told_by: User,
    today: date,
    body_name: str = "",
    task: Task | None = None,
) -> Disclosure:
    """Write down that another body was told, on which ground; the task that asked for it is done with it."""
    if not what.strip() or not ground.strip():
        raise refuse("grond_ontbreekt", "Vul in wat u meldt en op welke grond.", "§7.8")
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if (same := _told_already(case, task, body, what, today)) is not None:
        return same
    told = Disclosure.objects.create(
        case=case,
        task=task,
        body=body,
        body_name=body_name.strip(),
        what=what.strip(),
        ground=ground.strip(),
        told_on=today,
        told_by=told_by,
    )
    journal.record(
        actor=told_by,
        kind="disclosure.made",
        subject=case,
        payload={"body": body.value, "on": today.isoformat()},
        ground=told.ground,
    )
    if task is not None and task.done_on is None:
        _done(task, told_by, today, "")
    return told


def _told_already(case: Case, task: Task | None, body: Body, what: str, today: date) -> Disclosure | None:
    """A task is told once; the same thing to the same body on the same day is a button pressed twice."""
    told = case.disclosures.all()
    if task is not None:
        return told.filter(task=task).first()
    return told.filter(task=None, body=body, what=what.strip(), told_on=today).first()


def _done(task: Task, by: User, today: date, note: str) -> Task:
    task.done_on, task.done_by, task.note = today, by, note.strip()
    task.save(update_fields=["done_on", "done_by", "note"])
    running.refresh_next_day([task.case_id])
    journal.record(actor=by, kind="task.done", subject=task.case, payload={"task": task.code})
    return task
