"""Reads with a name, for the verbs and the screens."""

from keurmerk.certification.queries.facts import certificate_periods, findings_of, known_now, record_of

__all__ = ["certificate_periods", "findings_of", "known_now", "record_of"]
