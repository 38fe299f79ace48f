"""What the register of persons means for an application: which ties to holders count, and for what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from keurmerk.organisations.models import School
from keurmerk.persons.enums import Judgement
from keurmerk.persons.queries import Lead, Strength, investigate
from rulebook.persons.consequences import Consequence


@dataclass(frozen=True, slots=True)
class Tied:
    """Leads of a school: what is certain counts until staff say otherwise, what is alike once confirmed."""

    leads: tuple[Lead, ...]

    @property
    def counting(self) -> tuple[Lead, ...]:
        return tuple(lead for lead in self.leads if _counts(lead))

    @property
    def unjudged(self) -> int:
        """How many leads staff still have to look at; the applicant's own past needs no look."""
        return sum(lead.finding is None and lead.strength is not Strength.OWN for lead in self.leads)

    @property
    def ended_on_material_norm(self) -> bool:
        return bool(self._following(Consequence.REJECT_MATERIAL))

    @property
    def held_before(self) -> bool:
        """Somebody connected was a holder before; the applicant's own past the certificate itself knows."""
        return any(lead.strength is not Strength.OWN for lead in self._following(Consequence.NEW_FACTS))

    @property
    def source(self) -> str:
        names = dict.fromkeys(lead.holder.name for lead in self.counting)
        return (
            f"Onderzoek naar de Persoon: {', '.join(names)}"[:300] if names else "Onderzoek naar de Persoon"
        )

    @property
    def material_text(self) -> str:
        return _told(self._following(Consequence.REJECT_MATERIAL))

    @property
    def fixed_term_text(self) -> str:
        return _told(self._following(Consequence.REJECT_SECOND))

    @property
    def held_before_text(self) -> str:
        return _told(self._following(Consequence.NEW_FACTS))

    def _following(self, consequence: Consequence) -> tuple[Lead, ...]:
        return tuple(lead for lead in self.counting if consequence in lead.follows)


def tied(school: School, today: date) -> Tied:
    return Tied(investigate(school, today))


def _counts(lead: Lead) -> bool:
    if lead.strength is Strength.OWN:
        return True
    if lead.finding is None:
        return lead.strength is Strength.CONNECTED
    return lead.finding.judgement == Judgement.CONFIRMED


def _told(leads: Iterable[Lead]) -> str:
    """Each tie in full: the holder, what it holds or held, and the steps that lead there."""
    return "\n\n".join(
        f"{lead.holder.name} ({lead.holder.kvk_number}): {lead.holds}. "
        + " ".join(step.text for step in lead.steps)
        for lead in leads
    )
