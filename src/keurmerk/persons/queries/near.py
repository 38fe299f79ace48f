"""Records that might be those of somebody else too: found by their keys, judged by `matching`."""

from collections.abc import Collection
from dataclasses import dataclass

from keurmerk.persons.matching import ALARM, Likeness, compare, narrow_keys, shared
from keurmerk.persons.models import SameAs, SearchKey
from keurmerk.persons.queries.cards import cards_of

MOST = 2_000
"""As many candidates are read at most; the most alike keys first."""


@dataclass(frozen=True)
class Near:
    """A record of ours, one that may be the same, and how alike they are."""

    mine: int
    theirs: int
    likeness: Likeness

    @property
    def score_words(self) -> str:
        return f"score {self.likeness.score}"


@dataclass(frozen=True)
class Common:
    """Two records that have an account or an address in common."""

    mine: int
    theirs: int
    what: tuple[str, ...]

    @property
    def score(self) -> int:
        return 85 if any("bank" in each for each in self.what) else ALARM


def around(entities: Collection[int], *, least: int = ALARM) -> tuple[list[Near], list[Common]]:
    """Who might be one of these, and who has something in common with them; best first."""
    mine = cards_of(entities)
    keys = {key for card in mine.values() for key in narrow_keys(card)}
    rows = SearchKey.objects.filter(key__in=keys).exclude(entity__in=entities)
    found = list(rows.values_list("entity_id", flat=True).distinct().order_by("entity_id")[:MOST])
    theirs = cards_of(found)
    apart = _apart(entities)
    near, common = [], []
    for one, card in mine.items():
        for other, their in theirs.items():
            if (one, other) in apart:
                continue
            if what := shared(card, their):
                common.append(Common(one, other, what))
            likeness = compare(card, their)
            if likeness.score >= least:
                near.append(Near(one, other, likeness))
    near.sort(key=lambda each: (-each.likeness.score, each.mine, each.theirs))
    return near, sorted(common, key=lambda each: (-each.score, each.mine, each.theirs))


def _apart(entities: Collection[int]) -> set[tuple[int, int]]:
    """Pairs that staff said are not the same, both ways round."""
    rows = SameAs.objects.filter(same=False, undone_on=None)
    pairs = {
        *rows.filter(one__in=entities).values_list("one_id", "other_id"),
        *rows.filter(other__in=entities).values_list("one_id", "other_id"),
    }
    return pairs | {(other, one) for one, other in pairs}
