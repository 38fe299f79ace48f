"""What a school is allowed beside its norms: told everywhere that an outcome is shown, never part of it.

An outcome is rendered once and kept. What was granted can change any day, so the kept page has marks, and
each showing fills them. The verdict stays as it was computed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from keurmerk.assessments.models import Assessment
from keurmerk.certification.letter_data.wording import paragraphs
from keurmerk.dispensations import queries
from keurmerk.dispensations.models import Dispensation
from keurmerk.organisations.models import School
from keurmerk.web.components import dutch
from rulebook.dispensations import Allowance, Standing
from rulebook.kernel.period import MeasuringPeriod

SHORT, LONG = "kort", "lang"
MARK = re.compile(rf"<!--toegestaan:({SHORT}|{LONG}):([0-9a-z.]+)-->")
WITH_PAGE = frozenset({"school", "staff"})
"""Audiences with a page for a dispensation; an auditor reads the conditions beside the norm."""
BEFORE: Mapping[Standing, str] = {
    Standing.LAWFUL: "Niet voldaan, maar toegestaan:",
    Standing.PARTLY: "Niet voldaan, deels toegestaan:",
    Standing.TO_ESTABLISH: "Niet voldaan; nog vast te stellen of dat is toegestaan:",
    Standing.NOT: "Niet voldaan, en niet toegestaan:",
    Standing.HOLDS: "Voor deze Norm geldt:",
}
AFTER: Mapping[Standing, str] = {
    Standing.LAWFUL: "",
    Standing.PARTLY: "Dat is niet de hele Meetperiode. Blik op Werk beoordeelt wat dat betekent.",
    Standing.TO_ESTABLISH: "Blik op Werk stelt vast of de Norm hiermee is gehaald.",
    Standing.NOT: "Ook hiermee is de Norm niet gehaald.",
    Standing.HOLDS: "",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One dispensation beside one norm."""

    standing: Standing
    norm: str
    nature: str
    reference: str
    title: str
    days: str
    effect: str
    conditions: tuple[str, ...]
    source: str
    href: str

    @property
    def before(self) -> str:
        return BEFORE[self.standing]

    @property
    def after(self) -> str:
        return AFTER[self.standing]

    @property
    def lawful(self) -> bool:
        return self.standing is Standing.LAWFUL


@dataclass(frozen=True, slots=True)
class Allowances:
    """All lines of one outcome, by norm."""

    lines: tuple[Line, ...] = ()

    @property
    def lawful(self) -> tuple[Line, ...]:
        """One line for each norm that is failed lawfully."""
        found = {line.norm: line for line in reversed(self.lines) if line.lawful}
        return tuple(found[norm] for norm in sorted(found))

    def html(self, norm: str, length: str = LONG) -> SafeString:
        mine = [line for line in self.lines if line.norm == norm]
        if not mine:
            return SafeString("")
        context = {"allowed": mine, "long": length == LONG}
        return SafeString(render_to_string("outcomes/allowed.html", context).strip())

    def fill(self, body: str) -> SafeString:
        """The kept page with what is allowed today."""
        if not self.lines:
            return SafeString(body)
        return SafeString(MARK.sub(lambda found: self.html(found[2], found[1]) or found[0], body))


NOTHING = Allowances()


def mark(norm: str, length: str = LONG) -> SafeString:
    """Where the lines of a norm come in a page that is kept."""
    return SafeString(f"<!--toegestaan:{length}:{norm}-->")


def of_school(
    school: School, period: MeasuringPeriod, outcome: Mapping[str, Any], namespace: str
) -> Allowances:
    """Three queries, however many norms and dispensations there are."""
    found = queries.allowances(school.pk, period, outcome["normen"])
    return Allowances(tuple(_line(allowance, row, namespace) for allowance, row in found))


def of_assessment(assessment: Assessment, namespace: str) -> Allowances:
    delivery = assessment.delivery
    return of_school(delivery.school, delivery.period, assessment.outcome, namespace)


def _line(allowance: Allowance, row: Dispensation, namespace: str) -> Line:
    return Line(
        standing=allowance.standing,
        norm=allowance.norm,
        nature=row.nature,
        reference=row.reference,
        title=row.kind_.title,
        days=dutch.period(allowance.first, allowance.last),
        effect=allowance.effect.words,
        conditions=_conditions(row),
        source=allowance.source,
        href=reverse(f"{namespace}:dispensation", args=[row.public_id]) if namespace in WITH_PAGE else "",
    )


def _conditions(row: Dispensation) -> tuple[str, ...]:
    return tuple(paragraphs(row.conditions.replace("\n", "\n\n")))
