"""What the catalogue tells of one norm: the types that a page is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rulebook.kernel.verdict import Counts


class NormKind(StrEnum):
    """How the handbook brings a norm: under a number, as the heading of some, or in running text."""

    NUMBERED = "numbered"
    HEADING = "heading"
    UNNUMBERED = "unnumbered"


class Audit(StrEnum):
    """The moments at which a norm can be looked at (chapters 2, 5 and 6)."""

    APPLICATION = "aanvraag"
    RESULTS = "resultatenaudit"
    INSPECTION = "toezicht_in_de_klas"
    SATISFACTION = "tevredenheidsonderzoek"
    SCHOOL_VISIT = "schoolbezoek"
    UNANNOUNCED = "onverwachts_bezoek"
    FINANCIAL = "financiele_audit"


class SelfEmployed(StrEnum):
    """What §3.9 does to a norm for a self-employed holder who hires nobody."""

    APPLIES = "geldt"
    ADAPTED = "aangepast"
    LAPSES = "vervalt"


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom a norm is: codes as in the dossier, and notes in Dutch where codes cannot tell it all."""

    acts: tuple[str, ...]
    residences: tuple[str, ...]
    certificates: tuple[str, ...]
    oval_members_only: bool
    self_employed: SelfEmployed
    self_employed_note: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One row of a rule: in which case, how it then counts, and the reason code of the explanation."""

    when: str
    counts: Counts
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """A computed rule in plain Dutch: for each thing looked at, the first row that fits decides."""

    looks_at: str
    rows: tuple[DecisionRow, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class CatalogueNorm:
    """One norm in one edition, in our own Dutch words.

    `judged_by` is the computed norm that judges this one (its own number when it is computed itself);
    without it an auditor judges. `paragraph` is where the norm stands, `see` where more is said of it.
    `follows_start` norms go by the handbook at the start of the measuring period (§1.5.1).
    """

    number: str
    title: str
    topic: str
    main_norm: int | None
    paragraph: str
    see: tuple[str, ...]
    kind: NormKind
    asks: str
    audience: Audience
    material: bool
    material_for: str | None
    material_ground: str | None
    audits: tuple[Audit, ...]
    tested: str
    evidence: tuple[str, ...]
    judged_by: str | None
    rule: DecisionTable | None
    parameters: tuple[str, ...]
    readings: tuple[str, ...]
    changes_2025: str | None
    edition: str
    in_force: date
    follows_start: bool

    @property
    def computed(self) -> bool:
        """Whether the rulebook works this norm out itself, not through another one."""
        return self.judged_by == self.number

    def is_material(self, certificate: str) -> bool:
        """Whether breaking it is a breach of a Materiële Norm for a holder of this certificate."""
        return self.material and self.material_for in (None, certificate)
