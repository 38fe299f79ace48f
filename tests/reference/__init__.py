"""The norms once more, slow and plain: written from the contract alone, never from the engine.

Whoever knows the handbook can read these files from top to bottom. They use whole numbers, fractions
and dates only; the differential tests hold the engine against them.
"""

from tests.reference.outcome import judge, judge_tables

__all__ = ["judge", "judge_tables"]
