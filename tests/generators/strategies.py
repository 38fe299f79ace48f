"""Hypothesis strategies on the same building blocks as the seeded dossiers.

Hypothesis plays the part of the random generator, so that a failing dossier shrinks towards few and
early choices; `seeds` is the quick kind, which does not shrink.
"""

import random
from datetime import date

from hypothesis import strategies as st

from tests.generators.columns import Tables
from tests.generators.dates import limits, possible_ends
from tests.generators.dossiers import Size, random_dossier
from tests.generators.spelling import Spelling
from tests.reference.period import Period

randoms = st.randoms(use_true_random=False)
seeds = st.integers(min_value=0, max_value=2**32)


def dossiers(size: Size | None = "tiny") -> st.SearchStrategy[tuple[Tables, date, date]]:
    return randoms.map(lambda rng: random_dossier(rng, size))


def seeded_dossiers(size: Size | None = None) -> st.SearchStrategy[tuple[Tables, date, date]]:
    return seeds.map(lambda seed: random_dossier(random.Random(seed), size))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = date(draw(st.integers(2020, 2028)), *draw(st.sampled_from(((1, 1), (4, 1), (9, 1)))))
    return Period(first, draw(st.sampled_from(possible_ends(first))))


@st.composite
def telling_dates(draw: st.DrawFn, period: Period) -> date:
    """A day on, before or after one of the limits around this period."""
    day = draw(st.sampled_from(limits(period)))
    return date.fromordinal(day.toordinal() + draw(st.integers(-1, 1)))


def spellings() -> st.SearchStrategy[Spelling]:
    return st.builds(Spelling, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans())
