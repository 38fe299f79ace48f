"""Every application on one line: its state, both legal terms, the nearest date, who handles it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import Application, Chance
from keurmerk.applications.models.application import OPEN
from keurmerk.certification.models import Term

BY_LAW, BY_HANDBOOK = "aanvraag_awb", "aanvraag_handleiding"
CLOCKS = (BY_LAW, BY_HANDBOOK)
ALL = "alle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    application: Application
    by_law: date | None
    """The last day by the Awb; None while the term does not run."""
    by_handbook: date | None
    """The last of the eight weeks from the complete application (§2.4)."""
    chance: Chance | None
    """The opportunity that the school uses now."""

    @property
    def next_day(self) -> date | None:
        """Of the case; of a draft the day after which it goes."""
        if self.application.state == ApplicationState.DRAFT:
            return self.application.expires_on
        return self.application.case.next_day if self.application.is_open else None

    @property
    def next_what(self) -> str:
        if self.application.state == ApplicationState.DRAFT:
            return "concept vervalt"
        return self.application.case.next_what if self.application.is_open else ""


def overview(state: str, *, handler: int | None = None, nobody: bool = False) -> list[Line]:
    """Those in a state; without one, every open one. As many queries for a hundred as for one."""
    found = Application.objects.select_related("school", "case__handler")
    if state in ApplicationState.values:
        found = found.filter(state=state)
    elif state != ALL:
        found = found.filter(state__in=OPEN)
    if handler is not None:
        found = found.filter(case__handler_id=handler)
    if nobody:
        found = found.filter(case__handler=None)
    applications = list(found)
    clocks = _clocks(each.case_id for each in applications)
    chances = {
        each.application_id: each
        for each in Chance.objects.filter(application__in=applications, answered_at=None, missed_on=None)
    }
    lines = [
        Line(
            application=each,
            by_law=clocks.get((each.case_id, BY_LAW)) if each.is_open else None,
            by_handbook=clocks.get((each.case_id, BY_HANDBOOK)) if each.is_open else None,
            chance=chances.get(each.pk),
        )
        for each in applications
    ]
    return sorted(
        lines, key=lambda line: (line.next_day is None, line.next_day or date.max, line.application.pk)
    )


def _clocks(cases: Iterable[int]) -> dict[tuple[int, str], date]:
    rows = Term.objects.filter(case__in=list(cases), code__in=CLOCKS, ended_on=None)
    return {(case, code): day for case, code, day in rows.values_list("case_id", "code", "last_day")}
