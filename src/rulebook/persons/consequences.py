"""What follows from what the applicant or a connected person holds or held (§2.2, §2.6, §7.7)."""

from dataclasses import dataclass
from enum import StrEnum


class Consequence(StrEnum):
    """A code with its paragraph and what it means in Dutch."""

    REJECT_MATERIAL = "afwijzen_materiele_norm"
    REJECT_SECOND = "afwijzen_tweede_aanvraag"
    NEW_FACTS = "nieuwe_feiten_nodig"
    TELL_RELATION = "relatie_en_reden_melden"

    @property
    def words(self) -> str:
        return _WORDS[self]

    @property
    def source(self) -> str:
        return _SOURCES[self]


_WORDS = {
    Consequence.REJECT_MATERIAL: (
        "Afwijzen: het Keurmerk is geschorst of ingetrokken vanwege een Materiële Norm."
    ),
    Consequence.REJECT_SECOND: (
        "Afwijzen: er is al een Keurmerk. Een Verbonden Persoon kan aanvragen als dat Keurmerk voor "
        "onbepaalde tijd is toegekend."
    ),
    Consequence.NEW_FACTS: "Alleen toekennen bij nieuw gebleken feiten of veranderde omstandigheden.",
    Consequence.TELL_RELATION: (
        "Aanvragen mag. De aanvrager vermeldt de relatie en waarom hij zelf het Keurmerk wil."
    ),
}
_SOURCES = {
    Consequence.REJECT_MATERIAL: "§2.2, §7.7",
    Consequence.REJECT_SECOND: "§2.2, §2.6",
    Consequence.NEW_FACTS: "§2.2, §7.7",
    Consequence.TELL_RELATION: "§2.2, §7.7",
}


@dataclass(frozen=True)
class History:
    """What somebody holds or held. `material`: suspended or withdrawn on a Materiële Norm, at any time."""

    holds_fixed: bool = False
    holds_indefinite: bool = False
    held_before: bool = False
    rejected: bool = False
    """An application was rejected, or the indefinite certificate was not granted."""
    suspended: bool = False
    material: bool = False

    @property
    def counts(self) -> bool:
        """Whether it has a say in an application of somebody connected."""
        return any((self.holds_fixed, self.holds_indefinite, self.held_before, self.rejected, self.material))


def consequences(history: History, *, own: bool) -> tuple[Consequence, ...]:
    """The heaviest first. `own`: the history is the applicant's, not that of somebody connected.

    A rejected application weighs for who was rejected only (§7.7: 'uw aanvraag').
    """
    found = []
    if history.material:
        found.append(Consequence.REJECT_MATERIAL)
    if history.holds_fixed:
        found.append(Consequence.REJECT_SECOND)
    if history.holds_indefinite:
        found.append(Consequence.REJECT_SECOND if own else Consequence.TELL_RELATION)
    past = history.held_before and not (history.holds_fixed or history.holds_indefinite)
    if past or history.suspended or (own and history.rejected):
        found.append(Consequence.NEW_FACTS)
    return tuple(dict.fromkeys(found))
