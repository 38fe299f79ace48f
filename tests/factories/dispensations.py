"""Requests for an exception or dispensation, brought as far as a test needs by the verbs that do it."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.certification.models import Certificate
from keurmerk.dispensations import service
from keurmerk.dispensations.enums import Advice
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.service import Advised, Asked, NormAdvice
from keurmerk.documents.examining import ExaminedFile, examine
from keurmerk.organisations.models import School
from rulebook.dispensations import About, Code, Effect, kind_of
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.states import State as CertificateState
from tests.factories.case_rows import put_in
from tests.factories.certification import make_decider, make_staff, noon
from tests.factories.organisations import make_school, make_school_user

TEXT = "De docent gaf al twaalf jaar ONA-lessen bij een andere school."
REASONS = "Alle competenties blijken uit de stukken."


def a_file(name: str = "bewijs.txt") -> ExaminedFile:
    return examine(data=f"Bewijsstuk {name}\n".encode(), filename=name)


def files_for(of: Code) -> dict[str, list[ExaminedFile]]:
    """Everything that must be handed in."""
    return {each.code: [a_file(f"{each.code}.txt")] for each in kind_of(of).evidence if each.required}


def wish(of: Code = Code.ONA_TEACHER, *, today: date, **given: Any) -> Asked:
    """A request with all that its kind asks."""
    kind = kind_of(of)
    fields: dict[str, Any] = {
        "kind": of,
        "text": TEXT,
        "named": "" if kind.about is About.SCHOOL else "A. Voorbeeld",
        "files": files_for(of),
    }
    if kind.of_period:
        first = date(today.year, 1, 1)
        fields |= {"period": MeasuringPeriod.starting(first), "norms": ["2.13"]}
    else:
        until = today + timedelta(days=90) if kind.longest_months else None
        fields |= {"wanted_from": today, "wanted_until": until}
    return Asked(**(fields | given))


def make_asked(
    school: School | None = None, of: Code = Code.ONA_TEACHER, *, today: date | None = None, **given: Any
) -> Dispensation:
    day = today or timezone.localdate()
    chosen = school or make_school()
    if not Certificate.objects.filter(school=chosen).exists():
        put_in(CertificateState.INDEFINITE, school=chosen)
    asker = chosen.memberships.first()
    by = asker.user if asker else make_school_user(chosen)
    return service.ask(chosen, wish(of, today=day, **given), by=by, today=day)


def judge_all(dispensation: Dispensation, *, today: date, holds: bool = True, by: User | None = None) -> None:
    points = {each.code: (holds, "Blijkt uit de stukken.") for each in dispensation.kind_.conditions}
    service.judge(dispensation.pk, points, by=by or make_staff(), today=today)


def advice_for(dispensation: Dispensation, *, advice: Advice = Advice.GRANT, **given: Any) -> Advised:
    """To grant what was asked, for every norm that was named."""
    kind = dispensation.kind_
    effect = kind.effects[0]
    limit = Decimal(70) if effect is Effect.OTHER_LIMIT else None
    fields: dict[str, Any] = {
        "advice": advice,
        "text": REASONS,
        "norms": [NormAdvice(row.norm, effect, limit) for row in dispensation.norms.all()],
        "valid_from": dispensation.wanted_from,
        "valid_until": dispensation.wanted_until,
        "conditions": "De school meldt het als de docent vertrekt.",
    }
    return Advised(**(fields | given))


def make_advised(
    school: School | None = None,
    of: Code = Code.ONA_TEACHER,
    *,
    today: date | None = None,
    adviser: User | None = None,
    advice: Advice = Advice.GRANT,
    advised: dict[str, Any] | None = None,
    **given: Any,
) -> Dispensation:
    day = today or timezone.localdate()
    asked = make_asked(school, of, today=day, **given)
    judge_all(asked, today=day)
    advised_ = advice_for(asked, advice=advice, **(advised or {}))
    return service.advise(asked.pk, advised_, by=adviser or make_staff(), today=day)


def make_granted(
    school: School | None = None,
    of: Code = Code.ONA_TEACHER,
    *,
    today: date | None = None,
    decider: User | None = None,
    **given: Any,
) -> Dispensation:
    """Granted, with its sealed letter."""
    day = today or timezone.localdate()
    advised = make_advised(school, of, today=day, **given)
    return service.decide(advised.pk, REASONS, by=decider or make_decider(), now=noon(day))


def dispensation_of(school: School) -> Dispensation:
    """One that waits for a judgement."""
    return Dispensation.objects.filter(school=school).first() or make_asked(school)
