"""Tasks that are done on a screen of their own: handing in is what ends them, never a tick."""

from django.urls import reverse

from keurmerk.certification.models import Task
from keurmerk.reporting.models import Manager, Report
from keurmerk.reporting.service.tasks import ANSWER, STATEMENT, VOG_OF

HERE = (STATEMENT, ANSWER, VOG_OF)


def is_done_elsewhere(task: Task) -> bool:
    return task.code.startswith(HERE)


def page_of(task: Task) -> str:
    """Where this task is done. `is_done_elsewhere` has said that there is such a page."""
    school = task.case.school.public_id
    if task.code == STATEMENT:
        return reverse("school:statement", args=[school])
    if task.code == ANSWER:
        report = Report.objects.filter(case=task.case_id).only("public_id").first()
        return reverse("school:report", args=[report.public_id]) if report else _reports(task)
    number = task.code.removeprefix(VOG_OF)
    manager = Manager.objects.filter(pk=number, school=task.case.school).first() if number.isdigit() else None
    return reverse("school:vog-new", args=[manager.public_id]) if manager else _reports(task)


def _reports(task: Task) -> str:
    return reverse("school:report-list", args=[task.case.school.public_id])
