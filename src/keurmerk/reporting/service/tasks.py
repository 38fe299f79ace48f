"""Tasks in the case of a report, a statement or a certificate, and closing the case when nothing is left."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.counting import compute
from keurmerk.certification.models import Case, Task
from keurmerk.certification.service import cases, tasks
from rulebook.application.reports import FOLLOW_WORDS, Follow
from rulebook.lifecycle.pieces import Side

WORKING_DAYS_TO_ACT = 10
"""The handbook gives the scheme no term to act on a report: an agreement of the office (RP-5)."""
NEW_MANAGER_VOG = "vog_nieuw"
ANSWER = "melding_aanvullen"
STATEMENT = "managementverklaring"
LOOK_AT_VOG = "vog_bekijken"
VOG_OF = "vog_van_"


def code_of_manager(manager_id: int) -> str:
    return f"{VOG_OF}{manager_id}"


def follow_up(case: Case, follow: Follow, *, source: str, today: date) -> Task:
    return for_scheme(case, follow.value, FOLLOW_WORDS[follow], source=source, today=today)


def for_scheme(case: Case, code: str, text: str, *, source: str, today: date) -> Task:
    facts = {"vanaf": today.isoformat(), "aantal": WORKING_DAYS_TO_ACT}
    due = compute("werkdagen", facts, source).last_day
    return tasks.ask(case, code=code, text=text, side=Side.SCHEME, source=source, due=due)


def for_school(case: Case, code: str, text: str, *, source: str, due: date) -> Task:
    return tasks.ask(case, code=code, text=text, side=Side.SCHOOL, source=source, due=due)


def open_with(case: Case, code: str) -> Task | None:
    return case.tasks.filter(code=code, done_on=None, ended_on=None).first()


def done(task: Task | None, *, by: User, today: date, note: str = "") -> None:
    if task is not None and task.done_on is None:
        tasks.do_task(task.pk, by=by, today=today, note=note)


def close_when_empty(case: Case, *, closed_by: User, today: date) -> None:
    """A case in which something still runs stays open, for who works on that."""
    waiting = case.tasks.filter(done_on=None, ended_on=None, due__isnull=False).exists()
    if waiting or case.terms.filter(ended_on=None).exists():
        return
    if not case.decisions.filter(state__in=["concept", "voorgelegd"]).exists():
        cases.close_case(case, closed_by=closed_by, today=today)
