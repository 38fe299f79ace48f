"""The norm catalogue: every norm of the handbook, with all that its page tells."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from rulebook.norms.editions import LATEST, edition_named
from rulebook.norms.handbook_data import HandbookDataError, names, read


class NormKind(StrEnum):
    """How the handbook brings a norm: under a number, as the heading of some, or in running text."""

    NUMBERED = "numbered"
    HEADING = "heading"
    UNNUMBERED = "unnumbered"


@dataclass(frozen=True, slots=True)
class CatalogueNorm:
    """One norm in one edition, in our own Dutch words."""

    number: str
    title: str
    topic: str
    main_norm: int | None
    paragraph: str
    kind: NormKind
    material: bool
    material_for: str | None
    judged_by: str | None
    since: date | None
    until: date | None

    @property
    def computed(self) -> bool:
        """Whether the rulebook works this norm out itself, not through another one."""
        return self.judged_by == self.number

    def is_material(self, certificate: str) -> bool:
        """Whether breaking it is a breach of a Materiële Norm for a holder of this certificate."""
        return self.material and self.material_for in (None, certificate)


@cache
def catalogue(edition: str = LATEST) -> tuple[CatalogueNorm, ...]:
    """Return the norms of an edition: chapters 3 to 5 in their own order, then those outside them."""
    day = edition_named(edition).in_force
    return tuple(
        norm
        for norm in _all_norms()
        if (norm.since is None or norm.since <= day) and (norm.until is None or day < norm.until)
    )


def norm(number: str, edition: str = LATEST) -> CatalogueNorm:
    for candidate in catalogue(edition):
        if candidate.number == number:
            return candidate
    raise HandbookDataError(f"Norm {number} staat niet in {edition}.")


def manual_numbers(edition: str = LATEST) -> tuple[str, ...]:
    """Return the numbered norms of chapters 3 to 5 that only an auditor can judge, in order."""
    return tuple(
        norm.number
        for norm in catalogue(edition)
        if norm.kind is NormKind.NUMBERED and norm.main_norm is not None and norm.judged_by is None
    )


@cache
def _all_norms() -> tuple[CatalogueNorm, ...]:
    return tuple(
        _norm(fields, content["topic"])
        for content in map(read, names("norms"))
        for fields in content["norms"]
    )


def _norm(fields: dict[str, Any], topic: str) -> CatalogueNorm:
    number = fields["number"]
    inside = number[0] in "123"
    return CatalogueNorm(
        number=number,
        title=fields["title"],
        topic=topic,
        main_norm=int(number[0]) if inside else None,
        paragraph=fields["paragraph"],
        kind=NormKind(fields.get("kind", NormKind.NUMBERED)),
        material=fields.get("material", False),
        material_for=fields.get("material_for"),
        judged_by=fields.get("judged_by"),
        since=fields.get("since"),
        until=fields.get("until"),
    )
