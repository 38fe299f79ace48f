"""The outcome page of one school, as a signed-in school opens it, against a bare page of the same run."""

import os
import sys
from collections.abc import Callable, Iterator

import django

from benchmarks.measure import CPU, Ratio, in_turn

ROUNDS = 25
MOST_QUERIES = 12


def run() -> Iterator[Ratio]:
    # Before models are imported. With these settings comes a database that goes with this process.
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    from benchmarks.pages import BARE, judged_school, number_of_queries, signed_in  # noqa: PLC0415

    assessment, member = judged_school()
    with signed_in(member) as get:
        outcome = f"/mijn/beoordeling/{assessment.public_id}/"
        first = once(lambda: get(outcome))
        seconds, floor, ratio = in_turn(lambda: get(outcome), lambda: get(BARE), rounds=ROUNDS, clock=CPU)
        queries = number_of_queries(lambda: get(outcome))
    yield Ratio(
        "outcome page, to its first byte",
        ratio,
        6,
        seconds,
        floor,
        "a page of one line for somebody signed in, through the same middleware",
        note=f"the first time in a process, templates loaded too: {1000 * first:.0f} ms",
    )
    yield Ratio(
        "queries of the outcome page",
        queries / MOST_QUERIES,
        1,
        queries,
        MOST_QUERIES,
        "twelve queries; the figures are numbers of queries",
    )


def once(show: Callable[[], object]) -> float:
    started = CPU()
    show()
    return CPU() - started


if __name__ == "__main__":
    for result in run():
        sys.stdout.write(result.line() + "\n")
