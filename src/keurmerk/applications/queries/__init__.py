"""Reads with a name, for the verbs and the screens."""

from keurmerk.applications.queries.filling import Filled, filled_in, may_fill, open_pages

__all__ = ["Filled", "filled_in", "may_fill", "open_pages"]
