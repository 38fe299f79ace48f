"""Where a school stands over a measuring period: the newest judgement of the delivery that holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from keurmerk.assessments.models import Assessment
from keurmerk.organisations.models import School
from keurmerk.web.components.stars import Stars, stars_of
from keurmerk.web.components.verdicts import Look
from keurmerk.web.outcomes.advice import AdviceText, advice_text
from keurmerk.web.outcomes.norm_lines import NormGroup, computed, norm_groups, tally
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.editions import LATEST


@dataclass(frozen=True)
class Standing:
    assessment: Assessment

    @cached_property
    def outcome(self) -> Mapping[str, Any]:
        return self.assessment.outcome

    @property
    def advice(self) -> AdviceText:
        return advice_text(self.outcome)

    @property
    def stars(self) -> Stars:
        return stars_of(self.outcome["sterren"], self.outcome["handleiding"] or LATEST)

    @property
    def tally(self) -> tuple[tuple[Look, int], ...]:
        return tally(computed(self.outcome["normen"]))

    @property
    def groups(self) -> tuple[NormGroup, ...]:
        return norm_groups(self.outcome, lambda _row: None)


def standing_of(school: School, period: MeasuringPeriod) -> Standing | None:
    """One query: the newest delivery of the period, and of that the newest judgement."""
    found = (
        Assessment.objects.filter(
            delivery__school=school,
            delivery__period_first=period.first,
            delivery__period_last=period.last,
        )
        .select_related("delivery__upload", "delivery__school")
        .order_by("-delivery_id", "-number")
        .first()
    )
    return Standing(found) if found else None
