"""Of what the application form is made: pages with questions, rows of questions and asked evidence."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "tekst"
    LONG = "verhaal"
    DAY = "datum"
    CHOICE = "keuze"
    CHOICES = "keuzes"
    YES_NO = "ja_nee"
    COUNT = "aantal"
    MONEY = "bedrag"
    PERCENT = "percentage"
    KVK = "kvk_nummer"
    IBAN = "iban"
    VAT = "btw_nummer"
    EMAIL = "e_mail"
    PHONE = "telefoon"
    POSTCODE = "postcode"
    MANAGER = "lid_van_het_management"
    """One of the rows of the page about the management, by its id."""


YES, NO = "ja", "nee"
MANAGEMENT = "management"
"""The page, and on it the rows, of the people who manage the school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Asked only when another question of the same page or row has one of these answers."""

    name: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One box. Kept as typed, so that nothing is lost; `checking` says what is wrong with it."""

    name: str
    label: str
    source: str
    kind: Kind = Kind.TEXT
    required: bool = True
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    when: When | None = None
    past: bool = False
    """A day that cannot lie in the future."""
    longest: int = 200
    personal: bool = False
    """Shown to staff only on request, which is journaled: identity papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The same questions for as many as there are."""

    name: str
    label: str
    one: str
    source: str
    questions: tuple[Question, ...]
    at_least: int = 0
    at_most: int = 50
    when: When | None = None
    """Asked, and then at least one, when a question of the page has one of these answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A document in which something must stand: which one, and on which page of it."""

    code: str
    text: str
    source: str
    of_each: str = ""
    """The rows of which each needs its own."""
    may_not_apply: bool = False
    """The applicant may say that it does not apply, and why."""
    dated: bool = False
    """The applicant types the day of issue; staff confirm it."""
    profile: bool = False
    """A certificate of conduct: the applicant types its screening profile too."""
    rests_on: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One subject. `part` is its letter in Bijlage 4, if it has one."""

    code: str
    title: str
    intro: str
    source: str
    part: str = ""
    questions: tuple[Question | Rows, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    content: bool = False
    """Judged on content too: does it give trust in the quality (§2.2, §2.4)?"""

    @property
    def rows(self) -> tuple[Rows, ...]:
        return tuple(each for each in self.questions if isinstance(each, Rows))
