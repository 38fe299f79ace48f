"""What a kind of exception or dispensation is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Code(StrEnum):
    TRAINEE = "stagiair"
    SHORT_COURSE = "korte_cursus"
    ONA_TEACHER = "ona_docent"
    INTAKE_TEST = "intaketoets"
    SHRINKING = "wi2013_krimp"
    ADDENDUM_TRAINEE = "addendum_stagiair"
    ADDENDUM_EXPERIENCED = "addendum_ervaren_docent"
    ADDENDUM_DELAY = "addendum_uitstel"
    ADDENDUM_GROUPS = "addendum_groepsgrootte"


class Nature(StrEnum):
    """Whether the handbook itself allows it when the conditions hold, or the scheme must grant it first."""

    EXCEPTION = "uitzondering"
    DISPENSATION = "ontheffing"


class Effect(StrEnum):
    """What it does to a norm."""

    COUNTS = "telt_mee"
    NOT_APPLIED = "norm_geldt_niet"
    OTHER_LIMIT = "andere_grens"

    @property
    def words(self) -> str:
        return {
            Effect.COUNTS: "telt mee voor de Norm",
            Effect.NOT_APPLIED: "de Norm geldt niet",
            Effect.OTHER_LIMIT: "er geldt een andere grens",
        }[self]


class About(StrEnum):
    """What a request names."""

    TEACHER = "docent"
    COURSE = "cursus"
    TEST = "toets"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Condition:
    """A point that is judged with yes or no. `group` is the heading under which several stand."""

    code: str
    text: str
    source: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What must be handed in."""

    code: str
    text: str
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind, with the days between which the scheme offers it.

    `norms` is empty when the school names the norms itself. `months_before_end`: to be asked so many months
    before the last day of the measuring period. `longest_months`: it can last no longer.
    """

    code: Code
    title: str
    summary: str
    source: str
    nature: Nature
    about: About
    norms: tuple[str, ...]
    effects: tuple[Effect, ...]
    effect_sentence: str
    judged_by: str
    conditions: tuple[Condition, ...]
    evidence: tuple[Evidence, ...]
    in_force_from: date
    in_force_until: date | None = None
    longest_months: int | None = None
    months_before_end: int | None = None
    charged: bool = False

    @property
    def of_period(self) -> bool:
        """Asked for one measuring period, and never for other days."""
        return self.months_before_end is not None

    def in_force(self, day: date) -> bool:
        return self.in_force_from <= day and (self.in_force_until is None or day <= self.in_force_until)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Condition, ...]], ...]:
        """The conditions under their headings, in the order of the handbook."""
        headings = dict.fromkeys(each.group for each in self.conditions)
        return tuple(
            (heading, tuple(each for each in self.conditions if each.group == heading))
            for heading in headings
        )
