"""The terms of a case with what made each of them run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from keurmerk.certification.models import Case, Term


@dataclass(frozen=True, slots=True)
class TermsOf:
    """Running ones by their last day, ended ones by when they ended, the latest first."""

    running: tuple[Term, ...]
    ended: tuple[Term, ...]


def terms_of(case: Case) -> TermsOf:
    return split(Term.objects.filter(case=case).select_related("change"))


def split(terms: Iterable[Term]) -> TermsOf:
    known = list(terms)
    running = sorted((each for each in known if each.ended_on is None), key=lambda each: each.last_day)
    ended = sorted(
        (each for each in known if each.ended_on is not None),
        key=lambda each: each.ended_on or date.max,
        reverse=True,
    )
    return TermsOf(tuple(running), tuple(ended))
