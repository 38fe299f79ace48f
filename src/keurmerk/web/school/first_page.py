"""The legal side of Mijn keurmerk: status, calendar, terms, tasks and decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from keurmerk.certification.models import Certificate, Term
from keurmerk.certification.queries.rights import TO_OBJECT
from keurmerk.certification.queries.school import Living, own_periods, standard_periods
from keurmerk.results.enums import UploadState
from keurmerk.results.models import Upload
from keurmerk.web.components import dutch
from keurmerk.web.outcomes import periods
from keurmerk.web.outcomes.periods import Deadline
from keurmerk.web.school.legal_tasks import legal_tasks
from keurmerk.web.school.shown_terms import shown
from keurmerk.web.school.status_words import status_words
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.conditions import excesses

LEARNERS = "cursisten"
SHOWN_DECISIONS = 3


@dataclass(frozen=True, slots=True)
class PeriodCalendar:
    """The dates of table 1 of one period; without a year of the cycle it is nobody's own yet."""

    words: str
    lines: tuple[Deadline, ...]
    year: int | None = None
    extended: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """A condition of the fixed term beside what was delivered last."""

    what: str
    most: str
    found: str
    over: bool


def legal_context(living: Living, uploads: Sequence[Upload], today: date) -> dict[str, Any]:
    certificate = living.certificate
    return {
        "living": living,
        "certificate": certificate,
        "status": status_words(certificate),
        "legal_todo": legal_tasks(living, today),
        "terms": [shown(term, today, about(term, living)) for term in living.terms],
        "calendars": calendars(living, today),
        "newest_decisions": living.decisions[:SHOWN_DECISIONS],
        "conditions": conditions(certificate, uploads),
    }


def about(term: Term, living: Living) -> str:
    """Which decision can be objected against, else which case it is."""
    against = [each for each in living.decisions if term.code == TO_OBJECT and each.pk == term.subject_id]
    return against[0].reference if against else str(term.case).lower()


def calendars(living: Living, today: date) -> tuple[PeriodCalendar, ...]:
    """Of the holder's own periods; of the three that can be chosen for who has none."""
    own = own_periods(living.certificate, living.changes, today) if living.certificate else ()
    if own:
        return tuple(
            PeriodCalendar(
                periods.words(each.period),
                periods.deadlines(each.period, today),
                each.year,
                each.period.extended,
                open=place == 0,
            )
            for place, each in enumerate(own)
        )
    return tuple(_standard(period, today) for period in standard_periods(today))


def _standard(period: MeasuringPeriod, today: date) -> PeriodCalendar:
    return PeriodCalendar(periods.words(period), periods.deadlines(period, today))


def conditions(certificate: Certificate | None, uploads: Sequence[Upload]) -> tuple[ConditionLine, ...]:
    """Empty without conditions. What a delivery does not tell, as the turnover, is not compared."""
    if certificate is None or certificate.state_.held is None:
        return ()
    committed = [upload for upload in uploads if upload.state == UploadState.COMMITTED]
    newest = max(committed, key=lambda upload: (upload.period_first, upload.number), default=None)
    learners = newest.rows_by_table.get(LEARNERS) if newest else None
    over = {each.what for each in excesses(certificate.conditions, learners=learners or 0, turnover=None)}
    found = []
    if certificate.most_learners is not None:
        told = dutch.number(learners) if learners is not None else "nog niets aangeleverd"
        most = dutch.number(certificate.most_learners)
        found.append(ConditionLine("Cursisten", most, told, "Cursisten" in over))
    if certificate.most_turnover is not None:
        most = dutch.euro(Decimal(certificate.most_turnover))
        found.append(ConditionLine("Omzet", most, "staat niet in de aanlevering", over=False))
    return tuple(found)
