"""The norm catalogue: every norm of the handbook in an edition, read from its data files."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from rulebook.kernel.verdict import Counts
from rulebook.norms.editions import FOLLOWS_START_OF_PERIOD, LATEST, Edition, edition_named
from rulebook.norms.handbook_data import HandbookDataError, names, read
from rulebook.norms.norm_page import (
    Audience,
    Audit,
    CatalogueNorm,
    DecisionRow,
    DecisionTable,
    NormKind,
    SelfEmployed,
)
from rulebook.norms.parameters import parameters
from rulebook.norms.readings import readings_touching

__all__ = ["CatalogueNorm", "NormKind", "catalogue", "manual_numbers", "norm"]

_ACTS = ("Wi2013", "Wi2021")
_RESIDENCES = ("asielstatushouder", "gezinsmigrant", "overige_migrant", "vrijwillig")
_CERTIFICATES = ("bepaalde_tijd", "onbepaalde_tijd")


@cache
def catalogue(edition: str = LATEST) -> tuple[CatalogueNorm, ...]:
    """Return the norms of an edition: chapters 3 to 5 in their own order, then those outside them."""
    chosen = edition_named(edition)
    return tuple(
        _norm({**content, **fields, **fields.get("earlier", {}).get(edition, {})}, chosen)
        for content in map(read, names("norms"))
        for fields in content["norms"]
        if "until" not in fields or chosen.in_force < fields["until"]
    )


@cache
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


def _norm(fields: Mapping[str, Any], edition: Edition) -> CatalogueNorm:
    number = fields["number"]
    return CatalogueNorm(
        number=number,
        title=fields["title"],
        topic=fields["topic"],
        main_norm=int(number[0]) if number[0] in "123" else None,
        paragraph=fields["paragraph"],
        see=tuple(fields["see"]),
        kind=NormKind(fields.get("kind", NormKind.NUMBERED)),
        asks=fields["asks"],
        audience=_audience(fields.get("for", {})),
        material=fields.get("material", False),
        material_for=fields.get("material_for"),
        material_ground=fields.get("material_ground"),
        audits=tuple(map(Audit, fields["audits"])),
        tested=fields["tested"],
        evidence=tuple(fields["evidence"]),
        judged_by=fields.get("judged_by"),
        rule=_decision_table(fields["rule"]) if "rule" in fields else None,
        parameters=tuple(name for name, found in parameters().items() if number in found.norms),
        readings=readings_touching(number),
        changes_2025=fields.get("changes_2025") if edition.id == "inburgeren-2025" else None,
        edition=edition.id,
        in_force=edition.in_force,
        follows_start=number in FOLLOWS_START_OF_PERIOD,
    )


def _audience(fields: Mapping[str, Any]) -> Audience:
    return Audience(
        acts=tuple(fields.get("acts", _ACTS)),
        residences=tuple(fields.get("residences", _RESIDENCES)),
        certificates=tuple(fields.get("certificates", _CERTIFICATES)),
        oval_members_only=fields.get("oval_members_only", False),
        self_employed=SelfEmployed(fields.get("self_employed", SelfEmployed.APPLIES)),
        self_employed_note=fields.get("self_employed_note"),
        note=fields.get("note"),
    )


def _decision_table(fields: Mapping[str, Any]) -> DecisionTable:
    return DecisionTable(
        looks_at=fields["looks_at"],
        rows=tuple(DecisionRow(row["when"], Counts(row["counts"]), row["reason"]) for row in fields["rows"]),
        verdict=fields["verdict"],
    )
