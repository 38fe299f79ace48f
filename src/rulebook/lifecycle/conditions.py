"""The conditions of a fixed term, compared with what a school delivered (§2.4)."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Conditions:
    """The most learners and the most turnover in euros while the fixed term lasts; None is no limit."""

    most_learners: int | None
    most_turnover: Decimal | None


@dataclass(frozen=True, slots=True)
class Excess:
    what: str
    found: Decimal
    most: Decimal


def excesses(conditions: Conditions, *, learners: int, turnover: Decimal | None) -> tuple[Excess, ...]:
    """Where a delivery goes over a condition; a turnover that is not known goes over nothing."""
    found = []
    if conditions.most_learners is not None and learners > conditions.most_learners:
        found.append(Excess("Cursisten", Decimal(learners), Decimal(conditions.most_learners)))
    if conditions.most_turnover is not None and turnover is not None and turnover > conditions.most_turnover:
        found.append(Excess("omzet", turnover, conditions.most_turnover))
    return tuple(found)


def is_wider(new: Conditions, old: Conditions) -> bool:
    """Whether nothing gets narrower and something wider: what an interim audit can bring (§2.4)."""
    pairs = ((new.most_learners, old.most_learners), (new.most_turnover, old.most_turnover))
    narrower = any(was is not None and now is not None and now < was for now, was in pairs)
    limited_anew = any(was is None and now is not None for now, was in pairs)
    return not narrower and not limited_anew and new != old
