"""Searching a register of 5,000 organisations and 15,000 people, against a tenth of a second."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from time import perf_counter

import django

from benchmarks.measure import Ratio

BODIES = 5_000
ROUNDS = 15
MOST_SECONDS = 0.100
MOST_QUERIES = 9


def run() -> Iterator[Ratio]:
    # Before models are imported. With these settings comes a database that goes with this process.
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from tests.factories.many_persons import make_register  # noqa: PLC0415

    from benchmarks.pages import number_of_queries  # noqa: PLC0415
    from keurmerk.persons.queries import Question, search  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    make_register(BODIES)
    questions = {
        "a common name": Question(name="Mohamed Ali"),
        "a common last name": Question(name="de Vries"),
        "a name in another script": Question(name="Тарас Шевченко"),
        "a name with a birth date": Question(name="Muhammad Aly", birth_date=date(1980, 2, 1)),
        "an organisation, spelled otherwise": Question(name="Tallingua de Fries"),
        "a number": Question(kvk_number="10004999"),
        "a postcode and house number": Question(postcode="3511 AB", number="12"),
    }
    for name, question in questions.items():
        taken = []
        for _ in range(ROUNDS):
            began = perf_counter()
            search(question)
            taken.append(perf_counter() - began)
        seconds = sorted(taken)[ROUNDS // 2]
        yield Ratio(
            f"search in {BODIES} organisations: {name}",
            seconds / MOST_SECONDS,
            1,
            seconds,
            MOST_SECONDS,
            "a tenth of a second",
        )
    many = max(number_of_queries(lambda asked=asked: search(asked)) for asked in questions.values())  # type: ignore[misc]
    yield Ratio(
        "queries of a search",
        many / MOST_QUERIES,
        1,
        many,
        MOST_QUERIES,
        "nine queries; the figures are numbers of queries",
    )


if __name__ == "__main__":
    for result in run():
        sys.stdout.write(result.line() + "\n")
