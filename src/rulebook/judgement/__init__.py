"""From a dossier to its outcome: the entry to the rulebook."""

from rulebook.judgement.judge import judge
from rulebook.judgement.outcome import Outcome

__all__ = ["Outcome", "judge"]
