"""A school asks: what it names, for when, with what must be handed in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.models import Case, Certificate
from keurmerk.certification.queries.ended_marks import OVER
from keurmerk.certification.service import cases
from keurmerk.dispensations.enums import OPEN
from keurmerk.dispensations.models import Dispensation, DispensationNorm
from keurmerk.dispensations.service.evidence import add_evidence
from keurmerk.dispensations.service.running import DECIDE, note, start, tell
from keurmerk.documents.examining import ExaminedFile
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from rulebook.dispensations import About, Code, Kind, Nature, kind_of, last_day_to_ask, may_be_asked
from rulebook.kernel.period import MeasuringPeriod, add_months
from rulebook.lifecycle.machine import Obstacle
from rulebook.norms.catalogue import catalogue
from rulebook.norms.editions import LATEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`norms` only where the school names them; `period` only where it is asked for one."""

    kind: Code
    text: str
    named: str = ""
    code: str = ""
    wanted_from: date | None = None
    wanted_until: date | None = None
    period: MeasuringPeriod | None = None
    norms: Collection[str] = ()
    late_because: str = ""
    files: Mapping[str, Sequence[ExaminedFile]] = field(default_factory=dict)


@journaled
def ask(school: School, asked: Asked, *, by: User, today: date) -> Dispensation:
    """The same asked twice is one request: the first stays while it waits for a decision."""
    certificate = Certificate.objects.filter(school=school).select_related("school").first()
    if certificate is None:
        raise refuse(
            "geen_keurmerk",
            "Dit kan vanaf de aanvraag van het Keurmerk. Sluit eerst een overeenkomst met Blik op Werk.",
        )
    Certificate.objects.select_for_update(no_key=True).get(pk=certificate.pk)
    if certificate.state_ in OVER:
        raise refuse("geen_houder", "Dit kan alleen zolang de school het Keurmerk heeft of aanvraagt.")
    kind = kind_of(asked.kind)
    if (same := _same(school, asked)) is not None:
        return same
    if found := asking_obstacles(kind, asked, today):
        raise NotPossibleError(*found)
    case = cases.open_case(
        certificate,
        CaseKind.REQUEST,
        title=f"{kind.nature.value.capitalize()}: {kind.title}",
        opened_by=by,
        today=today,
    )
    dispensation = _made(case, kind, asked, by, today)
    add_evidence(dispensation, asked.files, by=by)
    received: dict[str, object] = {"ontvangen_op": today.isoformat(), "opschortingen": []}
    term = start(dispensation, DECIDE, received, on=today)
    tell(dispensation, "school_dispensation_received", {"decide_by": term.last_day}, today=today)
    note(
        dispensation,
        "asked",
        by,
        {"what": kind.code.value, "norms": sorted(_norms(kind, asked)), "late": dispensation.late},
    )
    return dispensation


def asking_obstacles(kind: Kind, asked: Asked, today: date) -> tuple[Obstacle, ...]:
    """Everything that stands in the way, at once. Codes name the field, `stuk:CODE` a document."""
    if not may_be_asked(kind, today):
        ended = f"gold tot en met {kind.in_force_until:%d-%m-%Y}" if kind.in_force_until else "geldt nog niet"
        text = f"‘{kind.title}’ {ended} en is niet meer te vragen."
        return (Obstacle("verlopen", text, kind.source),)
    found = [*_text_obstacles(kind, asked), *_evidence_obstacles(kind, asked)]
    found += _period_obstacles(kind, asked, today) if kind.of_period else _day_obstacles(kind, asked, today)
    return tuple(found)


def _text_obstacles(kind: Kind, asked: Asked) -> list[Obstacle]:
    found = []
    if kind.about is not About.SCHOOL and not asked.named.strip():
        found.append(Obstacle("named", f"Vul in om welke {kind.about.value} het gaat.", kind.source))
    if not asked.text.strip():
        found.append(Obstacle("text", "Leg uit wat u vraagt en waarom.", kind.source))
    return found


def _evidence_obstacles(kind: Kind, asked: Asked) -> list[Obstacle]:
    return [
        Obstacle(f"stuk:{each.code}", f"Voeg dit stuk toe: {each.text}.", kind.source)
        for each in kind.evidence
        if each.required and not asked.files.get(each.code)
    ]


def _day_obstacles(kind: Kind, asked: Asked, today: date) -> list[Obstacle]:
    first, last = asked.wanted_from, asked.wanted_until
    if first is None:
        return [Obstacle("wanted_from", "Vul in vanaf welke dag u dit vraagt.", kind.source)]
    if kind.nature is Nature.DISPENSATION and first < today:
        text = "Een ontheffing werkt niet terug. Kies een dag vanaf vandaag."
        return [Obstacle("wanted_from", text, kind.source)]
    if first < kind.in_force_from:
        text = f"Deze regel geldt vanaf {kind.in_force_from:%d-%m-%Y}. Kies die dag of een latere."
        return [Obstacle("wanted_from", text, kind.source)]
    if last is not None and last < first:
        return [Obstacle("wanted_until", "De laatste dag ligt voor de eerste.", kind.source)]
    long = too_long(kind, first, last)
    return [Obstacle("wanted_until", long, kind.source)] if long else []


def too_long(kind: Kind, first: date, last: date | None) -> str | None:
    """Why these days are more than the kind allows; None when they are not."""
    if kind.longest_months is None:
        return None
    most = add_months(first, kind.longest_months)
    if last is not None and last <= most:
        return None
    return f"Dit kan hoogstens {kind.longest_months} maanden duren: tot en met {most:%d-%m-%Y}."


def _period_obstacles(kind: Kind, asked: Asked, today: date) -> list[Obstacle]:
    found = []
    if asked.period is None:
        found.append(Obstacle("period", "Kies de Meetperiode waarover u dit vraagt.", kind.source))
    elif asked.period.last < today:
        text = "Deze Meetperiode is voorbij. Neem contact op met Blik op Werk."
        found.append(Obstacle("period", text, kind.source))
    elif _is_late(kind, asked.period, today) and not asked.late_because.strip():
        last_day = last_day_to_ask(kind, asked.period)
        text = f"De laatste dag om dit te vragen was {last_day:%d-%m-%Y}. Leg uit waarom u later vraagt."
        found.append(Obstacle("late_because", text, kind.source))
    if not asked.norms:
        found.append(Obstacle("norms", "Kies ten minste één Norm.", kind.source))
    elif set(asked.norms) - _known_norms():
        found.append(Obstacle("norms", "Kies Normen uit de lijst.", kind.source))
    return found


def _is_late(kind: Kind, period: MeasuringPeriod, today: date) -> bool:
    last_day = last_day_to_ask(kind, period)
    return last_day is not None and today > last_day


def _known_norms() -> set[str]:
    return {norm.number for norm in catalogue(LATEST)}


def _norms(kind: Kind, asked: Asked) -> set[str]:
    return set(kind.norms or asked.norms)


def _same(school: School, asked: Asked) -> Dispensation | None:
    """A button pressed twice, or the same wish again."""
    waiting = Dispensation.objects.filter(school=school, kind=asked.kind, state__in=sorted(OPEN))
    if asked.period is not None:
        waiting = waiting.filter(period_first=asked.period.first)
    return waiting.filter(named__iexact=asked.named.strip()).first()


def _made(case: Case, kind: Kind, asked: Asked, by: User, today: date) -> Dispensation:
    period = asked.period if kind.of_period else None
    first = period.first if period else asked.wanted_from
    dispensation = Dispensation.objects.create(
        case=case,
        school=case.school,
        kind=kind.code,
        reference=f"K-{case.number:06d}",
        named=asked.named.strip(),
        code=asked.code.strip(),
        text=asked.text.strip(),
        period_first=period.first if period else None,
        period_last=period.last if period else None,
        wanted_from=first or today,
        wanted_until=period.last if period else asked.wanted_until,
        asked_on=today,
        asked_by=by,
        ask_by=last_day_to_ask(kind, period) if period else None,
        late_because=asked.late_because.strip(),
    )
    for norm in sorted(_norms(kind, asked)):
        DispensationNorm.objects.create(dispensation=dispensation, norm=norm)
    return dispensation
