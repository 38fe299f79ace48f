"""The evidence of a page: per demand each document with its place, and what staff found of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from keurmerk.applications.models import Reference
from keurmerk.web.staff.forms.application import NO, YES, ConfirmForm
from rulebook.application.checking import applies
from rulebook.application.checklist import Answers, evidence_rows, key_of
from rulebook.application.conduct import PROFILES, conduct_problem
from rulebook.application.pieces import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A document that is pointed at. `problem` is what the typed day and profile themselves show."""

    reference: Reference
    profile: str
    problem: str
    form: ConfirmForm

    @property
    def open(self) -> bool:
        return bool(self.form.is_bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    code: str
    text: str
    source: str
    places: tuple[Place, ...]
    does_not_apply: str

    @property
    def missing(self) -> bool:
        return not self.places and not self.does_not_apply


def demands_of(
    page: Page,
    answers: Mapping[str, Answers],
    references: Iterable[Reference],
    handed_in: date,
    bound: tuple[int, ConfirmForm] | None = None,
) -> list[Demand]:
    """What is demanded with these answers; a certificate is weighed on the day of handing in."""
    by_key: dict[str, list[Reference]] = {}
    for each in references:
        by_key.setdefault(key_of(each.code, each.row), []).append(each)
    found = []
    for demand in page.evidence:
        if not applies(demand.rests_on, answers.get(page.code, {})):
            continue
        for row, whose in evidence_rows(demand, answers):
            given = by_key.get(key_of(demand.code, row), [])
            found.append(
                Demand(
                    code=demand.code,
                    text=f"{demand.text} van {whose}" if whose else demand.text,
                    source=demand.source,
                    places=tuple(
                        _place(each, handed_in, bound, conduct=demand.profile)
                        for each in given
                        if each.attachment_id
                    ),
                    does_not_apply=next(
                        (each.does_not_apply for each in given if not each.attachment_id), ""
                    ),
                )
            )
    return found


def _place(
    reference: Reference, handed_in: date, bound: tuple[int, ConfirmForm] | None, *, conduct: bool
) -> Place:
    problem = conduct_problem(reference.issued_on, reference.profile, handed_in) if conduct else None
    form = bound[1] if bound and bound[0] == reference.pk else ConfirmForm(initial=_said(reference))
    form.auto_id = f"id_vindplaats{reference.pk}_%s"
    return Place(
        reference=reference,
        profile=dict(PROFILES).get(reference.profile, reference.profile),
        problem=problem or "",
        form=form,
    )


def _said(reference: Reference) -> dict[str, str]:
    if reference.confirmed is None:
        return {}
    return {"holds": YES if reference.confirmed else NO, "remark": reference.remark}
