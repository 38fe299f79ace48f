"""Reads with a name, for the verbs and the screens."""

from keurmerk.certification.queries.facts import (
    Situation,
    certificate_periods,
    findings_of,
    known_now,
    situation_of,
)

__all__ = ["Situation", "certificate_periods", "findings_of", "known_now", "situation_of"]
