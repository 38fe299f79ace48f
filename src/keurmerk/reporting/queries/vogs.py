"""Of every member of the management the newest certificate, and what is wrong with it on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from keurmerk.organisations.models import School
from keurmerk.reporting.enums import VogState
from keurmerk.reporting.models import Manager, Vog
from rulebook.application import vog as rules
from rulebook.application.vog import VogFault


@dataclass(frozen=True, slots=True)
class VogLine:
    """`owed`: in a language centre the factual manager's stands for that of the board (noot 4)."""

    manager: Manager
    newest: Vog | None
    refused: Vog | None
    owed: bool
    faults: tuple[VogFault, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        return tuple(rules.FAULT_WORDS[fault] for fault in self.faults)

    @property
    def confirmed(self) -> bool:
        return self.newest is not None and self.newest.state == VogState.CONFIRMED


def lines_of(school: School, on: date) -> list[VogLine]:
    """Of those who manage the school on this day, in two queries."""
    return _lines(managers_of([school], on), on)


def all_lines(schools: Iterable[School], on: date) -> list[tuple[School, VogLine]]:
    """The same for many schools, in a fixed number of queries."""
    managers, found = managers_of(schools, on), []
    by_school: dict[int, list[Manager]] = {}
    for manager in managers:
        by_school.setdefault(manager.school_id, []).append(manager)
    for group in by_school.values():
        found += [(line.manager.school, line) for line in _lines(group, on)]
    return found


def managers_of(schools: Iterable[School], on: date) -> list[Manager]:
    vogs = Prefetch("vogs", Vog.objects.select_related("document", "judged_by").order_by("-issued_on", "-pk"))
    found = Manager.objects.filter(school__in=list(schools)).on(on).select_related("school")
    return list(found.order_by("school__name", "school_id", "pk").prefetch_related(vogs))


def _lines(managers: list[Manager], on: date) -> list[VogLine]:
    centre = any(each.leads_centre for each in managers)
    owed = rules.owe_vog(tuple(each.as_rule() for each in managers), language_centre=centre)
    return [_line(each, on, owed=each.as_rule() in owed) for each in managers]


def _line(manager: Manager, on: date, *, owed: bool) -> VogLine:
    vogs = list(manager.vogs.all())
    newest = next((vog for vog in vogs if vog.state != VogState.REFUSED), None)
    refused = next((vog for vog in vogs if vog.state == VogState.REFUSED), None)
    if newest is not None and refused is not None and refused.pk < newest.pk:
        refused = None
    faults = rules.faults(newest.as_rule() if newest else None, manager.as_rule(), on) if owed else ()
    return VogLine(manager, newest, refused, owed, faults)
