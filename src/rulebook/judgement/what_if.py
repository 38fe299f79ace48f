"""What if: the smallest number of rows that would have to differ to turn a verdict round."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from rulebook.kernel.norm import NoneAllowed, NormRow
from rulebook.kernel.verdict import Unit, Verdict
from rulebook.norms.inburgeren.registry import NORMS
from rulebook.norms.inburgeren.values import EditionValues

LIMITS = {norm.code: norm.limit for norm in NORMS}


class Change(StrEnum):
    """What would have to differ."""

    MORE_IN_NUMERATOR = "more_in_numerator"
    FEWER_IN_NUMERATOR = "fewer_in_numerator"
    GRADE = "grade"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The nearest way to the other verdict, with the denominator as it is.

    `rows` is how many rows would have to differ; for a grade it is None and `grade` is the distance:
    how much is lacking, or how much there is to spare (0 when the grade is on the limit).
    """

    change: Change
    becomes: Verdict
    rows: int | None = None
    of: int | None = None
    grade: Fraction | None = None


def what_if(row: NormRow) -> WhatIf | None:
    """Tell how far a failing norm is from holding, and a holding one from failing.

    None for verdicts that no single number decides (2.17.x, an auditor's norms, missing data), and for
    norms that cannot fail (2.0).
    """
    if row.verdict not in {Verdict.MET, Verdict.NOT_MET} or row.limit is None:
        return None
    if row.unit is Unit.GRADE:
        return _grade(row)
    if row.numerator is None or not row.denominator:
        return None
    if isinstance(LIMITS[row.norm], NoneAllowed):
        return _exceptions(row.verdict, row.numerator, row.denominator)
    return _enough(row, row.numerator, row.denominator)


def _grade(row: NormRow) -> WhatIf | None:
    if row.value is None or row.limit is None:
        return None
    return WhatIf(Change.GRADE, _other(row.verdict), grade=abs(row.value - row.limit))


def _exceptions(verdict: Verdict, exceptions: int, looked_at: int) -> WhatIf:
    """Every exception would have to go; one would be enough to fail."""
    if verdict is Verdict.NOT_MET:
        return WhatIf(Change.FEWER_IN_NUMERATOR, Verdict.MET, exceptions, looked_at)
    return WhatIf(Change.MORE_IN_NUMERATOR, Verdict.NOT_MET, 1, looked_at)


def _enough(row: NormRow, numerator: int, denominator: int) -> WhatIf | None:
    needed = _needed(row, denominator)
    if row.verdict is Verdict.NOT_MET:
        return WhatIf(Change.MORE_IN_NUMERATOR, Verdict.MET, needed - numerator, denominator)
    if needed == 0:
        return None
    spare = numerator - needed
    if spare < 0:  # a client audit holds 3.1.2 whatever the response was
        return None
    return WhatIf(Change.FEWER_IN_NUMERATOR, Verdict.NOT_MET, spare + 1, denominator)


def _needed(row: NormRow, denominator: int) -> int:
    """The smallest numerator that holds."""
    limit = row.limit or Fraction(0)
    if row.unit is Unit.COUNT:
        return ceil(limit)
    needed = ceil(limit * denominator / 100)
    if row.norm == "3.1.2":
        return max(needed, EditionValues(row.edition).whole("min_responses"))
    return needed


def _other(verdict: Verdict) -> Verdict:
    return Verdict.MET if verdict is Verdict.NOT_MET else Verdict.NOT_MET
