"""What a school must do now, nearest date first, each with the page where it is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from keurmerk.organisations.models import School
from keurmerk.results.enums import UploadState
from keurmerk.results.models import Upload
from keurmerk.web.components import dutch
from keurmerk.web.outcomes.periods import PARAMETER, RESULTS, Deadline, code, deadlines, following, words
from keurmerk.web.outcomes.standing import Standing
from rulebook.kernel.period import MeasuringPeriod


@dataclass(frozen=True, slots=True)
class Task:
    title: str
    text: str
    href: str
    link: str
    tone: str = "info"


def tasks_to_do(
    school: School, period: MeasuringPeriod, uploads: Sequence[Upload], standing: Standing | None, today: date
) -> tuple[Task, ...]:
    """`uploads` are those of this period, the newest first."""
    newest = uploads[0] if uploads else None
    tasks = [] if newest is None else list(_about(newest))
    if standing is None and (newest is None or newest.state == UploadState.WITHDRAWN):
        tasks.append(_deliver(school, period, today))
    if standing is not None and due_of(period, today).over:
        tasks.append(_next(school, following(period), today))
    return tuple(tasks)


def _deliver(school: School, period: MeasuringPeriod, today: date) -> Task:
    due = due_of(period, today)
    new = reverse("school:upload-new", args=[school.public_id])
    return Task(
        "Lever de gegevens van deze Meetperiode aan",
        _when(due),
        f"{new}?{PARAMETER}={code(period)}",
        "Gegevens aanleveren",
        "warn" if due.over else "info",
    )


def _next(school: School, period: MeasuringPeriod, today: date) -> Task:
    """What comes after a period that is done, and from when."""
    due = due_of(period, today)
    opens = f"kan vanaf {dutch.day(due.opens)} en " if due.opens and due.opens > today else ""
    here = reverse("school:school", args=[school.public_id])
    return Task(
        f"De volgende Meetperiode: {words(period)}",
        f"Resultaatgegevens aanleveren {opens}moet uiterlijk op {dutch.day(due.last)} ({due.left}).",
        f"{here}?{PARAMETER}={code(period)}",
        "Naar die Meetperiode",
    )


def due_of(period: MeasuringPeriod, today: date) -> Deadline:
    return next(deadline for deadline in deadlines(period, today) if deadline.what == RESULTS)


def _when(due: Deadline) -> str:
    if due.over:
        return f"De laatste dag was {dutch.day(due.last)} ({due.left}). Eerst ziet u een proef."
    return f"Uiterlijk {dutch.day(due.last)} ({due.left}). Eerst ziet u een proef."


def _about(upload: Upload) -> Iterator[Task]:
    href = reverse("school:upload", args=[upload.public_id])
    name = f"Aanlevering {upload.number}"
    match upload.state:
        case UploadState.REFUSED:
            count = dutch.plural(upload.problem_count, "fout", "fouten")
            yield Task(
                f"{name} heeft {count}", "Herstel ze en lever opnieuw aan.", href, "Bekijk de fouten", "bad"
            )
        case UploadState.CHECKED:
            yield Task(
                f"{name} is gecontroleerd, maar nog niet ingediend",
                "Bekijk hoe de normen zouden uitkomen, en dien in.",
                href,
                "Bekijk en dien in",
                "warn",
            )
        case UploadState.RECEIVED | UploadState.CHECKING:
            yield Task(f"{name} wordt gecontroleerd", "Dat gaat vanzelf door.", href, "Bekijk de voortgang")
        case UploadState.FAILED:
            yield Task(
                f"De controle van aanlevering {upload.number} is niet gelukt",
                upload.failure,
                href,
                "Probeer opnieuw",
                "warn",
            )
        case _:
            return
