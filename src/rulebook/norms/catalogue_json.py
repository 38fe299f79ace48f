"""The catalogue as data, with the Dutch names of the contract. A change of shape raises SCHEMA."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rulebook.norms.editions import Edition
from rulebook.norms.norm_page import CatalogueNorm, DecisionTable
from rulebook.norms.parameters import Number, Scale, parameters
from rulebook.norms.readings import reading

SCHEMA = "keurmerk-normen/1"


def catalogue_json(edition: Edition, norms: Sequence[CatalogueNorm]) -> dict[str, Any]:
    return {**_head(edition), "normen": [norm_fields(norm) for norm in norms]}


def norm_json(edition: Edition, norm: CatalogueNorm) -> dict[str, Any]:
    return {**_head(edition), **norm_fields(norm)}


def norm_fields(norm: CatalogueNorm) -> dict[str, Any]:
    return {
        "norm": norm.number,
        "titel": norm.title,
        "soort": norm.kind.value,
        "onderwerp": norm.topic,
        "hoofdnorm": norm.main_norm,
        "paragraaf": norm.paragraph,
        "zie_ook": list(norm.see),
        "vraagt": norm.asks,
        "voor": _audience(norm),
        "materieel": norm.material,
        "materieel_alleen_voor": norm.material_for,
        "materieel_grond": norm.material_ground,
        "audits": [audit.value for audit in norm.audits],
        "toetsing": norm.tested,
        "bewijs": list(norm.evidence),
        "berekend": norm.judged_by is not None,
        "beoordeeld_bij": norm.judged_by,
        "rekenregel": _rule(norm.rule),
        "parameters": [_parameter(name) for name in norm.parameters],
        "lezingen": [{"id": name, "titel": reading(name).title} for name in norm.readings],
        "gewijzigd_2025": norm.changes_2025,
        "volgt_handleiding_bij_start_meetperiode": norm.follows_start,
    }


def _head(edition: Edition) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "handleiding": edition.id,
        "handleiding_titel": edition.title,
        "handleiding_van": edition.in_force.isoformat(),
        "handleiding_opmerking": edition.note,
    }


def _audience(norm: CatalogueNorm) -> dict[str, Any]:
    audience = norm.audience
    return {
        "stelsels": list(audience.acts),
        "verblijf": list(audience.residences),
        "keurmerk": list(audience.certificates),
        "alleen_oval_leden": audience.oval_members_only,
        "zzp": audience.self_employed.value,
        "zzp_toelichting": audience.self_employed_note,
        "toelichting": audience.note,
    }


def _rule(rule: DecisionTable | None) -> dict[str, Any] | None:
    if rule is None:
        return None
    return {
        "kijkt_naar": rule.looks_at,
        "rijen": [
            {"rij": place, "als": row.when, "telt": row.counts, "reden": row.reason}
            for place, row in enumerate(rule.rows, start=1)
        ],
        "oordeel": rule.verdict,
    }


def _parameter(name: str) -> dict[str, Any]:
    found = parameters()[name]
    values = [{"vanaf": since.isoformat(), **_value(value)} for since, value in found.values]
    return {
        "naam": found.name,
        "betekenis": found.meaning,
        "eenheid": found.unit,
        "paragraaf": found.paragraph,
        "waarden": values,
    }


def _value(value: Number | date | Scale) -> dict[str, Any]:
    if isinstance(value, Scale):
        return {
            "schaal": [
                {
                    "ondergrens": None if band.lower is None else _number(band.lower),
                    "ondergrens_hoort_erbij": not band.above,
                    "waarde": _number(band.value),
                }
                for band in value.bands
            ]
        }
    return {"waarde": value.isoformat() if isinstance(value, date) else _number(value)}


def _number(value: Number) -> int | float:
    """Decimals of the handbook have few digits: as a float they print as they were written."""
    return value if isinstance(value, int) else float(value)
