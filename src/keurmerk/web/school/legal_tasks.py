"""What a school must do in its cases, nearest date first: answer, file, supply, and its dated tasks."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from keurmerk.certification.enums import IntentionState
from keurmerk.certification.queries.school import Living
from keurmerk.web.components import dutch
from keurmerk.web.components.terms import left
from keurmerk.web.school.reporting_tasks import is_done_elsewhere
from keurmerk.web.school.tasks_to_do import Task
from rulebook.lifecycle.states import ObjectionState, PlanState


def legal_tasks(living: Living, today: date) -> tuple[Task, ...]:
    return tuple(task for _, task in sorted(_dated(living, today), key=lambda found: found[0]))


def _dated(living: Living, today: date) -> Iterator[tuple[date, Task]]:
    for intention in living.intentions:
        if intention.state in {IntentionState.SENT, IntentionState.PASSED}:
            title = f"Reageer op het voornemen: {intention.kind_.words}"
            yield _line(
                intention.respond_by, title, today, "intention", intention.public_id, "Lees en reageer"
            )
    for plan in living.plans:
        if plan.state_ in {PlanState.ASKED, PlanState.MISSED}:
            title = "Dien een plan van aanpak in"
            yield _line(plan.file_by, title, today, "plan", plan.public_id, "Naar het plan")
    for objection in living.objections:
        if objection.state_ is ObjectionState.IN_REPAIR and objection.repair_by:
            title = f"Vul uw bezwaar tegen {objection.decision.reference} aan"
            yield _line(
                objection.repair_by, title, today, "objection-repair", objection.public_id, "Aanvullen"
            )
    for task in living.dated_tasks:
        if task.due is not None:
            link = "Doe dit nu" if is_done_elsewhere(task) else "Vink af"
            yield _line(task.due, task.text, today, "task", task.public_id, link, task.source)


def _line(
    day: date, title: str, today: date, page: str, key: object, link: str, source: str = ""
) -> tuple[date, Task]:
    days = (day - today).days
    ground = f" Grond: {source}." if source else ""
    text = f"Uiterlijk {dutch.day(day)} ({left(days)}).{ground}"
    tone = "bad" if days < 0 else "warn"
    return day, Task(title, text, reverse(f"school:{page}", args=[key]), link, tone)
