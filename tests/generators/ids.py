"""Ids whose order as text differs from their order as numbers."""

import random

_SHAPES = ("{p}{n}", "{p}{n}", "{p}{n}", "{P}{n}", "{p}0{n}", "{n}{p}", "é{n}", "{p}-{n}", "{p} {n}")


def ids(rng: random.Random, prefix: str, count: int) -> list[str]:
    """Distinct ids: unpadded numbers, capitals, leading zeros, a letter with an accent."""
    numbers = rng.sample(range(1, 3 * count + 12), count)
    shapes = _SHAPES if rng.random() < 0.5 else _SHAPES[:1]
    return [rng.choice(shapes).format(p=prefix, P=prefix.upper(), n=number) for number in numbers]
