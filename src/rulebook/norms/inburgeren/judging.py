"""From sums to verdicts: the ways in which the handbook compares a number with its limit."""

from fractions import Fraction

from rulebook.kernel.norm import AtLeast, NoLimit, NoneAllowed, Norm, NormRow, Parameters, School, Sums
from rulebook.kernel.numbers import share
from rulebook.kernel.verdict import Verdict, met


def one_share(norm: Norm, sums: Sums, _school: School, parameters: Parameters) -> list[NormRow]:
    """One row for the whole school."""
    numerator, denominator = sums.total("numerator"), sums.total("denominator")
    return [share_row(norm, None, (numerator, denominator), limit_of(norm, parameters))]


def share_per_group(norm: Norm, sums: Sums, _school: School, parameters: Parameters) -> list[NormRow]:
    """One row per group that has rows, in the handbook's order; one empty row when there is no group."""
    groups = [group for group in norm.groups if group in sums.by_group]
    limit = limit_of(norm, parameters)
    if not groups:
        return [empty_row(norm, Verdict.NOT_APPLICABLE, limit=limit)]
    return [share_row(norm, group, sums.of(group), limit) for group in groups]


def limit_of(norm: Norm, parameters: Parameters) -> Fraction | None:
    match norm.limit:
        case AtLeast(parameter):
            return parameters.number(parameter)
        case NoneAllowed():
            return Fraction(0)
        case NoLimit():
            return None


def share_row(norm: Norm, group: str | None, sums: tuple[int, int], limit: Fraction | None) -> NormRow:
    numerator, denominator = sums
    value = share(numerator, denominator)
    return NormRow(
        norm.code,
        _verdict(norm, value, numerator, limit),
        group=group,
        numerator=numerator,
        denominator=denominator,
        value=value,
        limit=limit,
        unit=norm.unit,
    )


def _verdict(norm: Norm, value: Fraction | None, numerator: int, limit: Fraction | None) -> Verdict:
    """On the limit is enough; without a denominator there is nothing to judge."""
    if value is None:
        return Verdict.NOT_APPLICABLE
    if isinstance(norm.limit, NoneAllowed):
        return met(numerator == 0)
    return met(limit is None or value >= limit)


def empty_row(
    norm: Norm, verdict: Verdict, *, group: str | None = None, limit: Fraction | None = None
) -> NormRow:
    """A row without numbers."""
    return NormRow(
        norm.code,
        verdict,
        group=group,
        limit=limit,
        unit=norm.unit,
    )
