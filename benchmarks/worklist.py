"""The worklist of staff with 5,000 open cases, against what the project allows itself for a page of 50."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial

import django

from benchmarks.measure import CPU, Ratio, in_turn

ROUNDS = 25
CASES = 5_000
FEW = 500
TODAY = date(2026, 11, 20)
MOST_QUERIES = 12
MOST_SECONDS = 0.020
ADDRESS = "/medewerker/werklijst/"
PAGES = {
    "nearest date first": ADDRESS,
    "searched": f"{ADDRESS}?zoek=taalschool",
    "sorted by school": f"{ADDRESS}?sorteer=school",
    "filtered by status and handler": f"{ADDRESS}?status=gewaarschuwd&behandelaar=mij",
}


def run() -> Iterator[Ratio]:
    # Before models are imported. With these settings comes a database that goes with this process.
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from tests.factories.accounts import make_user  # noqa: PLC0415
    from tests.factories.many_cases import make_cases  # noqa: PLC0415

    from benchmarks.pages import BARE, number_of_queries, signed_in  # noqa: PLC0415
    from keurmerk.accounts.enums import Role  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    user = make_user(Role.STAFF)
    make_cases(FEW, handler=user, today=TODAY)
    with signed_in(user) as get:
        get(ADDRESS)
        few = number_of_queries(lambda: get(ADDRESS))
        make_cases(CASES - FEW, handler=user, today=TODAY, first=FEW)
        for name, address in PAGES.items():
            seconds, _, _ = in_turn(partial(get, address), partial(get, BARE), rounds=ROUNDS, clock=CPU)
            yield Ratio(
                f"worklist of {CASES} open cases, {name}",
                seconds / MOST_SECONDS,
                1,
                seconds,
                MOST_SECONDS,
                "twenty CPU ms for a page",
            )
        many = max(number_of_queries(partial(get, address)) for address in PAGES.values())
    yield Ratio(
        "queries of the worklist",
        many / MOST_QUERIES,
        1,
        many,
        MOST_QUERIES,
        "twelve queries; the figures are numbers of queries",
        note=f"with {FEW} cases: {few}",
    )


if __name__ == "__main__":
    for result in run():
        sys.stdout.write(result.line() + "\n")
