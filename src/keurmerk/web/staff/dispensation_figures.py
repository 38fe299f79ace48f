"""What the delivered rows tell of a teacher or a course, for who judges. The outcome stays as it is."""

from collections.abc import Iterator
from datetime import date

from keurmerk.assessments.models import Assessment
from keurmerk.assessments.queries import ExplanationFilter, explanation_page, judged_dossier_of
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.queries.granted import last_day
from keurmerk.results.errors import GoneError
from keurmerk.web.components import dutch
from rulebook.dispensations import About, overlap
from rulebook.dispensations.figures import (
    MOST_HOURS,
    CourseFigures,
    Share,
    course_figures,
    share_with_teacher,
)
from rulebook.norms.dossier import Dossier

MOST_SHOWN = 2
SHARES = {"1.7.2.a": "1.7.2.a", "1.7.1.a": "1.7.1.a", "1.7.1.b": "1.7.1.a"}
"""By the norm of the request: the norm whose lessons are counted."""


def figure_lines(dispensation: Dispensation) -> list[str]:
    """Nothing without the code of the delivery, or when the rows are no longer kept."""
    if not dispensation.code:
        return []
    return [line for assessment in _newest(dispensation) for line in _of(dispensation, assessment)]


def _newest(dispensation: Dispensation) -> list[Assessment]:
    """Of the newest deliveries that share a day with it, the newest judgement each."""
    found: dict[int, Assessment] = {}
    rows = Assessment.objects.filter(delivery__school_id=dispensation.school_id)
    for each in rows.select_related("delivery__upload").order_by("-delivery_id", "-number")[:10]:
        if overlap(*_days(dispensation), each.delivery.period) is not None:
            found.setdefault(each.delivery_id, each)
    return list(found.values())[:MOST_SHOWN]


def _days(dispensation: Dispensation) -> tuple[date, date | None]:
    if dispensation.valid_from is None:
        return dispensation.wanted_from, dispensation.wanted_until
    return dispensation.valid_from, last_day(dispensation)


def _of(dispensation: Dispensation, assessment: Assessment) -> Iterator[str]:
    try:
        dossier = judged_dossier_of(assessment)
        told = (
            _course(dispensation, dossier)
            if dispensation.kind_.about is About.COURSE
            else list(_teacher(dispensation, assessment, dossier))
        )
    except GoneError:
        return
    period = assessment.delivery.period
    for line in told:
        yield f"Meetperiode {dutch.period(period.first, period.last)}: {line}"


def _course(dispensation: Dispensation, dossier: Dossier) -> list[str]:
    if not dossier.has("lessons"):
        return []
    attendance = dossier.tables.get("attendance")
    found = course_figures(dossier.tables["lessons"], attendance, dispensation.code)
    if found is None:
        return [f"in de aanlevering staat geen groep ‘{dispensation.code}’ met taallessen."]
    short = "binnen" if found.short else "meer dan"
    third = "niet meer dan" if found.within_a_third else "meer dan"
    if attendance is None:
        return [f"{hours_of(found)}, {short} de {MOST_HOURS}. Aanwezigheid is niet aangeleverd."]
    learners = dutch.plural(found.learners, "Cursist", "Cursisten")
    hours = f"{hours_of(found)}, {short} de {MOST_HOURS}"
    return [f"{hours}; {found.only_here} van {learners} alleen in deze groep gezien, {third} een derde."]


def hours_of(found: CourseFigures) -> str:
    return f"{dutch.number(found.hours, 1)} lesuren"


def _teacher(dispensation: Dispensation, assessment: Assessment, dossier: Dossier) -> Iterator[str]:
    if not dossier.has("lessons"):
        return
    days = overlap(*_days(dispensation), assessment.delivery.period)
    for norm in sorted({SHARES[row.norm] for row in dispensation.norms.all() if row.norm in SHARES}):
        page = explanation_page(
            assessment, ExplanationFilter(norm=norm), size=max(assessment.explanation_rows, 1)
        )
        counted = {row.id: row.counts for row in page.rows}
        if not counted or days is None:
            continue
        lessons = dossier.tables["lessons"]
        now = share_with_teacher(lessons, counted, "", *days)
        then = share_with_teacher(lessons, counted, dispensation.code, *days)
        yield f"Norm {norm}: {_words(now)} zoals berekend, {_words(then)} als deze docent meetelt."


def _words(share: Share) -> str:
    return f"{dutch.ratio(share.numerator, share.denominator)} ({dutch.percent(share.percent)})"
