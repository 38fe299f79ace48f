"""What was handed in by one school, period by period, each with its newest judgement."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from keurmerk.assessments.models import Assessment
from keurmerk.web.components.stars import Stars, stars_of
from keurmerk.web.components.verdicts import ADVICE, Look
from keurmerk.web.outcomes.periods import words
from rulebook.norms.editions import LATEST


@dataclass(frozen=True, slots=True)
class Delivered:
    assessment: Assessment
    href: str
    period_words: str
    look: Look
    stars: Stars
    holds: bool
    """The newest delivery of its period: this one counts."""


def newest_per_delivery(assessments: QuerySet[Assessment], namespace: str) -> list[Delivered]:
    """The latest period first, and within it the newest delivery first."""
    found: dict[int, Assessment] = {}
    ordered = assessments.select_related("delivery__upload").order_by(
        "-delivery__period_first", "-delivery__period_last", "-delivery_id", "-number"
    )
    for assessment in ordered:
        found.setdefault(assessment.delivery_id, assessment)
    counted: set[tuple[object, object]] = set()
    return [_delivered(assessment, namespace, counted) for assessment in found.values()]


def _delivered(assessment: Assessment, namespace: str, counted: set[tuple[object, object]]) -> Delivered:
    outcome, delivery = assessment.outcome, assessment.delivery
    period = (delivery.period_first, delivery.period_last)
    holds = period not in counted
    counted.add(period)
    return Delivered(
        assessment,
        reverse(f"{namespace}:outcome", args=[assessment.public_id]),
        words(delivery.period),
        ADVICE[outcome["advies"]["advies"]],
        stars_of(outcome["sterren"], outcome["handleiding"] or LATEST),
        holds,
    )
