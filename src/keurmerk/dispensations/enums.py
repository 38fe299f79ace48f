"""What a request for an exception or dispensation can be."""

from django.db import models

from rulebook.dispensations import CATALOGUE, Effect

KINDS = [(kind.code.value, kind.title) for kind in CATALOGUE]
EFFECTS = [(effect.value, effect.words) for effect in Effect]


class State(models.TextChoices):
    ASKED = "gevraagd", "in behandeling"
    NEEDS_MORE = "aanvullen", "wacht op uw aanvulling"
    ADVISED = "geadviseerd", "ligt ter beslissing"
    GRANTED = "verleend", "verleend"
    REFUSED = "geweigerd", "geweigerd"
    WITHDRAWN = "ingetrokken", "door de school ingetrokken"
    ENDED = "beeindigd", "eerder beëindigd"


OPEN = frozenset({State.ASKED, State.NEEDS_MORE, State.ADVISED})
"""Nothing was decided yet."""
COUNTING = frozenset({State.GRANTED, State.ENDED})
"""It holds, or held for a time."""


class Advice(models.TextChoices):
    GRANT = "verlenen", "verlenen"
    REFUSE = "weigeren", "weigeren"
